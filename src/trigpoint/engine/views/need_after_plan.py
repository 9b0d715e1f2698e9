"""Builds `cases.NeedAfterPlan`."""

import ibis.expr.types as ir

from trigpoint.engine.involvements import with_team_on
from trigpoint.engine.need_after import follow_up
from trigpoint.engine.people import with_person
from trigpoint.engine.records import Records, is_yes, present


def build(records: Records) -> ir.Table:
    """One row per child protection plan that ended."""
    raw = records.table("ssd_cp_plans")
    started, ended = raw.cppl_cp_plan_start_date, raw.cppl_cp_plan_end_date
    known = (started.isnull() | (started <= records.as_at)) & (ended <= records.as_at)
    raw = raw.filter(present(raw.cppl_person_id) & known)
    table = raw.select(
        authority=raw.authority,
        child=raw.cppl_person_id,
        id=raw.cppl_cp_plan_id,
        started_on=raw.cppl_cp_plan_start_date,
        ended_on=raw.cppl_cp_plan_end_date,
        is_other_authority=is_yes(raw.cppl_cp_plan_ola.fill_null("")),
    )
    table = follow_up(records, table)
    return with_team_on(records, with_person(records, table, "ended_on"), "ended_on")
