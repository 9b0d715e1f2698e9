"""A hash of what a table says, the same however it was cut into parts, files or versions of Parquet."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.types as pt


class ContentHash:
    """SHA-256 over column names, types and values in row order; parts are added as they come."""

    def __init__(self, schema: pa.Schema) -> None:
        self._head = "\n".join(f"{field.name}\t{_named(field.type)}" for field in schema)
        self._columns = [_ColumnHash() for _ in schema]
        self._rows = 0

    def add(self, part: pa.Table) -> None:
        """Add the next rows."""
        self._rows += part.num_rows
        for column, into in zip(part.columns, self._columns, strict=True):
            for chunk in column.chunks:
                into.add(chunk)

    def hexdigest(self) -> str:
        """The hash of everything added so far."""
        whole = hashlib.sha256(f"{self._head}\n{self._rows}\n".encode())
        for column in self._columns:
            whole.update(column.digest())
        return whole.hexdigest()


class _ColumnHash:
    """Three streams, so that the places where chunks begin leave no mark: which are missing, lengths, bytes."""

    def __init__(self) -> None:
        self._missing, self._lengths, self._bytes = (hashlib.sha256() for _ in range(3))

    def add(self, chunk: Any) -> None:
        valid = pc.is_valid(chunk).to_numpy(zero_copy_only=False)
        self._missing.update(valid.astype(np.uint8).data)
        kind = chunk.type
        if pt.is_string(kind) or pt.is_binary(kind):
            self._add_text(chunk.fill_null(b"" if pt.is_binary(kind) else ""))
        elif pt.is_boolean(kind):
            self._bytes.update(chunk.fill_null(False).to_numpy(zero_copy_only=False).astype(np.uint8).data)  # noqa: FBT003
        elif pt.is_primitive(kind) or pt.is_decimal(kind):
            values = _buffer(chunk, 1, np.uint8).reshape(-1, kind.bit_width // 8)[chunk.offset :][: len(chunk)]
            # What stands in a missing value's place is left over from calculation and says nothing.
            self._bytes.update(np.where(valid[:, None], values, np.uint8(0)).ravel().data)
        else:
            for value in chunk.to_pylist():
                self._bytes.update(f"{value!r}\n".encode())

    def _add_text(self, chunk: Any) -> None:
        if len(chunk):
            ends = _buffer(chunk, 1, np.int32)[chunk.offset :][: len(chunk) + 1]
            self._lengths.update(np.diff(ends).data)
            self._bytes.update(_buffer(chunk, 2, np.uint8)[ends[0] : ends[-1]].data)

    def digest(self) -> bytes:
        return self._missing.digest() + self._lengths.digest() + self._bytes.digest()


def _named(kind: Any) -> str:
    """A type in words; the names of the parts of a list are left out, because Parquet changes them."""
    if not kind.num_fields:
        return str(kind)
    return f"{str(kind).partition('<')[0]}<{', '.join(_named(kind.field(n).type) for n in range(kind.num_fields))}>"


def _buffer(chunk: Any, place: int, kind: type[Any]) -> npt.NDArray[Any]:
    buffer = chunk.buffers()[place]
    whole = memoryview(buffer if buffer is not None else b"")
    return np.frombuffer(whole[: len(whole) // np.dtype(kind).itemsize * np.dtype(kind).itemsize], kind)


def content_hash(schema: pa.Schema, parts: Iterable[pa.Table]) -> str:
    """The hash of a table given in parts."""
    whole = ContentHash(schema)
    for part in parts:
        whole.add(part)
    return whole.hexdigest()
