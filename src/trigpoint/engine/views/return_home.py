"""Builds `cases.ReturnHome`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import PERIOD, kept
from trigpoint.engine.conferences import with_family_group_conference
from trigpoint.engine.involvements import with_team_on
from trigpoint.engine.people import with_person
from trigpoint.engine.records import Records

_HOME = ("E4", "E4A", "E4B")


def build(records: Records) -> ir.Table:
    """One row per period of care whose last episode ended with a return home."""
    table = records.shared("kept", kept)
    back = ibis.window(group_by=PERIOD, order_by=ibis.desc("place"))
    table = table.mutate(_last=ibis.row_number().over(back))
    table = table.filter((table["_last"] == 0) & table.ended_on.notnull() & table.ceased.upper().isin(_HOME))
    table = table.select("authority", "child", "id", returned_on="ended_on")
    table = with_family_group_conference(records, table, "returned_on")
    return with_team_on(records, with_person(records, table, "returned_on"), "returned_on")
