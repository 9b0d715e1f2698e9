"""What differs from one query engine to another: how tables come in, go out and are kept. Nothing else asks which."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

import ibis.expr.types as ir
import pyarrow as pa
from ibis.backends import BaseBackend

from trigpoint.engine.on_duckdb import Connection
from trigpoint.engine.sql import mended


class EngineError(Exception):
    """An engine that cannot be had: what is missing and how to mend it, in one sentence."""


Keep = Callable[[Callable[[Path], None]], Path]
"""Puts what a writer writes into its place, in one step; gives the path."""


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

    def lasting(self, table: ir.Table, name: str, keep: Keep | None = None) -> ir.Table:
        """The table's rows, worked out once: where `keep` puts them, else there as long as the connection."""

    def write(self, table: ir.Table, path: Path) -> None:
        """Write a table as Parquet: a file, or a folder of files that bears the name of one."""

    def ahead(self) -> AbstractContextManager[None]:
        """Meanwhile steps may be put off, to be worked out while other queries are written; at the end all are."""

    def putting_off(self) -> AbstractContextManager[None]:
        """Meanwhile steps are put off, where they may be."""

    def mark(self) -> Callable[[], None]:
        """A call that waits until all steps are worked out that were put off so far, and raises what went wrong."""


class DuckDB:
    """DuckDB inside this process. `memory` limits what it may hold before it writes to disk."""

    form = ".parquet"
    con: Connection

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
        return self.con.hold(table, name)

    def lasting(self, table: ir.Table, name: str, keep: Keep | None = None) -> ir.Table:
        return self.con.through_file(table, name, keep or self._in_scratch(name))

    def _in_scratch(self, name: str) -> Keep:
        path = self.scratch / f"{name}.parquet"

        def keep(write: Callable[[Path], None]) -> Path:
            write(path)
            return path

        return keep

    def write(self, table: ir.Table, path: Path) -> None:
        self.con.to_parquet(table, os.fspath(path), compression="zstd")

    def ahead(self) -> AbstractContextManager[None]:
        return self.con.ahead()

    def putting_off(self) -> AbstractContextManager[None]:
        return self.con.putting_off()

    def mark(self) -> Callable[[], None]:
        return self.con.mark()
