"""Which record columns each column of a case view stands on, worked out from the view's own builder."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import ibis.expr.operations as ops
import ibis.expr.types as ir
import pyarrow as pa

from trigpoint.cases.reads import FILE
from trigpoint.engine.backends import DuckDB
from trigpoint.engine.lineage import Lineage, Names
from trigpoint.engine.on_duckdb import Connection
from trigpoint.engine.prepared import with_identity
from trigpoint.engine.records import Records
from trigpoint.engine.sql import mended
from trigpoint.language.case_view import VIEWS, CaseView
from trigpoint.records import TABLES
from trigpoint.records.numbering import AUTHORITIES, CHILDREN, child_columns

_AS_AT = date(2026, 3, 31)
_DEEP = 100_000
"""Expressions stand on one another deeper than Python goes down by itself."""
_OURS: list[pa.Field[Any]] = [
    pa.field("number", pa.int64()),
    pa.field("authority", pa.string()),
    pa.field("child", pa.string()),
]
_UNIQUE = {"calendar_days": "d", "records_children": "number"}
"""Tables of ours, and the column of which each value stands in one row."""


class _Unasked(Connection):
    """A connection on which a kept step is never worked out: it stands for its expression."""

    def _create_cached_table(self, name: str, expr: ir.Table) -> ir.Table:
        return ops.DatabaseTable(name, schema=expr.schema(), source=self).to_expr()

    def _drop_cached_table(self, name: str) -> None:
        pass


class _Empty(DuckDB):
    """Every record table is there and has no rows."""

    def start(self, scratch: Path) -> None:
        self.scratch = scratch
        self.con = _Unasked().connect()
        self.con.compiler = mended(self.con.compiler)

    def read(self, paths: Any, name: str) -> ir.Table:  # noqa: ARG002 - there are no files
        table = name.removeprefix("records_")
        if table in {AUTHORITIES, CHILDREN}:
            return self.hold(pa.schema(_OURS).empty_table(), name)
        empty = TABLES[table].schema().empty_table()
        numbers = {f"{c}_number": pa.array([], pa.int64()) for c in ("authority", *child_columns(table))}
        return self.hold(pa.table({c: empty[c] for c in empty.column_names} | numbers), name)


def reads(view: type[CaseView], columns: tuple[str, ...] | None = None) -> dict[str, Names]:
    """Record columns that decide what a view says: under an empty name which rows it has, under each of its columns
    (all, or those named) what that adds. Each is asked alone, as figures ask for it."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(_DEEP)
    try:
        with TemporaryDirectory() as scratch:
            return _reads(view, tuple(view.columns) if columns is None else columns, Path(scratch))
    finally:
        sys.setrecursionlimit(before)


def _reads(view: type[CaseView], columns: tuple[str, ...], scratch: Path) -> dict[str, Names]:
    backend = _Empty()
    backend.start(scratch)
    records = Records(backend, {name: (Path(),) for name in (*TABLES, AUTHORITIES, CHILDREN)}, _AS_AT)
    lineage = Lineage({f"records_{name}": name for name in TABLES}, _UNIQUE)
    found: dict[str, Names] = {}
    for name in ("", *columns):
        wanted = with_identity(view, [name] if name else [])
        records.wanted, records.extras = wanted, bool(wanted & view.extras())
        built = import_module(f"trigpoint.engine.views.{view.name}").build(records)
        rows = lineage.rows(built)
        if view.state:
            rows |= lineage.column(built, "from_month") | lineage.column(built, "to_month")
        own = lineage.column(built, name) if name else frozenset()
        found[name] = _of_records(rows | own) - found.get("", frozenset())
    return found


def _of_records(names: Names) -> Names:
    """Columns under the names that they are loaded by; whose row it is, is always there."""
    numbered = {f"{c}_number": c for table in TABLES for c in child_columns(table)}
    plain = ((table, numbered.get(column, column)) for table, column in names)
    return frozenset((table, column) for table, column in plain if column in TABLES[table].schema().names[1:])


def rows_of(view: type[CaseView], found: Mapping[str, Names]) -> Iterator[tuple[str, str, str, str]]:
    """Lines of the file: `view, column, table, reads`."""
    for column, names in found.items():
        for table in sorted({table for table, _ in names}):
            yield view.name, column, table, " ".join(sorted(name for of, name in names if of == table))


def main() -> None:
    """Write the file anew: run this after a change of a view, `python -m trigpoint.engine.tracing`."""
    lines = [line for name in sorted(VIEWS) for line in rows_of(VIEWS[name], reads(VIEWS[name]))]
    with FILE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("view", "column", "table", "reads"))
        writer.writerows(lines)


if __name__ == "__main__":
    main()
