"""When each step of a month is due: working days after the month's end, as a council agrees them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from trigpoint.records.calendar import add_working_days, working_days_between

_DUE = {"load": 2, "fix": 5, "freeze": 5, "calculate": 6, "comment": 9, "challenge": 10, "sign": 10, "publish": 12}
"""The working day after the month's end on which each step is done."""


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


def month_plan(period: date, publish_on: date | None = None) -> MonthPlan:
    """The plan of the month that ends on `period`; a day of publication that was agreed takes the place of the usual.

    Steps that would be due after the agreed day of publication are due on it. Raises ValueError beyond 2040.
    """
    days = {step: add_working_days(period, number) for step, number in _DUE.items()}
    if publish_on is not None:
        days = {step: min(day, publish_on) for step, day in days.items()} | {"publish": publish_on}
    return MonthPlan(**days)


def working_day(period: date, today: date) -> int:
    """Which working day after the end of a month a day is: 8 on the eighth."""
    return working_days_between(period, today)
