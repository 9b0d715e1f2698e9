"""Builds `cases.NeedAfterCare`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD, PERIOD, kept, periods
from trigpoint.engine.involvements import with_team_on
from trigpoint.engine.need_after import follow_up
from trigpoint.engine.people import with_person
from trigpoint.engine.records import Records, as_flag, plain


def build(records: Records) -> ir.Table:
    """One row per period of care that ended."""
    spells = records.shared("periods", periods)
    spells = spells.filter(spells.left_on.notnull())
    table = spells.select(*PERIOD, "id", "entered_on", ended_on="left_on")
    table = follow_up(records, table).left_join(_reasons(records), list(PERIOD)).pipe(plain)
    table = table.mutate(
        is_18_at_end=as_flag(table.of_age_on <= table.ended_on),
        was_adopted=as_flag((table.was_adopted == 1) | table.ceased.isin(("E11", "E12")).fill_null(False)),
        has_died=as_flag((table.has_died == 1) | (table.ceased == "E2").fill_null(False)),
        moved_away=as_flag((table.moved_away == 1) | (table.ceased == "E3").fill_null(False)),
    )
    return with_team_on(records, with_person(records, table, "ended_on"), "ended_on")


def _reasons(records: Records) -> ir.Table:
    """Why each period of care ended: `authority, child, period, ceased`."""
    table = records.shared("kept", kept).select(*PERIOD, "place", "ceased")
    last = ibis.row_number().over(ibis.window(group_by=PERIOD, order_by=ibis.desc("place")))
    table = table.mutate(_last=last)
    return table.filter(table["_last"] == 0).select(*CHILD, "period", "ceased")
