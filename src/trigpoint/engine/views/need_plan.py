"""Builds `cases.NeedPlan`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD
from trigpoint.engine.months import month_on
from trigpoint.engine.need import (
    age_marks,
    care_spells,
    cut_inside,
    in_months,
    laid_over,
    line,
    plan_spells,
    with_age_band,
    with_age_marks,
)
from trigpoint.engine.need_visits import PLAN, need_gaps, placed_plans
from trigpoint.engine.people import with_team
from trigpoint.engine.records import Records, plain
from trigpoint.engine.states import timeline
from trigpoint.engine.together import overlay
from trigpoint.engine.visits import days_after, late


def build(records: Records) -> ir.Table:
    """One row per child with an open plan and the months in which everything about it stayed as it was."""
    plans = records.shared("placed_plans", placed_plans)
    base = timeline(in_months(records, plans), CHILD, ["place"], ["place"])
    overdue, marks = _late(records)
    table = overlay(base, overdue, PLAN)
    beside = [line(records, plan_spells(records), "is_on_plan"), line(records, care_spells(records), "is_looked_after")]
    table = laid_over(table, beside)
    for part in (*marks.values(), plans.drop("ended_on")):
        table = table.left_join(part, list(PLAN)).pipe(plain)
    table = table.mutate(_open_from=month_on(days_after(table.started_on, 28), records.as_at))
    table = with_age_marks(records, table)
    flags = {"is_open_28_days": "_open_from", **{f"late_{name}": f"_late_{name}" for name in marks}}
    table = cut_inside(table, CHILD, flags | age_marks(records))
    said = {name: table[name].fill_null(0) for name in ("is_on_plan", "is_looked_after")}
    for name in marks:
        said[f"last_visit_within_{name}"] = 1 - table[f"overdue_{name}"].fill_null(0)
        said[f"every_gap_within_{name}"] = 1 - table[f"late_{name}"]
    table = table.mutate(id=table.child, **said)
    return with_team(records, with_age_band(records, table), "team_id")


def _late(records: Records) -> tuple[list[ir.Table], dict[str, ir.Table]]:
    """For each interval the months in which a plan's next visit is overdue, and that of the first gap too long."""
    one, lines, marks = ibis.literal(1, "int64"), [], {}
    for name, table in need_gaps(records).items():
        overdue, ever = late(table, PLAN, records.as_at)
        lines.append(overdue.mutate(**{f"overdue_{name}": one}))
        marks[name] = ever.select(*PLAN, **{f"_late_{name}": "from_month"})
    return lines, marks
