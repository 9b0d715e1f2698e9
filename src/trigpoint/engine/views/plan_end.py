"""Builds `cases.PlanEnd`."""

import ibis.expr.types as ir

from trigpoint.engine.involvements import with_team_on
from trigpoint.engine.months import add_months
from trigpoint.engine.people import with_person
from trigpoint.engine.plans import plans
from trigpoint.engine.records import Records, as_flag


def build(records: Records) -> ir.Table:
    """One row per child protection plan that ended."""
    table = records.shared("plans", plans)
    table = table.filter(table.ended_on.notnull())
    table = table.mutate(
        is_ended_before_start=as_flag(table.ended_on < table.started_on),
        three_months_on=add_months(table.started_on, 3),
        three_months_merged_on=add_months(table.began_on, 3),
        two_years_on=add_months(table.started_on, 24),
        two_years_merged_on=add_months(table.began_on, 24),
        days=table.ended_on.delta(table.started_on, unit="day").cast("int64") + 1,
        days_merged=table.ended_on.delta(table.began_on, unit="day").cast("int64") + 1,
    )
    return with_team_on(records, with_person(records, table, "ended_on"), "ended_on")
