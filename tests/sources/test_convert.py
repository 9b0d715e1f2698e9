"""The fast reading of a column equals the plain reading of its cells."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trigpoint.records.table import Field
from trigpoint.sources import values
from trigpoint.sources.convert import convert

_NEAR_DATES = st.one_of(
    st.from_regex(
        r"[012][0-9]{3}-[01][0-9]-[0-3][0-9]([ T][0-2][0-9]:[0-6][0-9](:[0-6][0-9](\.[0-9]{1,9})?)?)?", fullmatch=True
    ),
    st.sampled_from(["2024-02-30", "0000-01-01", "20/03/2024", "2024-3-1", "2024-01-01T10", "2024-01-01T10:30.5"]),
    st.dates().map(date.isoformat),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(_NEAR_DATES | st.none(), max_size=5))
def test_dates_and_moments(texts: list[str | None]) -> None:
    column = pa.array(texts, pa.string())
    for kind, plain in (("date", values.day), ("datetime", values.moment)):
        found = convert(column, Field(kind))  # type: ignore[arg-type]
        expected: list[Any] = [plain(text) if text else None for text in texts]
        assert found.column.to_pylist() == expected
        assert found.bad.tolist() == [n for n, t in enumerate(texts) if t is not None and expected[n] is None]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.from_regex(r"[+-]?[0-9]{0,4}\.?[0-9]{0,4}(e[+-]?[0-5])?", fullmatch=True), max_size=5),
    st.sampled_from([10, 100]),
)
def test_scaled_numbers_are_exact(texts: list[str], per: int) -> None:
    found = convert(pa.array(texts, pa.string()), Field("scaled", per=per))
    for place, text in enumerate(texts):
        try:
            exact = Fraction(text) * per
        except ValueError:
            assert place in found.bad
            continue
        stored = found.column[place].as_py()
        assert abs(stored - exact) <= Fraction(1, 2)
        assert (place in found.rounded) == (exact.denominator != 1)
        if abs(stored - exact) == Fraction(1, 2):
            assert abs(stored) > abs(exact)


def test_scaled_numbers_too_large_to_store_are_no_numbers() -> None:
    assert convert(pa.array(["9e17", "9.3e18", "1e99"]), Field("scaled", per=10)).bad.tolist() == [1, 2]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("12.0", 12),
        ("+3", 3),
        ("-4", -4),
        ("12.5", None),
        ("0x1F", None),
        ("1,000", None),
        ("9" * 30, None),
    ],
)
def test_whole_numbers(text: str, value: int | None) -> None:
    found = convert(pa.array([text]), Field("integer"))
    assert found.column.to_pylist() == [value]


def test_moments_of_parquet_become_days_and_seconds() -> None:
    at = datetime.fromisoformat("1969-12-31T23:59:59.999999")
    column = pa.array([at], pa.timestamp("us"))
    assert convert(column, Field("date")).column.to_pylist() == [at.date()]
    assert convert(column, Field("datetime")).column.to_pylist() == [at - timedelta(microseconds=999999)]
    assert convert(column, Field("text")).column.to_pylist() == ["1969-12-31 23:59:59"]
