"""What is written otherwise for DuckDB, for speed, means the same: texts stripped, days moved."""

from datetime import date, timedelta
from itertools import product

import ibis
import pyarrow as pa
import pytest

from trigpoint.engine import Engine
from trigpoint.engine.months import add_months, month_after
from trigpoint.language.period import month_of

AS_AT = date(2026, 3, 31)
_SIGNS = ("", " ", "\t", "\n", "\r", "\x0b", "\x0c", "!", "a", "\x01", "é", "\u2003", "\u00a0")


@pytest.fixture(scope="module")
def engine() -> Engine:
    """An engine without records."""
    return Engine({}, AS_AT, {})


def test_only_six_signs_are_stripped(engine: Engine) -> None:
    """Texts of every order of white space, other signs that nobody sees, and letters; a missing one stays missing."""
    texts = [None, *("".join(signs) for signs in product(_SIGNS, repeat=3))]
    table = engine.backend.hold(pa.table({"text": texts}), "texts_to_strip")
    found = table.select("text", bare=table.text.strip()).to_pyarrow().to_pylist()
    assert len(found) == len(texts)
    assert all(row["bare"] == (row["text"] and row["text"].strip(" \t\n\r\x0b\x0c")) for row in found)


def test_days_are_moved_by_days_and_months(engine: Engine) -> None:
    """Every day of four years, there and back, one move upon another; what comes out is a day, not a moment."""
    days = [date(2022, 1, 1) + timedelta(days=n) for n in range(1_461)]
    table = engine.backend.hold(pa.table({"day": [*days, None]}), "days_to_move")
    moved = table.select(
        "day",
        later=table.day + ibis.interval(days=40),
        earlier=table.day - ibis.interval(days=40),
        after=add_months(table.day, 1) + ibis.interval(days=1),
        before=add_months(table.day, -12),
        month=month_after(table.day, AS_AT),
    )
    assert {engine.con.con.sql(engine.con.compile(moved)).types[place].id for place in range(5)} == {"date"}
    rows = [row for row in moved.to_pyarrow().to_pylist() if row["day"]]
    assert len(rows) == len(days)
    for row in rows:
        day = row["day"]
        assert (row["later"] - day, day - row["earlier"]) == (timedelta(days=40), timedelta(days=40))
        following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
        last = (date(following.year + following.month // 12, following.month % 12 + 1, 1) - timedelta(days=1)).day
        assert row["after"] == following.replace(day=min(day.day, last)) + timedelta(days=1)
        assert row["before"] == date(day.year - 1, day.month, min(day.day, 28) if day.month == 2 else day.day)
        assert row["month"] == month_of(day + timedelta(days=1))
