"""Rows gathered by record table while a payload is read, in columns as soon as there are many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from trigpoint.records import TABLES
from trigpoint.sources.columns import Column
from trigpoint.sources.issue import Issue
from trigpoint.sources.sheet import Sheet

_MANY = 20_000
_ROW = "number of the child"


class Gathered:
    """Rows of the record tables, each with the number of its child."""

    def __init__(self) -> None:
        self._rows: dict[str, list[dict[str, Any]]] = {}
        self._done: dict[str, list[pa.Table]] = {}

    def add(self, number: int, table: str, row: Mapping[str, Any]) -> None:
        """Take a row in."""
        rows = self._rows.setdefault(table, [])
        rows.append({**row, _ROW: number})
        if len(rows) >= _MANY:
            self._flush(table)

    def add_columns(self, numbers: NDArray[np.int64], table: str, columns: Mapping[str, Column]) -> None:
        """Take rows of several children in; a column that is not given is missing."""
        schema = _schema(table)
        given = {**columns, _ROW: pa.array(numbers)}
        arrays = [given[f.name] if f.name in given else pa.nulls(len(numbers), f.type) for f in schema]
        self._done.setdefault(table, []).append(pa.Table.from_arrays(arrays, schema=schema))

    def _flush(self, table: str) -> None:
        rows = self._rows.pop(table, [])
        if rows:
            self._done.setdefault(table, []).append(pa.Table.from_pylist(rows, schema=_schema(table)))

    def sheet(self, table: str, file: str, refused: Counter[str], issues: Sequence[Issue] = ()) -> Sheet:
        """The rows of a table as a sheet whose row numbers are the children's, in the order of these."""
        self._flush(table)
        whole = pa.concat_tables([_schema(table).empty_table(), *self._done.pop(table, [])]).combine_chunks()
        numbers = np.asarray(whole[_ROW], dtype=np.int64)
        if (np.diff(numbers) < 0).any():
            whole = whole.take(np.argsort(numbers, kind="stable")).combine_chunks()
        columns = {name.lower(): _array(whole, name) for name in whole.column_names if name != _ROW}
        rows = np.asarray(whole[_ROW], dtype=np.int64)
        return Sheet(file, columns, rows, refused[table], list(issues))


def _array(table: pa.Table, name: str) -> Any:
    chunks = table[name].chunks
    return chunks[0] if chunks else pa.array([], table[name].type)


def _schema(table: str) -> pa.Schema:
    fields = TABLES[table].fields.values()
    columns: list[pa.Field[Any]] = [
        pa.field(stored, pa.date32() if field.kind == "date" else pa.string())
        for field in fields
        for stored in field.stored
    ]
    return pa.schema([*columns, pa.field(_ROW, pa.int64())])
