"""Builds `cases.PlanVisitDue`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.involvements import with_team_on
from trigpoint.engine.people import with_person
from trigpoint.engine.plan_visits import INTERVALS, limited, plan_gaps, visited_plans
from trigpoint.engine.records import Records, plain
from trigpoint.engine.spells import SPELL


def build(records: Records) -> ir.Table:
    """One row per gap before a visit that was due."""
    table = ibis.union(_due(records, alone=False), _due(records, alone=True))
    known = records.shared("visited_plans", visited_plans).rename(plan="id")
    table = table.left_join(known.select(*SPELL, "plan", "is_other_authority"), list(SPELL)).pipe(plain)
    table = table.mutate(id=table.plan.fill_null("") + ":" + (table.number + 1).cast("string"))
    return with_team_on(records, with_person(records, table, "began_on"), "began_on")


def _due(records: Records, *, alone: bool) -> ir.Table:
    table = plan_gaps(records, alone=alone)
    mine, others = ("_alone", "") if alone else ("", "_alone")
    for interval in INTERVALS:
        table = limited(records, table, interval, f"limit_{interval}{mine}_on")
    table = table.mutate(**{f"limit_{interval}{others}_on": ibis.null("date") for interval in INTERVALS})
    limits = [f"limit_{interval}{suffix}_on" for suffix in ("", "_alone") for interval in INTERVALS]
    return table.select(*SPELL, "number", "began_on", "visited_on", *limits)
