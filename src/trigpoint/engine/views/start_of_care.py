"""Builds `cases.StartOfCare`."""

import ibis.expr.types as ir

from trigpoint.engine.care import PERIOD, is_uasc_on
from trigpoint.engine.involvements import with_team_on
from trigpoint.engine.leaving import starts
from trigpoint.engine.people import with_person
from trigpoint.engine.records import Records


def build(records: Records) -> ir.Table:
    """One row per start of care."""
    table = is_uasc_on(records, starts(records), PERIOD, "entered_on", "is_uasc")
    return with_team_on(records, with_person(records, table, "entered_on"), "entered_on")
