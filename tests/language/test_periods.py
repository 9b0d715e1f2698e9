"""Every kind of period at every month's end of forty years, against rules a reader can check on fingers."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import pytest

from trigpoint.language.period import Period, PeriodType, first_day, last_day, month_of, periods

MONTHS = range(month_of(date(2000, 1, 1)), month_of(date(2040, 12, 31)) + 1)
ROLLING = {PeriodType.MONTH: 1, PeriodType.ROLLING3: 3, PeriodType.ROLLING12: 12, PeriodType.ROLLING36: 36}


def end_of(month: int) -> date:
    year, number = divmod(month, 12)
    return date(year, number + 1, calendar.monthrange(year, number + 1)[1])


def back(day: date, months: int) -> date:
    """First of the month so many months before the month of a day, step by step."""
    first = day.replace(day=1)
    for _ in range(months):
        first = (first - timedelta(days=1)).replace(day=1)
    return first


def start_of(kind: PeriodType, end: date) -> date | None:
    """First day of the period that ends on a day, None where none ends."""
    april = date(end.year if end.month >= 4 else end.year - 1, 4, 1)
    if kind is PeriodType.SNAPSHOT:
        return end
    if kind is PeriodType.YTD:
        return april
    if kind is PeriodType.FINANCIAL_YEAR:
        return april if (end.month, end.day) == (3, 31) else None
    if kind is PeriodType.QUARTER:
        quarters = {(6, 30), (9, 30), (12, 31), (3, 31)}
        return back(end, 2) if (end.month, end.day) in quarters else None
    return back(end, ROLLING[kind] - 1)


@pytest.mark.parametrize("kind", PeriodType)
def test_every_period_begins_and_ends_as_the_rule_says(kind: PeriodType) -> None:
    stood = 0
    for month in MONTHS:
        end = end_of(month)
        wanted = start_of(kind, end)
        if wanted is None:
            assert kind.months(month) == 0, end
            assert periods(kind, month, 1) == [], end
            continue
        period = Period(kind, month)
        assert (period.start, period.end) == (wanted, end)
        assert periods(kind, month, 1) == [period]
        if kind is not PeriodType.SNAPSHOT:
            assert first_day(period.first_month) == wanted
            assert kind.months(month) == (end.year - wanted.year) * 12 + end.month - wanted.month + 1
        stood += 1
    per_year = {PeriodType.QUARTER: 4, PeriodType.FINANCIAL_YEAR: 1}.get(kind, 12)
    assert stood == 41 * per_year


def test_months_are_whole_numbers_that_follow_each_other_day_by_day() -> None:
    day = date(1999, 12, 31)
    while day.year < 2041:
        following = day + timedelta(days=1)
        assert month_of(following) - month_of(day) == (following.day == 1)
        assert first_day(month_of(day)) <= day <= last_day(month_of(day))
        assert last_day(month_of(day)) == end_of(month_of(day))
        day = following


def test_periods_within_some_months_are_given_oldest_first() -> None:
    found = periods(PeriodType.QUARTER, month_of(date(2024, 8, 1)), 12)
    assert [period.end for period in found] == [
        date(2023, 9, 30),
        date(2023, 12, 31),
        date(2024, 3, 31),
        date(2024, 6, 30),
    ]
