"""Builds `cases.EndOfCare`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD, PERIOD, is_uasc_on
from trigpoint.engine.involvements import with_team_on
from trigpoint.engine.leaving import ends, reason_group
from trigpoint.engine.months import add_months, birthday
from trigpoint.engine.people import people, with_person
from trigpoint.engine.records import Records, as_flag, plain


def build(records: Records) -> ir.Table:
    """One row per end of care."""
    table = ends(records)
    table = table.mutate(
        day_before=(table.left_on - ibis.interval(days=1)).cast("date"),
        reason_group=reason_group(table.leaving_reason),
        return_limit_on=add_months(table.left_on, 12),
    )
    table = is_uasc_on(records, table, PERIOD, "day_before", "is_uasc_the_day_before")
    table = is_uasc_on(records, table, PERIOD, "left_on", "is_uasc_on_the_day")
    born = records.shared("people", people).select(*CHILD, "born_on")
    table = table.left_join(born, list(CHILD)).pipe(plain)
    grown = as_flag(birthday(table.born_on, 18) <= table.left_on)
    table = table.mutate(is_18_or_over=ibis.cases((table.born_on.isnull(), ibis.null("int64")), else_=grown))
    return with_team_on(records, with_person(records, table.drop("born_on"), "left_on"), "left_on")
