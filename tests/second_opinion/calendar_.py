"""Working days, months and birthdays (C3, C4, C5), counted one day at a time."""

import calendar
import csv
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

HOLIDAYS = Path(__file__).parents[2] / "src" / "trigpoint" / "records" / "data" / "bank_holidays.csv"
ONE_DAY = timedelta(days=1)


@lru_cache(maxsize=1)
def bank_holidays() -> frozenset[date]:
    with HOLIDAYS.open(encoding="utf-8", newline="") as lines:
        return frozenset(date.fromisoformat(row["date"]) for row in csv.DictReader(lines))


def is_working_day(day: date) -> bool:
    return day.weekday() < 5 and day not in bank_holidays()


@lru_cache(maxsize=100_000)
def wd_between(start: date, end: date) -> int:
    """Working days after `start`, up to and including `end` (C4)."""
    count = 0
    day = start
    while day < end:
        day += ONE_DAY
        if is_working_day(day):
            count += 1
    return count


@lru_cache(maxsize=100_000)
def add_wd(start: date, n: int) -> date:
    """The nth working day strictly after `start` (C4)."""
    day = start
    while n > 0:
        day += ONE_DAY
        if is_working_day(day):
            n -= 1
    return day


def month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def add_months(day: date, n: int) -> date:
    """The same day of the month n months on, or that month's last day where there is no such day (C3)."""
    months = day.year * 12 + day.month - 1 + n
    first = date(months // 12, months % 12 + 1, 1)
    return first.replace(day=min(day.day, month_end(first).day))


def birthday(born: date, age: int) -> date:
    """The birthday in the year of that age; 1 March for those born on 29 February, in a common year (C5)."""
    year = born.year + age
    if (born.month, born.day) == (2, 29) and not calendar.isleap(year):
        return date(year, 3, 1)
    return born.replace(year=year)
