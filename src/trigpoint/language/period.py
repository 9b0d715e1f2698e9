"""Periods: the kinds a measure may be taken over, and the days each stands for (definitions C1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class PeriodType(StrEnum):
    """The kinds of period. `quarter` stands only at financial quarter ends, `financial_year` only at 31 March."""

    MONTH = "month"
    QUARTER = "quarter"
    YTD = "ytd"
    ROLLING3 = "rolling3"
    ROLLING12 = "rolling12"
    ROLLING36 = "rolling36"
    FINANCIAL_YEAR = "financial_year"
    SNAPSHOT = "snapshot"

    def months(self, month: int) -> int:
        """How many months the period that ends with `month` (12 x year + month - 1) holds; 0 when none ends there."""
        into_year = (month - 3) % 12  # April is the year's month 0
        match self:
            case PeriodType.QUARTER:
                return 3 if into_year % 3 == 2 else 0
            case PeriodType.FINANCIAL_YEAR:
                return 12 if into_year == 11 else 0
            case PeriodType.YTD:
                return into_year + 1
        return _FIXED[self]


_FIXED = {
    PeriodType.MONTH: 1,
    PeriodType.ROLLING3: 3,
    PeriodType.ROLLING12: 12,
    PeriodType.ROLLING36: 36,
    PeriodType.SNAPSHOT: 1,
}


def month_of(day: date) -> int:
    """The month of a day as one whole number, 12 x year + month - 1, so that months can be added and compared."""
    return 12 * day.year + day.month - 1


def first_day(month: int) -> date:
    """First day of a month given as a whole number."""
    return date(month // 12, month % 12 + 1, 1)


def last_day(month: int) -> date:
    """Last day of a month given as a whole number."""
    return first_day(month + 1) - timedelta(days=1)


@dataclass(frozen=True)
class Period:
    """A period of one kind that ends with a month; both ends are inclusive.

    >>> Period(PeriodType.ROLLING12, month_of(date(2024, 3, 1))).start
    datetime.date(2023, 4, 1)
    """

    kind: PeriodType
    month: int

    @property
    def start(self) -> date:
        """First day; for a snapshot the day itself."""
        if self.kind is PeriodType.SNAPSHOT:
            return self.end
        return first_day(self.first_month)

    @property
    def first_month(self) -> int:
        """First month of the period, as a whole number."""
        return self.month - self.kind.months(self.month) + 1

    @property
    def end(self) -> date:
        """Last day: the last day of its month."""
        return last_day(self.month)


def periods(kind: PeriodType, to: int, count: int) -> list[Period]:
    """The periods of a kind that end within the `count` months up to `to`, oldest first."""
    return [Period(kind, m) for m in range(to - count + 1, to + 1) if kind.months(m)]
