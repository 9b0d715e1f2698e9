"""Parquet as a sheet: text columns cleaned like CSV, dates kept, numbers as the text that says them."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from trigpoint.sources.columns import Chunked, Column, pc, pq
from trigpoint.sources.csv_checks import EXPORT_AGAIN
from trigpoint.sources.issue import Refused, refused
from trigpoint.sources.limits import MAX_COLUMNS, MAX_ROWS, MAX_UNPACKED_BYTES
from trigpoint.sources.sheet import Sheet, clean, repeated

MAGIC = b"PAR1"
_WHOLE = 2**53
"""Floats are whole numbers exactly up to here."""


def header(source: pa.NativeFile | pa.Buffer | str, file: str) -> tuple[str, ...]:
    """Column names of a Parquet file whose announced size is within the limits."""
    try:
        metadata = pq.read_metadata(source)
        columns = metadata.schema.to_arrow_schema().names
    except (pa.ArrowException, OSError, ValueError, NotImplementedError, MemoryError):
        raise _unreadable(file) from None
    unpacked = sum(metadata.row_group(group).total_byte_size for group in range(metadata.num_row_groups))
    if len(columns) > MAX_COLUMNS or metadata.num_rows > MAX_ROWS or unpacked > MAX_UNPACKED_BYTES:
        what = f"the file holds more than {MAX_COLUMNS} columns, {MAX_ROWS:,} rows or {MAX_UNPACKED_BYTES:,} bytes"
        raise refused(file, what, "check that this is the right file")
    if twice := repeated(columns):
        mend = "rename or remove the column that is not meant"
        raise refused(file, f"a column occurs more than once: {', '.join(twice)}", mend)
    return tuple(name.strip() for name in columns)


def read(data: bytes, file: str, first_row: int = 2) -> Sheet:
    """The rows of a Parquet file. Rows are numbered from 2 as if the file had been opened in Excel, or as said."""
    headings = header(pa.BufferReader(data), file)
    try:
        table = pq.read_table(pa.BufferReader(data))
        table.validate(full=True)
    except (pa.ArrowException, OSError, ValueError, NotImplementedError, MemoryError):
        raise _unreadable(file) from None
    columns = {
        heading.lower(): _plain(column, file, heading)
        for heading, column in zip(headings, table.columns, strict=True)
        if heading
    }
    rows = np.arange(first_row, table.num_rows + first_row, dtype=np.int64)
    return clean(Sheet(file, columns, rows), calculable=False)


def _unreadable(file: str) -> Refused:
    return refused(file, "the file cannot be read as Parquet: it is cut short or damaged", EXPORT_AGAIN)


def _plain(column: Chunked, file: str, name: str) -> Column:
    """A column as text, or as days or moments without time zone."""
    kind = column.type
    try:
        whole = column.combine_chunks()
        array = pa.concat_arrays(whole.chunks) if isinstance(whole, pa.ChunkedArray) else whole
        if pa.types.is_dictionary(kind):
            array = array.cast(kind.value_type)
        return _as_text(array, file, name)
    except (pa.ArrowException, ValueError):
        raise _unusable(file, name, str(kind)) from None


def _as_text(array: Column, file: str, name: str) -> Column:
    kind = array.type
    if pa.types.is_date(kind) or (pa.types.is_timestamp(kind) and kind.tz is None):
        return array
    if pa.types.is_boolean(kind):
        return pc.if_else(array, "Y", "N")
    if pa.types.is_floating(kind):
        return _floats(array.cast(pa.float64()))
    if pa.types.is_nested(kind) or pa.types.is_timestamp(kind) or pa.types.is_binary(kind):
        raise _unusable(file, name, str(kind))
    return array.cast(pa.string())


def _floats(array: Column) -> Column:
    """Whole floats without '.0': an id that another tool made a float stays the id. NaN is missing."""
    array = pc.if_else(pc.is_nan(array), pa.scalar(None, pa.float64()), array)
    whole = pc.all(pc.and_(pc.equal(pc.floor(array), array), pc.less(pc.abs(array), _WHOLE))).as_py()
    return (array.cast(pa.int64()) if whole else array).cast(pa.string())


def _unusable(file: str, name: str, kind: str) -> Refused:
    mend = "write the column as text, whole number, decimal number or date without time zone"
    return refused(file, f"a column of type {kind} cannot be used", mend, column=name)
