"""CSV as text: the header, and the rows as a sheet."""

from __future__ import annotations

import csv
from collections.abc import Sequence

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from trigpoint.sources import csv_checks
from trigpoint.sources.columns import Column, pacsv
from trigpoint.sources.csv_checks import BOM, EXPORT_AGAIN, SAVE_AS_UTF8
from trigpoint.sources.issue import Issue, listed, refused
from trigpoint.sources.limits import MAX_COLUMNS, MAX_RECORD_BYTES
from trigpoint.sources.sheet import Sheet, clean, repeated

_BLOCK = 8 * MAX_RECORD_BYTES
"""Bytes parsed at a time: always more than one row may have."""

BadRows = list[tuple[int, int]]
"""Rows of the wrong width: number in the file (header = 1), cells."""


def header(head: bytes, file: str) -> tuple[str, ...]:
    """Headings of a file, trimmed, from its first bytes (one row's limit and more of them)."""
    csv_checks.refuse_utf16(head, file)
    try:
        line = _first_line(head).removeprefix(BOM).decode()
    except UnicodeDecodeError:
        raise refused(file, "the headings are not UTF-8 text", SAVE_AS_UTF8, row=1) from None
    if len(line) > MAX_RECORD_BYTES or line.count(",") >= MAX_COLUMNS:
        what = f"row 1 has more than {MAX_COLUMNS} columns or {MAX_RECORD_BYTES:,} characters"
        raise refused(file, what, "no format has that many: check that this is the right file", row=1)
    if not line.strip(', \t"'):
        raise refused(file, "row 1 has no headings", "put the column headings into row 1", row=1)
    try:
        headings = next(csv.reader([line], strict=True))
    except csv.Error as error:
        raise refused(file, f"the headings cannot be read ({error})", EXPORT_AGAIN, row=1) from None
    return _checked([heading.strip() for heading in headings], file)


def _checked(headings: Sequence[str], file: str) -> tuple[str, ...]:
    if len(headings) == 1 and (sign := next((s for s in ";\t|" if s in headings[0]), "")):
        name = {";": "semicolons", "\t": "tabs", "|": "bars"}[sign]
        raise refused(file, f"the columns are separated by {name}", "save it as CSV separated by commas", row=1)
    if twice := repeated(headings):
        what = f"a heading occurs more than once: {', '.join(twice)}"
        raise refused(file, what, "rename or remove the column that is not meant", row=1)
    return tuple(headings)


def _first_line(head: bytes) -> bytes:
    ends = [at for at in (head.find(b"\n"), head.find(b"\r")) if at >= 0]
    return head[: min(ends, default=len(head))]


def read(data: bytes, file: str) -> Sheet:
    """The rows of a CSV file as trimmed text. A row with more or fewer cells than the header is refused."""
    headings = header(data[: MAX_RECORD_BYTES + len(BOM) + 1], file)
    line_breaks = csv_checks.check(data, file)
    body = _body(data)
    table, bad = _parse(body, len(headings), file, line_breaks=line_breaks)
    if table.num_rows == 0 and not bad:
        return Sheet(file, _columns(headings, table), np.zeros(0, np.int64))
    rows = np.arange(2, table.num_rows + len(bad) + 2, dtype=np.int64)
    rows = np.delete(rows, [number - 2 for number, _ in bad])
    sheet = clean(Sheet(file, _columns(headings, table), rows, len(bad)), calculable=True)
    _refuse_cut_short(sheet.rows, bad, len(headings), file)
    sheet.issues += _widths(bad, len(headings), file)
    return sheet


def _body(data: bytes) -> pa.Buffer:
    line = _first_line(data)
    start = len(line) + (2 if data[len(line) : len(line) + 2] == b"\r\n" else 1)
    return pa.py_buffer(data)[min(start, len(data)) :]


def _columns(headings: Sequence[str], table: pa.Table) -> dict[str, Column]:
    """Columns by heading in lower case; a column without a heading is left out."""
    return {
        heading.lower(): pa.concat_arrays(table.column(place).chunks) if table.num_rows else pa.array([], pa.string())
        for place, heading in enumerate(headings)
        if heading
    }


def _parse(body: pa.Buffer, width: int, file: str, *, line_breaks: bool) -> tuple[pa.Table, BadRows]:
    if not body.size:
        return pa.table({str(n): pa.array([], pa.string()) for n in range(width)}), []
    try:
        table, bad = _parse_once(body, width, line_breaks=line_breaks, threads=True)
        if bad:  # row numbers are known only when one thread reads
            table, bad = _parse_once(body, width, line_breaks=line_breaks, threads=False)
    except (pa.ArrowException, ValueError, OSError):
        raise refused(file, "the file cannot be read as CSV", EXPORT_AGAIN) from None
    return table, bad


def _parse_once(body: pa.Buffer, width: int, *, line_breaks: bool, threads: bool) -> tuple[pa.Table, BadRows]:
    bad: BadRows = []

    def remember(row: pacsv.InvalidRow) -> str:
        bad.append(((row.number or 0) + 1, row.actual_columns))
        return "skip"

    names = [str(place) for place in range(width)]
    table = pacsv.read_csv(
        pa.BufferReader(body),
        read_options=pacsv.ReadOptions(column_names=names, use_threads=threads, block_size=_BLOCK),
        parse_options=pacsv.ParseOptions(
            newlines_in_values=line_breaks, ignore_empty_lines=False, invalid_row_handler=remember
        ),
        convert_options=pacsv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=True, null_values=[""]
        ),
    )
    return table, bad


def _refuse_cut_short(rows: NDArray[np.int64], bad: BadRows, width: int, file: str) -> None:
    """A last row with too few cells is a file cut short, not a row in error: what followed it is unknown."""
    if not bad:
        return
    number, cells = max(bad)
    if cells < width and (not rows.size or rows[-1] < number):
        what = f"the file ends in the middle of a row ({cells} of {width} cells): it is cut short"
        raise refused(file, what, EXPORT_AGAIN, row=number)


def _widths(bad: BadRows, width: int, file: str) -> list[Issue]:
    found = [(row, f"the row has {cells} cells and the header {width}; it was left out") for row, cells in bad]
    mend = "put a cell that holds a comma into quotation marks, or fill the row up with commas"
    return list(listed(file, "", found, mend, "error"))
