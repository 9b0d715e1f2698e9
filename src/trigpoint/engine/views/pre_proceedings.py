"""Builds `cases.PreProceedings`."""

import ibis.expr.types as ir

from trigpoint.engine.months import add_months, month_after, month_on, open_end
from trigpoint.engine.people import with_person
from trigpoint.engine.records import Records, present
from trigpoint.engine.states import cut


def build(records: Records) -> ir.Table:
    """One row per child and set of pre-proceedings, cut where it has lasted for more than 6 months."""
    raw = records.table("ssd_pre_proceedings")
    raw = raw.filter(present(raw.prep_person_id) & (raw.prep_pre_pro_decision_date <= records.as_at))
    decided = raw.prep_pre_pro_decision_date
    table = raw.select(
        authority=raw.authority,
        child=raw.prep_person_id,
        id=raw.prep_table_id,
        decided_on=decided,
        from_month=month_on(decided, records.as_at),
        to_month=open_end(records.known(raw.prep_agree_stepdown_issue_date), records.as_at),
        _over_from=month_after(add_months(decided, 6), records.as_at),
    )
    table = table.filter(table.from_month < table.to_month)
    return with_person(records, cut(table, {"is_over_6_months": "_over_from"}), "decided_on")
