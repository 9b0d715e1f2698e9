"""When each step of a month is due: working days after the month's end, as a council agrees them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType

from trigpoint.records.calendar import working_days_between
from trigpoint.tasks.configure import Configured, Row, Setting, configured

STEP_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "load": "Load",
        "fix": "Fix data",
        "freeze": "Freeze",
        "calculate": "Calculate",
        "comment": "Comment",
        "challenge": "Challenge",
        "sign": "Sign off",
        "publish": "Publish",
    }
)
"""The steps of a month in their order, with their words."""
STEPS = tuple(STEP_WORDS)
USUAL: Mapping[str, int] = MappingProxyType(
    {"load": 2, "fix": 5, "freeze": 5, "calculate": 6, "comment": 9, "challenge": 10, "sign": 10, "publish": 12}
)
"""The working day after the month's end on which each step is done, where a council settled none of its own."""


@dataclass(frozen=True, kw_only=True)
class MonthPlan:
    """The last day of each step."""

    load: date
    fix: date
    freeze: date
    calculate: date
    comment: date
    challenge: date
    sign: date
    publish: date

    def of(self, step: str) -> date:
        """The last day of a step by its name."""
        found: date = getattr(self, step)
        return found


@dataclass(frozen=True)
class Timetable:
    """What a council settled: the working day of each step, the days it is closed, days agreed for one month.

    `agreed` are by the last day of the month and the step. Closed days count as no working day of the month's steps,
    and nowhere else: statutory time limits count them.
    """

    days: Mapping[str, int] = field(default_factory=lambda: USUAL)
    closed: frozenset[date] = frozenset()
    agreed: Mapping[tuple[date, str], date] = field(default_factory=lambda: MappingProxyType({}))

    def without(self, period: date) -> Timetable:
        """The same without what was agreed for one month."""
        return replace(self, agreed={key: day for key, day in self.agreed.items() if key[0] != period})


def timetable(store: Path) -> Timetable:
    """The timetable of the months as it is settled in a store. Raises StoreError."""
    own = configured(store, Setting.TIMETABLE)
    days = {**USUAL, **{row.key: int(row.value) for row in _rows(own) if row.key in USUAL}}
    closed = frozenset(day for row in _rows(configured(store, Setting.CLOSURE_DAYS)) for day in _days(row))
    agreed = dict(_agreed(row) for row in _rows(configured(store, Setting.MONTH_DATES)))
    return Timetable(MappingProxyType(days), closed, MappingProxyType(agreed))


def month_plan(period: date, publish_on: date | None = None, settled: Timetable | None = None) -> MonthPlan:
    """The plan of the month that ends on `period`; a day of publication that was agreed takes the place of the usual.

    Steps that would be due after the agreed day of publication are due on it. Raises ValueError beyond 2040.
    """
    told = settled or Timetable()
    days = {step: told.agreed.get((period, step)) or _nth(period, told.days[step], told.closed) for step in STEPS}
    if publish_on is not None:
        days = {step: min(day, publish_on) for step, day in days.items()} | {"publish": publish_on}
    return MonthPlan(**days)


def working_day(period: date, today: date, settled: Timetable | None = None) -> int:
    """Which working day after the end of a month a day is: 8 on the eighth."""
    closed = settled.closed if settled else frozenset()
    between = sum(working_days_between(day - timedelta(1), day) for day in closed if period < day <= today)
    return working_days_between(period, today) - between


def agreed_row(period: date, step: str, day: date) -> Row:
    """A day that was agreed for a step of a month, as a row of its setting."""
    return Row(f"{period} {step}", "", day, day)


def _nth(period: date, number: int, closed: frozenset[date]) -> date:
    """The nth working day after a day on which the council is open."""
    day = period
    while number > 0:
        day += timedelta(1)
        number -= day not in closed and working_days_between(day - timedelta(1), day)
    return day


def _rows(found: Configured | None) -> tuple[Row, ...]:
    return found.rows if found else ()


def _days(row: Row) -> Iterator[date]:
    day = row.starts
    while day is not None and day <= (row.ends or day):
        yield day
        day = day + timedelta(1) if row.ends else None


def _agreed(row: Row) -> tuple[tuple[date, str], date]:
    period, _, step = row.key.partition(" ")
    assert row.starts is not None
    return (date.fromisoformat(period), step), row.starts
