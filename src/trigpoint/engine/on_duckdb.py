"""Ibis on DuckDB: a step that is kept goes in without asking DuckDB for what Ibis knows already."""

from __future__ import annotations

import ibis.expr.operations as ops
import ibis.expr.types as ir
from ibis.backends.duckdb import Backend


class Connection(Backend):  # type: ignore[misc] # Ibis has no types
    """A connection on which a kept step is two statements, where Ibis would write eight."""

    def _create_cached_table(self, name: str, expr: ir.Table) -> ir.Table:
        self._run_pre_execute_hooks(expr)
        schema, kinds = expr.schema(), self.compiler.type_mapper
        # typed by hand: DuckDB's own sums are wider than what Ibis says they are
        columns = ", ".join(f'"{column}" {kinds.to_string(kind)}' for column, kind in schema.items())
        self.raw_sql(f'CREATE TEMPORARY TABLE "{name}" ({columns})')
        self.raw_sql(f'INSERT INTO "{name}" {self.compile(expr)}')
        return ops.DatabaseTable(name, schema=schema, source=self, namespace=ops.Namespace("temp", "main")).to_expr()

    def _drop_cached_table(self, name: str) -> None:
        self.raw_sql(f'DROP TABLE IF EXISTS "temp"."main"."{name}"')
