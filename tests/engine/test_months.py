"""Days become months in three ways and no other: each is held against the plain rule of days, for every day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import ibis
import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pytest

from trigpoint.engine.months import AGES, FAR, add_months, age_band, birthday, month_after, month_of, month_on, open_end
from trigpoint.language.period import last_day
from trigpoint.language.period import month_of as month

FIRST, LAST = month(date(2000, 1, 1)), month(date(2040, 12, 31))
MONTHS = np.arange(FIRST, LAST + 1)
AS_AT = {
    "month's end": date(2040, 12, 31),
    "mid-month": date(2040, 12, 17),
    "first of a month": date(2040, 12, 1),
    "leap day": date(2040, 2, 29),
    "day before a leap day": date(2040, 2, 28),
}

Days = npt.NDArray[np.datetime64]


def days() -> list[date]:
    """Every day of the window, some before and after it, and nothing."""
    start = date(1998, 12, 1)
    return [start + timedelta(days=n) for n in range((date(2042, 2, 1) - start).days)]


def observed(as_at: date) -> Days:
    """The day on which each month is observed: its last, but the as-at date in the month that holds it."""
    months = [int(m) for m in MONTHS if m <= month(as_at)]
    return np.array([min(last_day(m), as_at) for m in months], dtype="datetime64[D]")


@pytest.fixture
def con() -> Iterator[ibis.BaseBackend]:
    con = ibis.duckdb.connect()
    ibis.set_backend(con)
    yield con
    con.disconnect()


def asked(con: ibis.BaseBackend, **columns: object) -> dict[str, npt.NDArray[np.int64]]:
    """The columns over every day, in one query; a column is an expression over `day`."""
    table = con.create_table("days", pa.table({"day": pa.array(days(), pa.date32())}))
    made = {name: make(table.day) for name, make in columns.items()}  # type: ignore[operator]
    found = table.select("day", **made).order_by("day").to_pyarrow()
    return {name: found[name].to_numpy() for name in columns}


def held(found: npt.NDArray[np.int64], seen: Days) -> npt.NDArray[np.bool_]:
    """For every day and every month observed, whether the month is at or after the one found."""
    return found[:, None] <= MONTHS[None, : len(seen)]


@pytest.mark.parametrize("as_at", AS_AT.values(), ids=AS_AT)
def test_the_three_forms_say_what_the_days_say(con: ibis.BaseBackend, as_at: date) -> None:
    found = asked(
        con, on=lambda d: month_on(d, as_at), after=lambda d: month_after(d, as_at), end=lambda d: open_end(d, as_at)
    )
    every, seen = np.array(days(), dtype="datetime64[D]"), observed(as_at)
    assert len(seen) > 480
    assert np.array_equal(held(found["on"], seen), every[:, None] <= seen[None, :])
    assert np.array_equal(held(found["after"], seen), every[:, None] < seen[None, :])
    assert np.array_equal(found["on"], found["end"])


@pytest.mark.parametrize("as_at", AS_AT.values(), ids=AS_AT)
@pytest.mark.parametrize("window", [12, 24])
def test_a_spell_touches_the_window_until_the_month_of_its_last_day_has_left_it(
    con: ibis.BaseBackend, window: int, as_at: date
) -> None:
    """A spell [start, end) touches the n months up to m while `mi(start) <= m < mi(end - 1 day) + n`: the months are
    whole, the last of them up to the day on which it is observed."""
    found = asked(con, last=lambda d: month_of((d - ibis.interval(days=1)).cast("date")) + window)
    ends, seen = np.array(days(), dtype="datetime64[D]"), observed(as_at)
    opens = np.array([last_day(int(m) - window) for m in MONTHS[: len(seen)]], dtype="datetime64[D]") + 1
    touches = ends[:, None] - 1 >= opens[None, :]  # its last day is not before the window opens
    assert np.array_equal(MONTHS[None, : len(seen)] < found["last"][:, None], touches)


def test_without_a_day_a_spell_is_open_for_ever(con: ibis.BaseBackend) -> None:
    nothing = pa.table({"day": pa.array([None, date(2024, 5, 31)], pa.date32())})
    table = con.create_table("nothing", nothing)
    found = table.select(end=open_end(table.day, date(2024, 5, 30))).to_pyarrow()["end"].to_pylist()
    assert found == [FAR, FAR]


@pytest.mark.parametrize("months", [-24, -12, -3, 0, 1, 3, 6, 12, 24])
def test_months_are_added_and_clipped_to_the_months_end(con: ibis.BaseBackend, months: int) -> None:
    table = con.create_table("days", pa.table({"day": pa.array(days(), pa.date32())}))
    rows = table.select("day", then=add_months(table.day, months)).to_pyarrow().to_pylist()
    for row in rows:
        last = last_day(month(row["day"]) + months)
        assert row["then"] == last.replace(day=min(last.day, row["day"].day))


@pytest.mark.parametrize("age", [1, 5, 10, 16, 17, 18])
def test_birthdays_are_the_first_day_on_which_the_age_is_reached(con: ibis.BaseBackend, age: int) -> None:
    born: ir.Table = con.create_table("days", pa.table({"day": pa.array(days(), pa.date32())}))
    for row in born.select("day", then=birthday(born.day, age)).to_pyarrow().to_pylist():
        year = row["day"].year + age
        same = [d for d in [(row["day"].month, row["day"].day)] if d != (2, 29) or year % 4 == 0]
        assert row["then"] == (date(year, *same[0]) if same else date(year, 3, 1))


BANDS = {1: "Under 1", 5: "1 to 4", 10: "5 to 9", 16: "10 to 15", 18: "16 and 17"}


@pytest.mark.parametrize("born", ["2008-02-29", "2007-02-28", "2006-03-01", "2010-12-31", "2012-01-01", "1999-06-15"])
def test_the_age_band_changes_on_birthdays_and_at_no_other_time(con: ibis.BaseBackend, born: str) -> None:
    table = con.create_table("days", pa.table({"day": pa.array(days(), pa.date32())}))
    birth = ibis.date(born)
    turns = {f"b{age}": birthday(birth, age) for age in AGES}
    rows = table.select("day", band=age_band(birth, table.day), **turns).to_pyarrow().to_pylist()
    assert set(AGES) == set(BANDS)
    for row in rows:
        reached = [age for age in AGES if row["day"] < row[f"b{age}"]]
        wanted = BANDS[reached[0]] if reached else "18 and over"
        assert row["band"] == ("Unborn" if row["day"] < date.fromisoformat(born) else wanted)
