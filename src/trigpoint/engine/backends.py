"""What differs from one query engine to another: how tables come in, go out and are kept. Nothing else asks which."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

import ibis.expr.types as ir
import pyarrow as pa
from ibis.backends import BaseBackend

from trigpoint.engine.on_duckdb import Connection
from trigpoint.engine.sql import mended

Keep = Callable[[Callable[[Path], None]], Path]
"""Is handed what writes a table to a path, has it write and tells where the table stands."""

_MANY = 500_000_000


class EngineError(Exception):
    """An engine that cannot be had: what is missing and how to mend it, in one sentence."""


class Backend(Protocol):
    """A place where queries run. `form` ends the names of views that it prepares, so that each engine reads its own.

    `beside` says how many views are worth beginning beside the one that is wanted.
    """

    form: str
    beside: int

    @property
    def con(self) -> BaseBackend:
        """The connection of Ibis."""

    def start(self, scratch: Path, size: int = 0) -> None:
        """Begin a connection of its own; `scratch` is a folder that lasts as long as the connection, `size` what the
        records have in bytes."""

    def read(self, paths: Sequence[Path], name: str) -> ir.Table:
        """Parquet files of one schema as one table."""

    def hold(self, table: pa.Table, name: str) -> ir.Table:
        """A small table of ours, kept on the engine."""

    def lasting(self, table: ir.Table, name: str, keep: Keep | None = None) -> Callable[[], ir.Table]:
        """Begin to work out the table's rows, there as long as the connection or where `keep` puts them; call what
        comes back for the table."""

    def write(self, table: ir.Table, path: Path) -> None:
        """Write a table as Parquet: a file, or a folder of files that bears the name of one."""


class DuckDB:
    """DuckDB inside this process. `memory` limits what it may hold before it writes to disk.

    Where records are few, one statement leaves processors idle: two run at once. Where they are many, it has use for
    all processors and for the memory, and only Ibis works beside it.
    """

    form, beside = ".parquet", 2
    con: Connection

    def __init__(self, memory: str = "3GB") -> None:
        self.memory = memory

    def start(self, scratch: Path, size: int = 0) -> None:
        self.scratch, self.beside = scratch, 1 if size > _MANY else 2
        self.con = Connection().connect(memory_limit=self.memory, temp_directory=str(scratch))
        self.con.compiler, self.con.at_once = mended(self.con.compiler), self.beside
        self.con.raw_sql("SET GLOBAL TimeZone = 'UTC'")  # Ibis says so of its own cursor only
        self.con.raw_sql("SET preserve_insertion_order = false")
        self.con.raw_sql("SET enable_progress_bar = false")  # how far work is, is told by whoever asked for it

    def read(self, paths: Sequence[Path], name: str) -> ir.Table:
        return self.con.read_parquet([os.fspath(path) for path in paths], table_name=name)

    def hold(self, table: pa.Table, name: str) -> ir.Table:
        return self.con.hold(name, table)

    def lasting(self, table: ir.Table, name: str, keep: Keep | None = None) -> Callable[[], ir.Table]:
        written = self.con.put(name, table, keep or partial(_put, self.scratch / f"{name}.parquet"))
        return lambda: self.read([self.con.waited(written)], name)

    def write(self, table: ir.Table, path: Path) -> None:
        self.con.waited(self.con.put(path.name, table, partial(_put, path)))


def _put(path: Path, write: Callable[[Path], None]) -> Path:
    write(path)
    return path
