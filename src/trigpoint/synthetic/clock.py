"""Calendar arithmetic on whole arrays of days: working days, months, birthdays."""

from __future__ import annotations

from datetime import date

import numpy as np

from trigpoint.synthetic.columns import Ints

EPOCH = date(1970, 1, 1)


def day_number(day: date) -> int:
    """Days since 1 January 1970."""
    return (day - EPOCH).days


def add_months(days: Ints, months: Ints | int) -> Ints:
    """The same day `months` later, the month's last day where it has no such day (definitions C3)."""
    start = days.astype("M8[D]")
    month = start.astype("M8[M]")
    offset = (start - month.astype("M8[D]")).astype(np.int64)
    target = month + np.asarray(months).astype("m8[M]")
    first = target.astype("M8[D]").astype(np.int64)
    length = (target + np.timedelta64(1, "M")).astype("M8[D]").astype(np.int64) - first
    return np.asarray(first + np.minimum(offset, length - 1), dtype=np.int64)


def birthday(born: Ints, age: Ints | int) -> Ints:
    return add_months(born, np.asarray(age) * 12)


def age_at(born: Ints, days: Ints) -> Ints:
    """Completed years, near enough for choosing what happens next."""
    return (days - born) * 100 // 36_525


def month_of(days: Ints) -> Ints:
    """Months since January 1970."""
    return np.asarray(days.astype("M8[D]").astype("M8[M]").astype(np.int64), dtype=np.int64)


def collection_year(days: Ints) -> Ints:
    """The calendar year in which the collection year (1 April to 31 March) ends that holds each day."""
    return np.asarray((month_of(days) - 3) // 12 + 1971, dtype=np.int64)


class Clock:
    """Working days between two day numbers, the bank holidays given."""

    def __init__(self, first: int, last: int, holidays: frozenset[date]) -> None:
        days = np.arange(first, last + 1, dtype=np.int64)
        # 1 January 1970 was a Thursday
        self.working = (days + 3) % 7 < 5
        closed = np.array([day_number(d) for d in holidays], dtype=np.int64)
        self.working[closed[(closed >= first) & (closed <= last)] - first] = False
        self.first = first
        self.last = last
        self.count = np.cumsum(self.working)
        self.nth = days[self.working]

    def _at(self, days: Ints) -> Ints:
        return np.clip(days - self.first, 0, len(self.count) - 1)

    def add_wd(self, days: Ints, n: Ints | int) -> Ints:
        """The nth working day strictly after each day; n of 1 or more."""
        return np.asarray(self.nth[np.minimum(self.count[self._at(days)] + n - 1, len(self.nth) - 1)])

    def next_wd(self, days: Ints) -> Ints:
        """The day itself when it is a working day, else the next one."""
        return self.add_wd(days - 1, 1)
