"""Care proceedings and their 26 weeks (definition 35)."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.look_back import lasted_days
from trigpoint.engine.records import Records, present


def proceedings(records: Records) -> ir.Table:
    """Proceedings known by then: `authority, child, id, case, issued_on, limit_on, planned_on, final_order_on`.

    Week one begins with the day of issue, so that 26 weeks end 181 days after it. A case is the proceedings of one
    family issued on one day, under the smallest of their ids.
    """
    raw = records.table("ext_proceedings")
    raw = raw.filter(present(raw.person_id) & (raw.issue_date.isnull() | (raw.issue_date <= records.as_at)))
    family = raw.family_id.strip().nullif("")
    line = ibis.window(group_by=[raw.authority, family, raw.issue_date])
    together = family.notnull() & raw.issue_date.notnull()
    return raw.select(
        authority=raw.authority,
        child=raw.person_id,
        id=raw.proceedings_id,
        case=ibis.cases((together, raw.proceedings_id.min().over(line)), else_=raw.proceedings_id),
        issued_on=raw.issue_date,
        limit_on=lasted_days(raw.issue_date, 181),
        planned_on=raw.planned_final_hearing_date,
        final_order_on=records.known(raw.final_order_date),
    )
