"""Builds `cases.ChildOnPlan`."""

import ibis.expr.types as ir

from trigpoint.engine.involvements import team_line
from trigpoint.engine.months import month_on, open_end
from trigpoint.engine.people import people, with_team
from trigpoint.engine.plans import plans
from trigpoint.engine.records import Records, plain
from trigpoint.engine.states import timeline
from trigpoint.engine.together import age_line, overlay

_CHILD = ("authority", "child")


def build(records: Records) -> ir.Table:
    """One row per child on a plan and the months in which it stayed as it was; our own plans come first."""
    table = records.shared("plans", plans)
    table = table.filter(table.started_on.notnull())
    spells = table.mutate(
        from_month=month_on(table.started_on, records.as_at), to_month=open_end(table.ended_on, records.as_at)
    )
    spells = spells.filter(spells.from_month < spells.to_month).rename(plan="id")
    facts = [c for c in spells.columns if c not in {*_CHILD, "from_month", "to_month"}]
    on_plan = timeline(spells, _CHILD, ["is_other_authority", "started_on", "plan"], facts)
    if not records.extras:
        return on_plan.mutate(id=on_plan.child)
    table = overlay(on_plan, [team_line(records), age_line(records, on_plan)], _CHILD)
    who = records.shared("people", people).select(*_CHILD, "sex", "ethnicity")
    table = table.left_join(who, list(_CHILD)).pipe(plain)
    return with_team(records, table.mutate(id=table.child, age_band=table.age_band_line), "team_id")
