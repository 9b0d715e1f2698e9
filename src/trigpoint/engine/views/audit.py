"""Builds `cases.Audit`."""

import ibis.expr.types as ir

from trigpoint.engine.audits import NOT_RECORDED, audits
from trigpoint.engine.involvements import with_team_on
from trigpoint.engine.people import with_person
from trigpoint.engine.records import Records


def build(records: Records) -> ir.Table:
    """One row per audit."""
    table = records.shared("audits", audits)
    table = table.mutate(kind=table.kind.fill_null(NOT_RECORDED))
    return with_team_on(records, with_person(records, table, "audited_on"), "audited_on")
