"""Dice that fall on edges: month ends, anniversaries, the days beside a limit, bank holidays, weekends."""

import calendar
import csv
from copy import copy
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import TypeVar

T = TypeVar("T")

HOLIDAYS = Path(__file__).parents[2] / "src" / "trigpoint" / "records" / "data" / "bank_holidays.csv"
with HOLIDAYS.open(encoding="utf-8", newline="") as lines:
    BANK_HOLIDAYS = frozenset(date.fromisoformat(row["date"]) for row in csv.DictReader(lines))

MONTH_ENDS = (
    "2024-01-31",
    "2024-02-29",
    "2024-03-31",
    "2024-06-30",
    "2024-09-30",
    "2024-12-31",
    "2025-02-28",
    "2026-02-28",
)
MID_MONTH = ("2024-03-01", "2024-03-29", "2024-04-02", "2024-05-27", "2024-12-27", "2026-03-02")


def months_on(day: date, n: int) -> date:
    """The same day n months on (or back), or that month's last day."""
    months = day.year * 12 + day.month - 1 + n
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def working_days_on(day: date, n: int) -> date:
    """The nth working day after, or before where n is negative."""
    step = timedelta(days=1 if n > 0 else -1)
    for _ in range(abs(n)):
        day += step
        while day.weekday() >= 5 or day in BANK_HOLIDAYS:
            day += step
    return day


class Dice:
    """Seeded choices around one as-at day."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.as_at = date.fromisoformat(self.pick(*MONTH_ENDS) if self.chance(0.7) else self.pick(*MID_MONTH))
        self.edges = self._edges()

    def beside(self, seed: str) -> "Dice":
        """Other dice around the same as-at day: what they give takes nothing from these."""
        other = copy(self)
        other.random = Random(seed)
        return other

    def _edges(self) -> list[date]:
        """The days around which figures change: month ends and first days of the last 25 months, and odd days."""
        edges = [self.as_at] * 4
        for back in range(25):
            first = months_on(self.as_at.replace(day=1), -back)
            last = first - timedelta(days=1)
            edges += [first, last] * (3 if back < 6 else 1)
        recent = [day for day in sorted(BANK_HOLIDAYS) if months_on(self.as_at, -14) < day < self.as_at]
        return edges + recent + [date(2024, 2, 29), date(2023, 2, 28), date(2024, 3, 1)]

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def pick(self, *options: T) -> T:
        return self.random.choice(options)

    def near(self, day: date) -> date:
        """The day itself, more often than the day before or after."""
        return day + timedelta(days=self.pick(-1, 0, 0, 0, 1))

    def edge(self) -> date:
        return self.near(self.random.choice(self.edges))

    def day(self) -> date:
        """A day of the last two and a half years, now and then to come."""
        if self.chance(0.5):
            return self.edge()
        if self.chance(0.05):
            return self.as_at + timedelta(days=self.pick(1, 2, 20))
        return self.as_at - timedelta(days=self.random.randrange(900))

    def flag(self, yes: float) -> str:
        """A yes or no as people write them, or nothing."""
        if self.chance(yes):
            return self.pick("Y", "Y", "Y", "y", "1", "T", "Yes", "TRUE")
        return self.pick("N", "N", "N", "", "", "n", "0", "F", "No")
