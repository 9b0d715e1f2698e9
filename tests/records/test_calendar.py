"""The calendar against the days people remember, an independent library and a slow obvious count."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trigpoint.records.calendar import (
    FIRST,
    LAST,
    add_working_days,
    bank_holidays,
    working_day_numbers,
    working_days_between,
)

DAYS = st.dates(date(2000, 1, 1), date(2039, 12, 31))


def is_working(d: date) -> bool:
    return d.weekday() < 5 and d not in bank_holidays()


def slow_between(a: date, b: date) -> int:
    return sum(is_working(a + timedelta(days=n)) for n in range(1, (b - a).days + 1))


@pytest.mark.parametrize(
    "day",
    [
        "2002-06-03",
        "2002-06-04",
        "2011-04-29",
        "2012-06-04",
        "2012-06-05",
        "2020-05-08",
        "2022-06-02",
        "2022-06-03",
        "2022-09-19",
        "2023-05-08",
        "2010-12-28",
        "2021-12-28",
        "2022-12-27",
        "2022-01-03",
    ],
)
def test_days_that_were_kept_once_or_elsewhere(day: str) -> None:
    assert date.fromisoformat(day) in bank_holidays()


@pytest.mark.parametrize("day", ["2002-05-27", "2012-05-28", "2020-05-04", "2022-05-30", "2022-12-25", "2022-01-01"])
def test_days_that_were_not_kept(day: str) -> None:
    assert date.fromisoformat(day) not in bank_holidays()


def test_weekdays_agree_with_another_library() -> None:
    theirs = holidays.country_holidays("GB", subdiv="ENG", years=range(2010, 2029))
    ours = {d for d in bank_holidays() if 2010 <= d.year <= 2028}
    assert ours == {d for d in theirs if d.weekday() < 5}


def test_every_year_has_its_eight_days_on_weekdays() -> None:
    by_year = {year: [d for d in bank_holidays() if d.year == year] for year in range(FIRST.year, LAST.year + 1)}
    extra = {2002: 1, 2011: 1, 2012: 1, 2022: 2, 2023: 1}
    assert {year: len(days) for year, days in by_year.items()} == {year: 8 + extra.get(year, 0) for year in by_year}
    assert all(d.weekday() < 5 for d in bank_holidays())


@pytest.mark.parametrize(
    ("start", "n", "expected"),
    [
        ("2024-03-04", 20, "2024-04-03"),  # Good Friday 29 March and Easter Monday 1 April
        ("2024-03-02", 1, "2024-03-04"),  # day 0 on a Saturday
        ("2024-03-02", 0, "2024-03-02"),
        ("2024-03-04", 45, "2024-05-09"),
        ("2024-03-04", 46, "2024-05-10"),
        ("2024-12-02", 20, "2025-01-02"),
        ("2022-09-16", 1, "2022-09-20"),  # the State Funeral
    ],
)
def test_worked_examples(start: str, n: int, expected: str) -> None:
    assert add_working_days(date.fromisoformat(start), n) == date.fromisoformat(expected)


@settings(deadline=None)
@given(DAYS, st.integers(0, 400))
def test_between_is_a_count_of_the_days(a: date, length: int) -> None:
    b = min(a + timedelta(days=length), LAST)
    assert working_days_between(a, b) == slow_between(a, b) == -working_days_between(b, a)


@settings(deadline=None)
@given(DAYS, st.integers(1, 100))
def test_adding_lands_on_the_nth_working_day(a: date, n: int) -> None:
    landed = add_working_days(a, n)
    assert is_working(landed)
    assert slow_between(a, landed) == n


@settings(deadline=None)
@given(DAYS, st.integers(0, 60))
def test_numbers_are_the_running_count(first: date, length: int) -> None:
    table = working_day_numbers(first, first + timedelta(days=length))
    rows = table.to_pylist()
    assert [row["d"] for row in rows] == [first + timedelta(days=n) for n in range(length + 1)]
    assert [row["mi"] for row in rows] == [12 * row["d"].year + row["d"].month - 1 for row in rows]
    assert [row["is_wd"] for row in rows] == [int(is_working(row["d"])) for row in rows]
    assert rows[-1]["wd_no"] - rows[0]["wd_no"] == slow_between(first, rows[-1]["d"])


def test_nothing_is_claimed_outside_the_years_covered() -> None:
    table = working_day_numbers(date(1990, 1, 1), date(2060, 12, 31))
    covered = {row["d"]: row["wd_no"] for row in table.to_pylist() if row["wd_no"] is not None}
    assert (min(covered), max(covered)) == (FIRST, LAST)
    assert table["is_wd"].null_count == table["wd_no"].null_count == table.num_rows - len(covered)
    with pytest.raises(ValueError, match="not known"):
        working_days_between(date(1999, 12, 31), date(2000, 2, 1))
    with pytest.raises(ValueError, match="not known"):
        add_working_days(date(2040, 12, 31), 1)


def test_questions_that_make_no_sense_are_refused() -> None:
    with pytest.raises(ValueError, match="from 0 up"):
        add_working_days(date(2024, 1, 1), -1)
    with pytest.raises(ValueError, match="before the first"):
        working_day_numbers(date(2024, 1, 2), date(2024, 1, 1))
