"""Ibis on DuckDB: steps that are kept are worked out in the background, while Ibis writes what comes after them."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import cached_property, partial
from pathlib import Path
from typing import Any, TypeVar

import duckdb
import ibis.expr.operations as ops
import ibis.expr.types as ir
import pyarrow as pa
import sqlglot.expressions as sge
from ibis.backends.duckdb import Backend

from trigpoint.engine.background import Background

Put = TypeVar("Put")


class Connection(Backend):  # type: ignore[misc] # Ibis has no types
    """A connection on which a kept step is two statements, where Ibis would write eight, and is not waited for.

    Each statement of the background has a cursor of its own, and sees tables and views, but none that are temporary.
    `at_once` of them run beside one another.
    """

    at_once = 2

    @cached_property
    def _background(self) -> Background:
        return Background(self.at_once)

    @cached_property
    def _running(self) -> set[duckdb.DuckDBPyConnection]:
        return set()

    @cached_property
    def _under_way(self) -> dict[str, tuple[Future[Any], ir.Table]]:
        """What is not known to be done, by name. The expression is held, for with it the tables that it reads go."""
        return {}

    def put(self, name: str, table: ir.Table, put: Callable[[Callable[[Path], None]], Put]) -> Future[Put]:
        """Have `put` called in the background with what writes the table, as Parquet, to a path."""
        return self._begin(name, table, partial(put, partial(self._copy, self.compile(table))))

    def _copy(self, query: str, path: Path) -> None:
        self._apart(f"COPY ({query}) TO {str(path)!r} (FORMAT parquet, COMPRESSION zstd)")

    def _apart(self, *statements: str) -> None:
        """Run statements beside whatever else the connection does."""
        with self.con.cursor() as cursor:
            self._running.add(cursor)
            try:
                for statement in statements:
                    cursor.execute(statement)
            finally:
                self._running.discard(cursor)

    def waited(self, step: Future[Put]) -> Put:
        """What came of a step of the background; when a person breaks off, so does all that is under way."""
        try:
            return step.result()
        except KeyboardInterrupt:
            self._background.stop()
            for cursor in tuple(self._running):
                cursor.interrupt()
            raise

    def _begin(self, name: str, table: ir.Table, work: Callable[[], Put]) -> Future[Put]:
        super()._run_pre_execute_hooks(table)
        begun = self._background.begin(work, self._needed(table))
        self._under_way[name] = begun, table
        return begun

    def _needed(self, expr: ir.Expr) -> list[Future[Any]]:
        """Steps under way that an expression reads; what is done is let go."""
        for name, (step, _) in list(self._under_way.items()):
            if step.done() and step.exception() is None:
                del self._under_way[name]
        read = {table.name for table in expr.op().find(ops.DatabaseTable)}
        return [self._under_way[name][0] for name in sorted(read & self._under_way.keys())]

    def _run_pre_execute_hooks(self, expr: ir.Expr) -> None:
        super()._run_pre_execute_hooks(expr)
        for step in self._needed(expr):
            self.waited(step)

    def _create_cached_table(self, name: str, expr: ir.Table) -> ir.Table:
        schema, kinds = expr.schema(), self.compiler.type_mapper
        # typed by hand: DuckDB's own sums are wider than what Ibis says they are
        columns = ", ".join(f'"{column}" {kinds.to_string(kind)}' for column, kind in schema.items())
        made = f'CREATE TABLE "{name}" ({columns})', f'INSERT INTO "{name}" {self.compile(expr)}'
        self._begin(name, expr, partial(self._apart, *made))
        return ops.DatabaseTable(name, schema=schema, source=self).to_expr()

    def _drop_cached_table(self, name: str) -> None:
        self._apart(f'DROP TABLE IF EXISTS "{name}"')

    def hold(self, name: str, rows: pa.Table) -> ir.Table:
        """A small table of ours, where every cursor sees it."""
        self.con.register("_given", rows)
        self.con.execute(f'CREATE TABLE "{name}" AS SELECT * FROM _given')
        self.con.unregister("_given")
        return self.table(name)

    def _register_in_memory_table(self, op: ops.InMemoryTable) -> None:
        self.hold(f"{op.name}_held", op.data.to_pyarrow(op.schema))
        # Ibis drops it as a view
        self.con.execute(f'CREATE VIEW "{op.name}" AS SELECT * FROM "{op.name}_held"')

    def _get_temp_view_definition(self, name: str, definition: sge.Expression) -> sge.Expression:
        made = super()._get_temp_view_definition(name, definition)
        made.set("properties", None)
        return made
