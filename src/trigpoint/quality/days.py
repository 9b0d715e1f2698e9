"""Days as rules compare them: with a blank or unreadable one no comparison is met."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta


def is_before(first: date | None, second: date | None) -> bool:
    """Whether both are known and the first lies before the second."""
    return first is not None and second is not None and first < second


def is_after(first: date | None, second: date | None) -> bool:
    """Whether both are known and the first lies after the second."""
    return first is not None and second is not None and first > second


def is_within(day: date | None, start: date | None, end: date | None) -> bool:
    """Whether all are known and the day lies from start to end, both included."""
    return day is not None and start is not None and end is not None and start <= day <= end


def birthday(born: date | None, years: int) -> date | None:
    """The day on which so many years are completed; a child of 29 February has it on 1 March of a common year.

    None where it lies beyond the calendar, as from a date of 31/12/9999 that stands for none.
    """
    if born is None or not MINYEAR <= born.year + years <= MAXYEAR:
        return None
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)


def days_after(day: date | None, days: int) -> date | None:
    """The day so many days later; earlier when negative. None where it lies beyond the calendar."""
    if day is None or not date.min.toordinal() <= day.toordinal() + days <= date.max.toordinal():
        return None
    return day + timedelta(days)
