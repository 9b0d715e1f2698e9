"""Ibis on DuckDB: a step that is kept goes in without asking DuckDB for what Ibis knows, and may be done behind."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import ibis.expr.operations as ops
import ibis.expr.types as ir
import pyarrow as pa
from ibis.backends.duckdb import Backend

from trigpoint.engine.behind import Behind, Work

Write = Callable[[Path], None]

# DuckDB opens a connection when it is imported, which nobody uses. Its threads do not come along into a process that is
# forked off afterwards, as those of a web server are, and that process would fall over them when it ends.
duckdb.default_connection().close()


class Connection(Backend):  # type: ignore[misc] # Ibis has no types
    """A connection on which a kept step is two statements, where Ibis would write eight.

    Tables and views belong to the database, not to the connection: what is done behind is done on another one.
    """

    _behind: Behind | None = None
    _is_put_off = False

    @contextmanager
    def ahead(self) -> Iterator[None]:
        """Meanwhile steps can be put off; at the end all that was put off is done."""
        if self._behind is not None:
            yield
            return
        other = self.con.cursor()
        other.execute("SET enable_progress_bar = false; SET timezone = 'UTC'")
        self._behind, self._put_off = Behind(other), set[str]()
        try:
            with self._behind:
                yield
        finally:
            self._behind = None
            other.close()

    @contextmanager
    def putting_off(self) -> Iterator[None]:
        """Meanwhile steps are kept, and files written and read, behind, if anything can be."""
        before, self._is_put_off = self._is_put_off, self._behind is not None
        try:
            yield
        finally:
            self._is_put_off = before

    def mark(self) -> Callable[[], None]:
        """A call that waits until all is done that was put off so far, and raises what went wrong."""
        return self._behind.mark() if self._behind is not None else lambda: None

    def _do(self, work: Work, name: str) -> None:
        """Make something with a name, behind or at once."""
        if self._behind is not None and self._is_put_off:
            self._put_off.add(name)
            self._behind.put(work)
        else:
            work(self.con)

    def through_file(self, expr: ir.Table, name: str, keep: Callable[[Write], Path]) -> ir.Table:
        """The rows of a table as a Parquet file that `keep` puts into its place, read under a name."""
        self._made_known(expr)
        rows, schema = self.compile(expr), expr.schema()

        def work(con: Any) -> None:
            path = keep(lambda place: con.execute(_copy(rows, place)))
            con.execute(f'CREATE OR REPLACE VIEW "{name}" AS SELECT * FROM read_parquet({_quoted(path)})')

        self._do(work, name)
        return self._named(name, schema)

    def hold(self, table: pa.Table, name: str) -> ir.Table:
        """A small table of ours as one of the database."""
        self.con.register(f"{name}_given", table)
        self.raw_sql(f'CREATE OR REPLACE TABLE "{name}" AS SELECT * FROM "{name}_given"')
        self.con.unregister(f"{name}_given")
        return self.table(name)

    def _create_temp_view(self, table_name: str, source: Any) -> None:
        self.raw_sql(f'CREATE OR REPLACE VIEW "{table_name}" AS {source.sql(dialect=self.name)}')

    def _create_cached_table(self, name: str, expr: ir.Table) -> ir.Table:
        self._made_known(expr)
        schema, kinds = expr.schema(), self.compiler.type_mapper
        # typed by hand: DuckDB's own sums are wider than what Ibis says they are
        columns = ", ".join(f'"{column}" {kinds.to_string(kind)}' for column, kind in schema.items())
        rows = self.compile(expr)

        def work(con: Any) -> None:
            con.execute(f'CREATE TABLE "{name}" ({columns})')
            con.execute(f'INSERT INTO "{name}" {rows}')

        self._do(work, name)
        return self._named(name, schema)

    def _drop_cached_table(self, name: str) -> None:
        def work(con: Any) -> None:
            con.execute(f'DROP TABLE IF EXISTS "{name}"')

        if self._behind is not None and name in self._put_off:
            self._behind.put(work)
        else:
            work(self.con)

    def _made_known(self, expr: ir.Table) -> None:
        """Tables of ours that an expression holds, made known where it is going to be worked out."""
        self._run_pre_execute_hooks(expr)
        if self._behind is not None and self._is_put_off:
            for op in expr.op().find(ops.InMemoryTable):
                self._behind.put(partial(_register, name=op.name, table=op.data.to_pyarrow(op.schema)))

    def _named(self, name: str, schema: Any) -> ir.Table:
        return ops.DatabaseTable(name, schema=schema, source=self).to_expr()


def _register(con: Any, name: str, table: pa.Table) -> None:
    con.register(name, table)


def _copy(rows: str, place: Path) -> str:
    return f"COPY ({rows}) TO {_quoted(place)} (FORMAT parquet, COMPRESSION zstd)"


def _quoted(path: Path) -> str:
    return "'" + os.fspath(path).replace("'", "''") + "'"
