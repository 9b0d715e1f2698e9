"""Builds `cases.VisitedPlan`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.involvements import with_team_on
from trigpoint.engine.months import FAR, month_of, month_on
from trigpoint.engine.people import with_person
from trigpoint.engine.plan_visits import INTERVALS, plan_gaps, visited_plans
from trigpoint.engine.records import Records, as_flag, plain
from trigpoint.engine.spells import SPELL, month_by_month

_IN_DAYS = "28_days"
_DAYS = 28


def build(records: Records) -> ir.Table:
    """One row per plan and month, to the end of the 12 months after it ended; then it is judged on the day it ended."""
    plans = records.shared("visited_plans", visited_plans)
    last = month_of((plans.ended_on - ibis.interval(days=1)).cast("date"))
    plans = plans.mutate(
        from_month=month_on(plans.started_on, records.as_at),
        to_month=ibis.cases((plans.ended_on.isnull(), ibis.literal(FAR, "int64")), else_=(last + 12).cast("int64")),
    )
    for day in ("started_on", "ended_on"):
        plans = records.working_day_number(plans, day, f"{day}_number")
    table = month_by_month(records, plans)
    is_ended = (table.ended_on <= table.at_on).fill_null(False)
    table = table.mutate(
        is_ended=as_flag(is_ended),
        judged_on=ibis.cases((is_ended, table.ended_on), else_=table.at_on),
        judged_number=ibis.cases((is_ended, table.ended_on_number), else_=table.at_number),
    )
    table = _with_flags(records, table)
    return with_team_on(records, with_person(records, table, "at_on"), "at_on")


def _with_flags(records: Records, table: ir.Table) -> ir.Table:
    """A gap is too long when more working days (or days) have passed in it than the interval has."""
    intervals, suffixes = (list(INTERVALS), ("", "_alone")) if records.extras else (["plan"], ("",))
    for suffix in suffixes:
        found = _numbered_gaps(records, alone=bool(suffix)).cache()
        table = _with_last(table, found, suffix)
        table = table.left_join(_first_missed(found, intervals, suffix), list(SPELL)).pipe(plain)
    flags = {f"is_open_for_{i}": _passed(table, "started_on", i) >= _length(table, i) for i in intervals}
    for i in intervals:
        for suffix in suffixes:
            flags[f"is_overdue_{i}{suffix}"] = _passed(table, f"last{suffix}", i) > _length(table, i)
            flags[f"is_ever_late_{i}{suffix}"] = _passed(table, f"missed_{i}{suffix}", i) > _length(table, i)
    return table.mutate(**{name: as_flag(flag.fill_null(False)) for name, flag in flags.items()})


def _length(table: ir.Table, interval: str) -> ir.IntegerValue:
    length = INTERVALS[interval]
    return table[length] if isinstance(length, str) else ibis.literal(length, "int64")


def _passed(table: ir.Table, day: str, interval: str) -> ir.IntegerValue:
    """Working days, or days, since a day until the plan is judged."""
    if interval == _IN_DAYS:
        return table.judged_on.delta(table[day], unit="day").cast("int64")
    return table.judged_number - table[f"{day}_number"]


def _numbered_gaps(records: Records, *, alone: bool) -> ir.Table:
    found = plan_gaps(records, alone=alone)
    for day in ("began_on", "visited_on"):
        found = records.working_day_number(found, day, f"{day}_number")
    return found


def _with_last(table: ir.Table, found: ir.Table, suffix: str) -> ir.Table:
    """The table with the last visit by the end of each month, or the plan's start: `last` and `last_number`."""
    last, number = f"last{suffix}", f"last{suffix}_number"
    months = found.mutate(from_month=month_of(found.began_on))
    months = months.group_by(*SPELL, "from_month").agg(_on=months.began_on.max(), _number=months.began_on_number.max())
    table = table.left_join(months, [*SPELL, "from_month"]).pipe(plain)
    so_far = ibis.window(group_by=SPELL, order_by="from_month", preceding=(None, 0))
    table = table.mutate(**{last: table["_on"].max().over(so_far), number: table["_number"].max().over(so_far)})
    return table.drop("_on", "_number")


def _first_missed(found: ir.Table, intervals: list[str], suffix: str) -> ir.Table:
    """For each plan and interval the beginning of the first gap that grew too long, or has no end."""
    totals: dict[str, ir.Value] = {}
    for interval in intervals:
        if interval == _IN_DAYS:
            gap = found.visited_on.delta(found.began_on, unit="day").cast("int64")
            missed = found.visited_on.isnull() | (gap > _DAYS)
            totals[f"missed_{interval}{suffix}"] = found.began_on.min(where=missed)
        else:
            gap = found.visited_on_number - found.began_on_number
            missed = found.visited_on.isnull() | (gap > _length(found, interval))
            totals[f"missed_{interval}{suffix}_number"] = found.began_on_number.min(where=missed)
    return found.group_by(*SPELL).agg(**totals)
