"""Builds `cases.PlanStart`."""

import ibis.expr.types as ir

from trigpoint.engine.involvements import with_team_on
from trigpoint.engine.people import with_person
from trigpoint.engine.plans import plans
from trigpoint.engine.records import Records, as_flag, plain, present


def build(records: Records) -> ir.Table:
    """One row per child protection plan that started."""
    table = records.shared("plans", plans)
    table = table.filter(table.started_on.notnull())
    table = table.mutate(is_ended_before_start=as_flag(table.ended_on < table.started_on))
    if not records.extras:
        return table
    table = _with_core_group(records, table)
    return with_team_on(records, with_person(records, table, "started_on"), "started_on")


def _with_core_group(records: Records, table: ir.Table) -> ir.Table:
    """The first core group on or after the start, and the tenth working day, by which it is to be held."""
    raw = records.table("ext_core_group")
    raw = raw.filter(present(raw.cp_plan_id) & (raw.held_on <= records.as_at))
    groups = raw.select(authority=raw.authority, id=raw.cp_plan_id, group_on=raw.held_on).distinct()
    days = table.select("authority", "id", "started_on").distinct()
    pairs = days.join(groups, ["authority", "id"])
    pairs = pairs.filter(pairs.group_on >= pairs.started_on)
    first = pairs.group_by("authority", "id", "started_on").agg(core_group_on=pairs.group_on.min())
    table = table.left_join(first, ["authority", "id", "started_on"]).pipe(plain)
    table = records.add_working_days(table, "started_on", 10, "core_group_limit_on")
    ended = (table.ended_on >= table.started_on) & (table.ended_on <= table.core_group_limit_on)
    return table.mutate(is_ended_by_core_group_limit=as_flag(ended))
