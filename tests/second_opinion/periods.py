"""What each period type means at a month end, and at the as-at day of a month in progress (E2)."""

from datetime import date
from typing import NamedTuple

from .calendar_ import add_months, month_end


class Period(NamedTuple):
    """First and last day, both included; a snapshot is a period of one day. `kind` is its type."""

    first: date
    last: date
    kind: str = ""

    def holds(self, day: date | None) -> bool:
        return day is not None and self.first <= day <= self.last


def last_day(period_end: date, as_at: date) -> date | None:
    """S: the last day of the month, the as-at day in the month that holds it, none (not yet known) after it."""
    end = month_end(period_end)
    if end <= as_at:
        return end
    return as_at if end == month_end(as_at) else None


def exists(period_type: str, period_end: date) -> bool:
    """Quarters end only with a financial quarter, financial years only with March."""
    if period_type == "quarter":
        return period_end.month in (3, 6, 9, 12)
    return period_type != "financial_year" or period_end.month == 3


def financial_year_start(day: date) -> date:
    return date(day.year if day.month >= 4 else day.year - 1, 4, 1)


def period(period_type: str, last: date) -> Period:
    """The period of a type that ends on the day `last`."""
    if not exists(period_type, last):
        raise ValueError(f"There is no {period_type} that ends in {last:%B}.")
    this_month = last.replace(day=1)
    firsts = {
        "snapshot": last,
        "month": this_month,
        "quarter": add_months(this_month, -2),
        "ytd": financial_year_start(last),
        "financial_year": financial_year_start(last),
        "rolling3": add_months(this_month, -2),
        "rolling12": add_months(this_month, -11),
        "rolling36": add_months(this_month, -35),
    }
    return Period(firsts[period_type], last, period_type)
