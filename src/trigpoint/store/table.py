"""A table on its way to disk: parts come in, one Parquet file goes out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from trigpoint.store.content import ContentHash, content_hash
from trigpoint.store.disk import NewFile
from trigpoint.store.error import StoreError

GROUP = 122_880
"""Rows of a row group: the size that DuckDB scans as one piece."""


class TableFile:
    """A Parquet file that grows by parts; small parts are gathered until they fill a row group."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self._name, self._given, self._schema = path.stem, schema, kept(schema)
        self._hash, self._rows = ContentHash(self._schema), 0
        self._waiting = self._schema.empty_table()
        self._file = NewFile(path)
        self._writer = pq.ParquetWriter(pa.PythonFile(self._file, mode="w"), self._schema, compression="zstd")

    def add(self, part: pa.Table) -> None:
        """Add a part. Raises StoreError when its columns differ from those of the first part."""
        if not part.schema.equals(self._given):
            raise StoreError(f"A part of {self._name} has other columns than its first part: {self._difference(part)}.")
        part = part.cast(self._schema)
        self._hash.add(part)
        self._rows += part.num_rows
        self._waiting = pa.concat_tables([self._waiting, part])
        full = self._waiting.num_rows // GROUP * GROUP
        if full:
            self._writer.write_table(self._waiting.slice(0, full), row_group_size=GROUP)
            self._waiting = self._waiting.slice(full)

    def seal(self) -> dict[str, object]:
        """Finish the file on disk; rows and hash of what was added."""
        if self._waiting.num_rows:
            self._writer.write_table(self._waiting, row_group_size=GROUP)
        self._writer.close()
        self._file.seal()
        return {"rows": self._rows, "sha256": self._hash.hexdigest()}

    def drop(self) -> None:
        """Close what is open, whatever state it is in: the file will be swept."""
        with suppress(OSError, pa.ArrowException):
            self._writer.close()
        with suppress(OSError):
            self._file.close()

    def _difference(self, part: pa.Table) -> str:
        ours, theirs = ({f"{f.name} ({f.type})" for f in schema} for schema in (self._given, part.schema))
        missing = ", ".join(sorted(ours - theirs)) or "the same in another order"
        return f"{', '.join(sorted(theirs - ours)) or 'none'} instead of {missing}"


_KEPT: dict[pa.DataType, pa.DataType] = {
    pa.time32("s"): pa.time32("ms"),
    pa.date64(): pa.date32(),
}


def kept(schema: pa.Schema) -> pa.Schema:
    """The types that Parquet gives back: it has no seconds, and writes milliseconds instead."""
    return pa.schema([pa.field(field.name, _kept_type(field.type), field.nullable) for field in schema])


def _kept_type(kind: pa.DataType) -> pa.DataType:
    if isinstance(kind, pa.TimestampType) and kind.unit == "s":
        return pa.timestamp("ms", kind.tz)
    return _KEPT.get(kind, kind)


def stored_hash(path: Path) -> str:
    """Content hash of a Parquet file, read a row group at a time."""
    with pq.ParquetFile(path) as file:
        return content_hash(file.schema_arrow, _groups(file))


def _groups(file: pq.ParquetFile) -> Iterator[pa.Table]:
    for group in range(file.num_row_groups):
        yield file.read_row_group(group)
