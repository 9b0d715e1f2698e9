"""Lines laid over one another, against a look at every month by itself."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import mkdtemp

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from trigpoint.engine.backends import DuckDB
from trigpoint.engine.months import FAR
from trigpoint.engine.together import overlay

MONTHS = range(12)
Row = tuple[int, int, int, str | None]
EDGES = st.lists(st.integers(0, len(MONTHS) - 1), unique=True, min_size=2, max_size=8).map(sorted)
FACT = st.none() | st.sampled_from("xyz")


@cache
def duckdb() -> DuckDB:
    made = DuckDB()
    made.start(Path(mkdtemp()))
    return made


@st.composite
def lines(draw: st.DrawFn) -> list[Row]:
    """Rows of three children, none overlapping another of its child; some touch, and a last one may have no end."""
    rows: list[Row] = []
    for child in range(3):
        edges = draw(st.just([]) | EDGES)
        mine = [(child, begin, end, draw(FACT)) for begin, end in pairwise(edges)]
        rows += [row for row in mine if draw(st.booleans())]
        if draw(st.booleans()) and edges:
            rows.append((child, edges[-1], FAR, draw(FACT)))
    return rows


def table(rows: list[Row], fact: str) -> pa.Table:
    names = ["child", "from_month", "to_month", fact]
    columns = list(zip(*rows, strict=True)) if rows else [()] * 4
    kinds = [pa.int64()] * 3 + [pa.string()]
    return pa.table(dict(zip(names, (pa.array(c, k) for c, k in zip(columns, kinds, strict=True)), strict=True)))


def stands(rows: list[Row], child: int, month: int) -> list[Row]:
    return [row for row in rows if row[0] == child and row[1] <= month < row[2]]


@given(st.lists(lines(), min_size=1, max_size=5))
@settings(deadline=None, max_examples=25)
def test_every_month_has_what_each_line_says_of_it(parts: list[list[Row]]) -> None:
    held = [duckdb().con.create_table(f"line{i}", table(p, f"fact{i}"), overwrite=True) for i, p in enumerate(parts)]
    found = overlay(held[0], held[1:], ["child"]).to_pyarrow().to_pylist()
    for child in range(3):
        for month in [*MONTHS, FAR - 1]:
            base, *others = [stands(rows, child, month) for rows in parts]
            said = [row for row in found if row["child"] == child and row["from_month"] <= month < row["to_month"]]
            assert len(said) == len(base)
            for row in said:
                facts = [mine[0][3] if mine else None for mine in (base, *others)]
                assert [row[f"fact{place}"] for place in range(len(parts))] == facts
