"""What differs from one query engine to another: how tables come in, go out and are kept. Nothing else asks which."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import ibis.expr.types as ir
import pyarrow as pa
from ibis.backends import BaseBackend

from trigpoint.engine.on_duckdb import Connection
from trigpoint.engine.sql import mended


class EngineError(Exception):
    """An engine that cannot be had: what is missing and how to mend it, in one sentence."""


class Backend(Protocol):
    """A place where queries run. `form` ends the names of views that it prepares, so that each engine reads its own."""

    form: str

    @property
    def con(self) -> BaseBackend:
        """The connection of Ibis."""

    def start(self, scratch: Path) -> None:
        """Begin a connection of its own; `scratch` is a folder that lasts as long as the connection."""

    def read(self, paths: Sequence[Path], name: str) -> ir.Table:
        """Parquet files of one schema as one table."""

    def hold(self, table: pa.Table, name: str) -> ir.Table:
        """A small table of ours, kept on the engine."""

    def lasting(self, table: ir.Table, name: str) -> ir.Table:
        """The table's rows, worked out once and there as long as the connection."""

    def write(self, table: ir.Table, path: Path) -> None:
        """Write a table as Parquet: a file, or a folder of files that bears the name of one."""


class DuckDB:
    """DuckDB inside this process. `memory` limits what it may hold before it writes to disk."""

    form = ".parquet"
    con: BaseBackend

    def __init__(self, memory: str = "3GB") -> None:
        self.memory = memory

    def start(self, scratch: Path) -> None:
        self.scratch = scratch
        self.con = Connection().connect(memory_limit=self.memory, temp_directory=str(scratch))
        self.con.compiler = mended(self.con.compiler)
        self.con.raw_sql("SET preserve_insertion_order = false")
        self.con.raw_sql("SET enable_progress_bar = false")  # how far work is, is told by whoever asked for it

    def read(self, paths: Sequence[Path], name: str) -> ir.Table:
        return self.con.read_parquet([os.fspath(path) for path in paths], table_name=name)

    def hold(self, table: pa.Table, name: str) -> ir.Table:
        return self.con.create_table(name, table, temp=True)

    def lasting(self, table: ir.Table, name: str) -> ir.Table:
        path = self.scratch / f"{name}.parquet"
        self.write(table, path)
        return self.read([path], name)

    def write(self, table: ir.Table, path: Path) -> None:
        self.con.to_parquet(table, os.fspath(path), compression="zstd")
