"""Builds `cases.ChildOnPlan`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.involvements import team_line
from trigpoint.engine.months import month_on, open_end
from trigpoint.engine.people import with_person, with_team
from trigpoint.engine.plans import plans
from trigpoint.engine.records import Records
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
    lines = [team_line(records), age_line(records, on_plan)]
    table = overlay(on_plan, lines, _CHILD)
    table = with_person(records, table.mutate(_day=ibis.date(records.as_at.isoformat())), "_day").drop(
        "age_band", "_day"
    )
    table = table.rename(age_band="age_band_line")
    return with_team(records, table.mutate(id=table.child), "team_id")
