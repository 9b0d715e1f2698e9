"""Months as pages name and offer them."""

from __future__ import annotations

from datetime import date, timedelta


def last_month_end(day: date) -> date:
    """The last day of the month before a day's own."""
    return day.replace(day=1) - timedelta(days=1)


def month_ends(newest: date, count: int) -> list[date]:
    """The last days of some months, newest first, from the one that ends on `newest`."""
    found = [newest]
    while len(found) < count:
        found.append(last_month_end(found[-1]))
    return found
