"""Counting by several breakdowns, one after the other, from rows that are kept."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Sequence
from pathlib import Path

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from trigpoint.engine.asked import Question, asked, forget
from trigpoint.engine.backends import DuckDB

ROWS = pa.table(
    {"authority": [1, 1, 1, 2], "sex": ["F", "M", None, "F"], "team": ["a", "b", "b", "b"], "n": [1, 2, 4, 8]}
)


def counted(rows: ir.Table, by: Sequence[str]) -> ir.Table:
    return rows.group_by("authority", *by).agg(n=rows.n.sum())


def test_every_breakdown_is_counted_however_often_it_is_asked_for(tmp_path: Path) -> None:
    backend = DuckDB()
    backend.start(tmp_path)
    rows = backend.hold(ROWS, "given")
    built: list[int] = []

    def build() -> ir.Table:
        built.append(1)
        return rows.filter(rows.n < ibis.literal(8))

    expected: dict[tuple[str, ...], list[tuple[object, ...]]] = {
        (): [(1, 7)],
        ("sex",): [(1, "F", 1), (1, "M", 2), (1, None, 4)],
        ("team",): [(1, "a", 1), (1, "b", 6)],
        ("sex", "team"): [(1, "F", "a", 1), (1, "M", "b", 2), (1, None, "b", 4)],
    }
    for _ in range(2):
        for by, answer in expected.items():
            found = asked(backend.con, Question(("rows",), build, counted), by)
            assert found.column_names == ["authority", *by, "n"]
            assert sorted((tuple(row.values()) for row in found.to_pylist()), key=str) == sorted(answer, key=str)
        forget(backend.con)
    assert built == [1]
    assert not [name for name in backend.con.list_tables() if name.startswith("rows_kept")]


def test_what_is_remembered_of_a_connection_does_not_hold_it_and_is_its_own(tmp_path: Path) -> None:
    """A long process opens many connections, and Ibis takes two of them for equal that were opened alike."""

    def ask(rows: pa.Table) -> tuple[weakref.ref[object], object]:
        backend = DuckDB()
        backend.start(tmp_path)
        stored = backend.con.create_table("stored", rows, temp=True)
        question = Question(("rows",), lambda: stored, counted)
        found = [asked(backend.con, question, ()).to_pylist() for _ in range(4)]
        return weakref.ref(backend.con), found[-1][0]

    ask(ROWS)  # what Ibis makes once and keeps may hold the first
    second, other = ask(ROWS.slice(0, 1))
    gc.collect()
    assert second() is None
    assert other == {"authority": 1, "n": 1}
