"""Builds `cases.NeedVisitDue`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD
from trigpoint.engine.need import care_spells, plan_spells, stands_on
from trigpoint.engine.need_visits import INTERVALS, PLAN, need_gaps, placed_plans
from trigpoint.engine.people import with_person, with_team
from trigpoint.engine.records import Records, as_flag, plain
from trigpoint.engine.visits import due_windows


def build(records: Records) -> ir.Table:
    """One row per visit due under a plan, for each of the intervals that a plan may have."""
    every = {name: due_windows(table) for name, table in need_gaps(records).items()}
    columns = [*PLAN, "number", "began_on", "limit_on", "visited_on"]
    parts = [
        table.select(*columns, **{f"is_{name}": ibis.literal(int(name == mine), "int64") for name in INTERVALS})
        for mine, table in every.items()
    ]
    plans = records.shared("placed_plans", placed_plans)
    table = ibis.union(*parts).join(plans.select(*PLAN, "plan", "team_id"), list(PLAN)).pipe(plain)
    table = table.mutate(id=table.plan.fill_null("") + ":" + (table.number + 1).cast("string"))
    table = _with_earlier_plans(table, plans)
    table = stands_on(table, plan_spells(records), "limit_on", "is_on_plan")
    table = stands_on(table, care_spells(records), "limit_on", "is_looked_after")
    return with_team(records, with_person(records, table, "limit_on"), "team_id")


def _with_earlier_plans(table: ir.Table, plans: ir.Table) -> ir.Table:
    """The table with a flag: on the last day for the visit another plan of the child is open that comes before."""
    first = plans.group_by(*CHILD).agg(plans=plans.count())
    several = plans.semi_join(first.filter(first.plans > 1), list(CHILD))
    several = several.select(*CHILD, "ended_on", earlier="place")
    pairs = table.select(*PLAN, "limit_on").distinct().join(several, list(CHILD)).pipe(plain)
    is_open = pairs.ended_on.isnull() | (pairs.limit_on < pairs.ended_on)
    hits = pairs.filter((pairs.earlier < pairs.place) & is_open).select(*PLAN, "limit_on").distinct()
    joined = table.left_join(hits.mutate(_hit=ibis.literal(1, "int64")), [*PLAN, "limit_on"]).pipe(plain)
    return joined.mutate(is_under_earlier_plan=as_flag(joined["_hit"] == 1)).drop("_hit")
