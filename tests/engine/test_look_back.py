"""What has lasted so long at a date: held against the plain rule of days."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import ibis
import pyarrow as pa
import pytest

from trigpoint.engine.look_back import lasted

DAYS = [date(2022, 12, 1) + timedelta(days=n) for n in range(3 * 366)]


def before(day: date, months: int) -> date:
    """The day so many months before, clipped to the month's end."""
    year, month = divmod(12 * day.year + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@pytest.mark.parametrize("months", [6, 24, 30])
def test_a_stay_has_lasted_from_the_first_day_that_looks_back_on_it(months: int) -> None:
    con = ibis.duckdb.connect()
    table = con.create_table("days", pa.table({"day": pa.array(DAYS, pa.date32())}))
    found = con.to_pyarrow(table.select("day", on=lasted(table.day, months)).order_by("day"))["on"].to_pylist()
    for day, first in zip(DAYS, found, strict=True):
        assert day <= before(first, months)
        assert day > before(first - timedelta(days=1), months)
