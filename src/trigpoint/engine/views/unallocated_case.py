"""Builds `cases.UnallocatedCase`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD
from trigpoint.engine.need import (
    age_marks,
    care_spells,
    cut_inside,
    episodes_of_need,
    in_months,
    laid_over,
    plan_spells,
    with_age_band,
    with_age_marks,
)
from trigpoint.engine.people import with_team
from trigpoint.engine.records import Records, present
from trigpoint.engine.states import running, timeline

ROLES = ("allocated case worker", "allocated social worker", "social worker")
"""Roles in which a worker holds a case (settled N20)."""

_COUNTED = ("in_need", "on_plan", "in_care", "workers")


def build(records: Records) -> ir.Table:
    """One row per open case without a worker and the months in which everything about it stayed as it was."""
    need = in_months(records, _open_need(records))
    plans, care = in_months(records, plan_spells(records)), in_months(records, care_spells(records))
    spells = (need, plans, care, in_months(records, _workers(records)))
    changes = [change for name, part in zip(_COUNTED, spells, strict=True) for change in _changes(part, name)]
    table = running(ibis.union(*changes), CHILD, _COUNTED)
    table = table.filter((table.in_need + table.on_plan + table.in_care > 0) & (table.workers == 0))
    table = table.mutate(id=table.child).cache()
    if records.wants("team", "service"):
        need = need.semi_join(table, list(CHILD))
        table = laid_over(table, [timeline(need, CHILD, ["started_on", "id", "team_id"], ["team_id"])])
    table = with_age_marks(records, table)
    if marks := age_marks(records):
        table = cut_inside(table, CHILD, marks)
    cohort = ibis.cases(
        (table.in_care > 0, "Looked after"), (table.on_plan > 0, "Child protection plan"), else_="Child in need"
    )
    return with_team(records, with_age_band(records, table.mutate(cohort=cohort)), "team_id")


def _changes(spells: ir.Table, name: str) -> list[ir.Table]:
    """What rises where each spell begins and falls where it ends."""
    zero, one = ibis.literal(0, "int64"), ibis.literal(1, "int64")
    up = {n: one if n == name else zero for n in _COUNTED}
    down = {n: -one if n == name else zero for n in _COUNTED}
    return [spells.select(*CHILD, month="from_month", **up), spells.select(*CHILD, month="to_month", **down)]


def _open_need(records: Records) -> ir.Table:
    """Episodes of need other than those that ended in no further action."""
    need = episodes_of_need(records).rename(started_on="referred_on", ended_on="closed_on")
    return need.filter((need.is_no_further_action == 0) & need.started_on.notnull())


def _workers(records: Records) -> ir.Table:
    """Involvements of a worker in a role that holds cases."""
    raw = records.table("ssd_involvements")
    began = raw.invo_involvement_start_date <= records.as_at
    holds = raw.invo_professional_role_id.strip().lower().isin(ROLES)
    raw = raw.filter(present(raw.invo_person_id) & present(raw.invo_professional_id) & began & holds)
    return raw.select(
        authority=raw.authority,
        child=raw.invo_person_id,
        started_on=raw.invo_involvement_start_date,
        ended_on=records.known(raw.invo_involvement_end_date),
    )
