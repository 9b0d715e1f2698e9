"""A record table written to a file as its fields are written: decimals as decimals, ISO dates."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pyarrow as pa

from trigpoint.records import Field, Table
from trigpoint.sources import text_cells
from trigpoint.sources.columns import Chunked, pacsv, pc, pq

_SPECIAL = r'[",\r\n]'


def write_csv(table: type[Table], data: pa.Table, path: Path) -> Path:
    """CSV in UTF-8; text that Excel would calculate gets an apostrophe, which reading takes away again."""
    written = as_written(table, data)
    for place, column in enumerate(written.columns):
        if pa.types.is_string(column.type):
            written = written.set_column(place, written.field(place), text_cells.escaped(column))
    quoted = any(_needs_quotes(column) for column in written.columns)
    options = pacsv.WriteOptions(quoting_style="needed" if quoted else "none", quoting_header="none")
    pacsv.write_csv(written, path, options)
    return path


def write_parquet(table: type[Table], data: pa.Table, path: Path) -> Path:
    """Parquet; a scaled column is written as a decimal number."""
    pq.write_table(as_written(table, data), path, compression="zstd")
    return path


def as_written(table: type[Table], data: pa.Table) -> pa.Table:
    """The stored columns as they are written, without `authority`."""
    columns: dict[str, Chunked] = {}
    for field in table.fields.values():
        for stored in field.stored:
            columns[stored] = _decimal(data[stored], field) if field.kind == "scaled" else data[stored]
    return pa.table(columns)


def _decimal(column: Chunked, field: Field) -> Chunked:
    """Hundredths as a number with two decimals, and so on; `per` is a power of ten."""
    places = len(str(field.per)) - 1
    share = pa.scalar(Decimal(1).scaleb(-places), pa.decimal128(places + 1, places))
    return pc.multiply(column.cast(pa.decimal128(19, 0)), share)


def _needs_quotes(column: Chunked) -> bool:
    return pa.types.is_string(column.type) and bool(pc.any(pc.match_substring_regex(column, _SPECIAL)).as_py())
