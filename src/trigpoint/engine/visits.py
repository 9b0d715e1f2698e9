"""Visits to children: gaps between them, gaps that are too long, and windows in which a visit was due.

The steps, the same for every kind of visit:

1. `gaps(spells, visits, keys)`: one row per gap, from the start of a spell to the first visit, from visit to visit,
   and from the last visit on.
2. Add the column `limit_on` to the gaps: the last day on which the next visit is in time. It may differ from gap to
   gap: `days_after(gaps.began_on, 28)`, `add_months(gaps.began_on, 3)`, `within_working_days(records, gaps, 20)`.
   A gap without a limit is never late.
3. `late(gaps, keys, as_at)`: months in which the visit due is overdue, and months in which any gap so far was late;
   `due_windows(gaps)`: the windows that a share of due windows counts.

A visit due on a day and not made is overdue from the day after (settled N16).
"""

from collections.abc import Sequence
from datetime import date

import ibis
import ibis.expr.types as ir

from trigpoint.engine.months import FAR, month_after, month_on, open_end
from trigpoint.engine.records import Records, plain


def gaps(
    spells: ir.Table, visits: ir.Table, keys: Sequence[str], on: Sequence[str] = ("authority", "child")
) -> ir.Table:
    """Every gap of every spell: `keys, started_on, ended_on, number, began_on, visited_on`.

    `spells` has `keys` (one row each, among them `on`), `started_on` and `ended_on` (empty while it is open; end
    exclusive; known on the as-at date). `visits` has `on` and `visited_on`: the known days on which a visit counts.
    A visit counts in each spell of its `on` that holds its day, the first day included; two on one day are one.
    `number` is 0 for the gap that begins with the spell; `visited_on` is empty on each spell's last gap.
    """
    spells = spells.select(*keys, "started_on", "ended_on").cache()
    days = visits.select(*on, "visited_on").distinct()
    pairs = spells.join(days, list(on)).pipe(plain)
    inside = (pairs.visited_on >= pairs.started_on) & (pairs.ended_on.isnull() | (pairs.visited_on < pairs.ended_on))
    pairs = pairs.filter(inside)
    starts = spells.mutate(began_on=spells.started_on, _visit=ibis.literal(0, "int64"))
    made = pairs.mutate(began_on=pairs.visited_on, _visit=ibis.literal(1, "int64"))
    columns = [*keys, "started_on", "ended_on", "began_on", "_visit"]
    table = ibis.union(starts.select(*columns), made.select(*columns))
    line = ibis.window(group_by=list(keys), order_by=["began_on", "_visit"])
    following = table.began_on.lead().over(line)
    table = table.mutate(number=ibis.row_number().over(line).cast("int64"), visited_on=following)
    return table.select(*keys, "started_on", "ended_on", "number", "began_on", "visited_on")


def days_after(day: ir.DateValue, days: int) -> ir.DateValue:
    """The day so many calendar days later: 28 after 3 June is 1 July."""
    return (day + ibis.interval(days=days)).cast("date")


def within_working_days(
    records: Records, table: ir.Table, count: int | str, day: str = "began_on", name: str = "limit_on"
) -> ir.Table:
    """The table with the last day on which no more than so many working days have passed since a day (settled N38).

    A gap is a length, so the weekend after its last working day is still in time. `count` is a number, or the name of
    a whole-number column; where that is empty there is no limit.
    """
    calendar = records.calendar
    counted = calendar.select(_day=calendar.d, _number=calendar.wd_no)
    working = calendar.filter(calendar.is_wd == 1).select(_over=calendar.wd_no, _over_on=calendar.d)
    table = table.left_join(counted, table[day] == counted["_day"]).drop("_day")
    number = table[count] if isinstance(count, str) else count
    table = table.mutate(_over_number=(table["_number"] + number + 1).cast("int64")).drop("_number")
    table = table.left_join(working, table["_over_number"] == working["_over"])
    before = (table["_over_on"] - ibis.interval(days=1)).cast("date")
    return table.mutate(**{name: before}).drop("_over", "_over_on", "_over_number")


def late(table: ir.Table, keys: Sequence[str], as_at: date) -> tuple[ir.Table, ir.Table]:
    """Gaps with their `limit_on` as two lines, `keys, from_month, to_month`: where nothing stands nothing was late.

    The first holds the months in which the next visit is overdue: the last visit (or the start) is not recent enough.
    The second holds the months from the first late gap on: some gap so far, the running one included, was too long.
    Both end with the spell.
    """
    visited = table.visited_on.fill_null(ibis.date("9999-12-31"))
    table = table.filter(table.limit_on < visited)
    ends = open_end(table.ended_on, as_at)
    from_month = month_after(table.limit_on, as_at)
    far = ibis.literal(FAR, "int64")
    seen = ibis.cases((table.visited_on.isnull(), far), else_=month_on(table.visited_on, as_at))
    # the overdue months of one spell never overlap: each gap begins with the visit that ends the one before
    overdue = table.select(*keys, from_month=from_month, to_month=ibis.least(seen, ends))
    first = table.select(*keys, from_month=from_month, to_month=ends)
    ever = first.group_by(*keys).agg(from_month=first.from_month.min(), to_month=first.to_month.max())
    overdue, ever = (line.filter(line.from_month < line.to_month) for line in (overdue, ever))
    return overdue, ever


def due_windows(table: ir.Table) -> ir.Table:
    """Gaps with their `limit_on` as the windows due: those whose last day came while the spell was still open.

    Met where `visited_on` is on or before `limit_on`; until the as-at date is past the limit, one not met is pending.
    A window that is missed is one window, however long the gap grows.
    """
    return table.filter(table.limit_on.notnull() & (table.ended_on.isnull() | (table.limit_on < table.ended_on)))
