"""Tables of the dataset fetched from a database into files, with what of the dataset is not there."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from typing import Any

import pyarrow as pa

from trigpoint.records import TABLES, Table
from trigpoint.sources import ssd
from trigpoint.sources.columns import pq
from trigpoint.sources.database import postgresql, sql_server
from trigpoint.sources.database.session import Session
from trigpoint.sources.file import SourceFile
from trigpoint.sources.folders import Folder
from trigpoint.sources.issue import Issue, Refused, names, refused
from trigpoint.sources.limits import MAX_ROWS

Told = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Database:
    """A database and the schema in it that holds the tables; without schema the one that it has from the start.

    `url` is `postgresql://user@host:5432/database` or `sqlserver://user@host/database`, without password.
    """

    url: str
    schema: str = ""

    def fetch(self, into: Path, tell: Told) -> Folder:
        """Every table of the dataset that is there, as files of the folder `into`. Raises Refused."""
        with closing(_session(self.url)) as session:
            schema = self.schema or session.dialect.schema
            found = _found(session, schema)
            folder = Folder(session.name, issues=_absent(session, schema, found))
            troubles: list[Issue] = []
            for done, (name, (known_as, columns)) in enumerate(found.items()):
                tell(f"reading {known_as}", done, len(found))
                file = _fetched(session, schema, known_as, TABLES[name], columns, into)
                try:
                    folder.kinds.setdefault("ssd", {})[ssd.recognise(file)] = file
                except Refused as problem:
                    troubles += problem.issues
            if troubles:
                raise Refused(*troubles)
            return folder


def _session(url: str) -> Session:
    if url.startswith(postgresql.SCHEMES):
        return postgresql.PostgreSql(url)
    if url.startswith(sql_server.SCHEMES):
        return sql_server.SqlServer(url)
    mend = "begin it with postgresql:// or sqlserver://"
    raise refused("--database", "the address is of no kind of database that is known", mend)


def _found(session: Session, schema: str) -> dict[str, tuple[str, list[str]]]:
    """By table of the dataset: what the database calls it, and its columns that are known. Case is ignored."""
    listed: dict[str, list[str]] = {}
    for table, column in session.query(session.dialect.catalogue, schema):
        listed.setdefault(str(table), []).append(str(column))
    called = {table.lower(): table for table in listed}
    found = {
        name: (called[name], columns)
        for name, table in TABLES.items()
        if name in called and (columns := _known(table, listed[called[name]]))
    }
    if not found:
        there = f"it holds {names(sorted(listed))}" if listed else "it holds nothing, or does not exist"
        what = f"the schema {schema} has none of the tables of the dataset; {there}"
        raise refused(session.shown, what, "name the schema that has them with --schema")
    return found


def _known(table: type[Table], columns: Iterable[str]) -> list[str]:
    fields = table.fields.values()
    known = set(chain.from_iterable((field.name.lower(), *(s.lower() for s in field.stored)) for field in fields))
    return [column for column in columns if column.lower() in known]


def _absent(session: Session, schema: str, found: Iterable[str]) -> list[Issue]:
    absent = [name for name in TABLES if name.startswith("ssd_") and name not in set(found)]
    if not absent:
        return []
    what = f"{len(absent)} tables of the dataset are not in the schema {schema}: {names(absent)}"
    mend = "nothing need be done unless measures need them"
    return [Issue(session.shown, None, "", what, mend, "warning")]


def _fetched(
    session: Session, schema: str, known_as: str, table: type[Table], columns: Sequence[str], into: Path
) -> SourceFile:
    """A table as a Parquet file of text, named as it is in the database; its rows are numbered in order from 1."""
    shown, path = f"{session.shown} {schema}.{known_as}", into / f"{table.name}.parquet"
    form = pa.schema([pa.field(column, pa.string()) for column in columns])
    rows = 0
    with pq.ParquetWriter(path, form, compression="zstd") as writer:
        for batch in session.batches(session.dialect.rows(schema, known_as, table, columns), shown):
            rows += len(batch)
            if rows > MAX_ROWS:
                raise refused(shown, f"the table has more than {MAX_ROWS:,} rows", "check that this is the right table")
            texts = [_texts(cells, shown, name) for cells, name in zip(zip(*batch, strict=True), columns, strict=True)]
            writer.write_table(pa.Table.from_arrays(texts, schema=form))
    with path.open("rb") as opened:
        sha256 = hashlib.file_digest(opened, "sha256").hexdigest()
    return SourceFile(path, shown, path.stat().st_size, sha256, "parquet", tuple(columns), first_row=1)


def _texts(cells: Sequence[Any], file: str, column: str) -> Any:
    """Cells as the text that says them, as they would stand in a file."""
    try:
        return pa.array([cell if cell is None or isinstance(cell, str) else _text(cell) for cell in cells], pa.string())
    except (TypeError, ValueError) as error:
        what = f"a cell of the column cannot be used ({error})"
        mend = "give the column as text, number or date without time zone"
        raise refused(file, what, mend, column=column) from None


def _text(cell: Any) -> str | None:
    if isinstance(cell, bool):
        return "Y" if cell else "N"
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="seconds")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float):
        return None if math.isnan(cell) else str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, bytes | bytearray | memoryview | list | tuple | dict):
        raise TypeError(f"it is of the type {type(cell).__name__}")
    return str(cell)
