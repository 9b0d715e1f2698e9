"""The period of the children in need census as its rules compare with it: 1 April to the reference date, 31 March."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import cache

from trigpoint.records.calendar import FIRST, LAST, working_days_between
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.cin_census import Header


def reference_date(row: ReturnRow) -> date:
    """The last day of the census as the return's Header has it; 31 March of the collection year where it has none.

    A date outside 2001 to 2040 counts as none.
    """
    return row.collection.remembered(_period)[1]


def census_start(row: ReturnRow) -> date:
    """1 April at the start of the census that a row stands in."""
    return row.collection.remembered(_period)[0]


def is_in_census(row: ReturnRow, day: date | None) -> bool:
    """Whether a day is known and lies in the census, its first and last day included."""
    first, last = row.collection.remembered(_period)
    return day is not None and first <= day <= last


def is_outside_census(row: ReturnRow, day: date | None) -> bool:
    """Whether a day is known and lies before or after the census."""
    first, last = row.collection.remembered(_period)
    return day is not None and not first <= day <= last


def _period(collection: Collection) -> tuple[date, date]:
    given = (row.ReferenceDate for row in collection.rows(Header))
    # Of a year without known bank holidays the date is a slip (rule 100 lists it): the collection year holds then.
    last = next((day for day in given if day and FIRST.year < day.year <= LAST.year), collection.last_day)
    return date(last.year - 1, 4, 1), last


@cache
def working_days_before(day: date, days: int) -> date:
    """The nth working day before a day, which itself does not count. Raises ValueError outside 2000 to 2040."""
    while days:
        day -= timedelta(1)
        days -= working_days_between(day - timedelta(1), day)
    return day


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month where it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
