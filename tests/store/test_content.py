"""The content hash: the same for the same rows however they are cut, another for any other rows."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trigpoint.store.content import content_hash
from trigpoint.store.table import TableFile, stored_hash

COLUMNS: dict[str, tuple[pa.DataType, st.SearchStrategy[Any]]] = {
    "text": (pa.string(), st.text(max_size=5)),
    "bytes": (pa.binary(), st.binary(max_size=5)),
    "whole": (pa.int64(), st.integers(-(2**63), 2**63 - 1)),
    "day": (pa.date32(), st.dates()),
    "moment": (pa.timestamp("s"), st.integers(0, 2**33)),
    "flag": (pa.bool_(), st.booleans()),
    "real": (pa.float64(), st.floats(allow_nan=False)),
    "money": (pa.decimal128(9, 2), st.decimals(-100, 100, places=2, allow_nan=False)),
    "many": (pa.list_(pa.string()), st.lists(st.text(max_size=3), max_size=2)),
}
SCHEMA = pa.schema([pa.field(name, kind) for name, (kind, _) in COLUMNS.items()])
ROWS = st.lists(st.fixed_dictionaries({name: st.none() | values for name, (_, values) in COLUMNS.items()}), max_size=8)


def as_table(rows: list[dict[str, Any]]) -> pa.Table:
    return pa.Table.from_pylist(rows, SCHEMA)


def hash_of(rows: list[dict[str, Any]]) -> str:
    return content_hash(SCHEMA, [as_table(rows)])


@settings(deadline=None, max_examples=60)
@given(ROWS, st.lists(st.integers(0, 8), max_size=3))
def test_cuts_leave_no_mark(rows: list[dict[str, Any]], cuts: list[int]) -> None:
    whole, ends = as_table(rows), sorted({0, len(rows), *(min(cut, len(rows)) for cut in cuts)})
    parts = [whole.slice(a, b - a) for a, b in pairwise(ends)]
    assert content_hash(SCHEMA, parts) == content_hash(SCHEMA, [whole])
    joined = pa.concat_tables([SCHEMA.empty_table(), *parts]).combine_chunks()
    assert content_hash(SCHEMA, [joined]) == content_hash(SCHEMA, [whole])


@settings(deadline=None, max_examples=60)
@given(ROWS, ROWS)
def test_other_rows_have_another_hash(some: list[dict[str, Any]], others: list[dict[str, Any]]) -> None:
    # Compared as they are written down: 0.0 and -0.0 are equal numbers but other bytes.
    assert (hash_of(some) == hash_of(others)) == (repr(some) == repr(others))


@pytest.mark.parametrize("name", COLUMNS)
def test_missing_is_not_empty_or_zero(name: str) -> None:
    zero: Any = {"text": "", "bytes": b"", "day": dt.date(1970, 1, 1), "moment": 0, "many": []}
    empty = {"whole": 0, "flag": False, "real": 0.0, "money": Decimal("0.00"), **zero}[name]
    assert hash_of([{name: empty}]) != hash_of([{name: None}])


def test_what_was_calculated_beside_a_missing_value_leaves_no_mark() -> None:
    bits = pa.py_buffer(b"\x01")
    left = pa.Array.from_buffers(pa.int64(), 2, [bits, pa.py_buffer((7).to_bytes(8, "little") + b"\x05" * 8)])
    right = pa.Array.from_buffers(pa.int64(), 2, [bits, pa.py_buffer((7).to_bytes(8, "little") + b"\x06" * 8)])
    schema = pa.schema([pa.field("n", pa.int64())])
    one, two = (content_hash(schema, [pa.table({"n": values})]) for values in (left, right))
    assert one == two


def test_names_types_and_neighbours_count() -> None:
    def of(columns: dict[str, Any]) -> str:
        table = pa.table(columns)
        return content_hash(table.schema, [table])

    tables: list[dict[str, Any]] = [
        {"a": ["x"]},
        {"b": ["x"]},
        {"a": ["x", ""]},
        {"a": ["", "x"]},
        {"a": ["x"], "b": ["x"]},
        {"a": pa.array([1], pa.int64())},
        {"a": pa.array([1], pa.int32())},
        {"a": ["ab", "c"]},
        {"a": ["a", "bc"]},
    ]
    assert len({of(columns) for columns in tables}) == len(tables)


@settings(deadline=None, max_examples=30)
@given(ROWS)
def test_the_file_has_the_hash_of_what_went_in(tmp_path_factory: pytest.TempPathFactory, rows: list[Any]) -> None:
    path: Path = tmp_path_factory.mktemp("table") / "t.parquet"
    file = TableFile(path, SCHEMA)
    file.add(as_table(rows))
    said = file.seal()
    assert said == {"rows": len(rows), "sha256": stored_hash(path)}
    assert pq.read_table(path).to_pylist() == as_table(rows).to_pylist()
