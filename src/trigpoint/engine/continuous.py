"""Children looked after without a break for the 12 months to each month's end (definitions C8)."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD, episodes, kept
from trigpoint.engine.months import FAR, month_of, month_on
from trigpoint.engine.records import Records
from trigpoint.engine.states import islands


def twelve_months(records: Records) -> ir.Table:
    """Months in which the last break lies before the 12 months' first day was over: `is_12_months` is 1.

    A line keyed by child (`authority, child, from_month, to_month`), to be laid over children looked after: it says
    nothing about whether the child is in care. Share it: `records.shared("twelve_months", twelve_months)`.
    """
    spells = islands(ibis.union(_breaks(records), _short_term(records)), CHILD)
    line = ibis.window(group_by=CHILD, order_by="from_month")
    following = spells.from_month.lead().over(line).fill_null(ibis.literal(FAR, "int64"))
    table = spells.select(*CHILD, from_month="to_month", to_month=following)
    return table.filter(table.from_month < table.to_month).mutate(is_12_months=ibis.literal(1, "int64"))


def _breaks(records: Records) -> ir.Table:
    """Months spoilt by a start with reason S, a start after a day at home, and a cease other than X1.

    A missing cease reason ends nothing; a break on the first day of the 12 months spoils nothing.
    """
    table = records.shared("kept", kept)
    earlier = ibis.window(group_by=CHILD, order_by="place", preceding=(None, 1))
    reach = table.ended_on.fill_null(ibis.date("9999-12-31")).max().over(earlier)
    table = table.mutate(_reach=reach)
    is_start = (table.reason == "S").fill_null(False) | table["_reach"].isnull() | (table.started_on > table["_reach"])
    is_cease = table.ended_on.notnull() & (table.ceased.fill_null("") != "X1") & (table.ceased.fill_null("") != "")
    starts = table.filter(is_start).select(*CHILD, day="started_on")
    ceases = table.filter(is_cease).select(*CHILD, day="ended_on")
    days = ibis.union(starts, ceases)
    return days.select(*CHILD, from_month=month_on(days.day, records.as_at), to_month=_over(days.day))


def _short_term(records: Records) -> ir.Table:
    """Months spoilt by an episode of a series of short-term placements."""
    table = records.shared("episodes", episodes)
    table = table.filter(table.is_dropped == 1)
    far = ibis.literal(FAR, "int64")
    return table.select(*CHILD, from_month="from_month", to_month=_over(table.ended_on).fill_null(far))


def _over(day: ir.DateValue) -> ir.IntegerValue:
    """The first month whose 12 months do not hold a day before this one: those of 1 April 2023 begin that day."""
    return month_of((day - ibis.interval(days=1)).cast("date")) + 12
