"""Builds `cases.PlanStart`."""

import ibis.expr.types as ir

from trigpoint.engine.involvements import with_team_on
from trigpoint.engine.people import with_person
from trigpoint.engine.plans import plans
from trigpoint.engine.records import Records


def build(records: Records) -> ir.Table:
    """One row per child protection plan that started."""
    table = records.shared("plans", plans)
    table = table.filter(table.started_on.notnull())
    return with_team_on(records, with_person(records, table, "started_on"), "started_on")
