"""Cells of text, looked at by the column: trimming, missing values, formulas. First and last bytes decide quickly."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from trigpoint.sources.columns import Column, pc
from trigpoint.sources.issue import Issue, refused, shown
from trigpoint.sources.limits import MAX_CELL_BYTES

Bytes = NDArray[np.uint8]
Rows = NDArray[np.int64]

_NUMBER = r"^[+-](?:(?:\d[\d,]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?%?)?$"
_ESCAPED = r"^'('*[=+\-@])"
_NULL = "NULL"


def _among(*signs: int | range) -> NDArray[np.bool_]:
    table = np.zeros(256, bool)
    for sign in signs:
        table[sign] = True
    return table


_MAY_NEED_TRIMMING = _among(*range(33), *range(127, 256))
_MAY_BE_FORMULA = _among(*b"=@+-")


def _bounds(column: Column) -> tuple[NDArray[np.int64], Bytes]:
    """Offsets of the cells and the bytes they point into."""
    _, offsets, data = column.buffers()
    if offsets is None or data is None:
        return np.zeros(len(column) + 1, np.int64), np.zeros(0, np.uint8)
    window = np.frombuffer(offsets, np.int32)[column.offset : column.offset + len(column) + 1]
    return window.astype(np.int64), np.frombuffer(data, np.uint8)


def first_bytes(column: Column) -> Bytes:
    """First byte of each cell; 0 where there is none."""
    offsets, data = _bounds(column)
    return _picked(data, offsets[:-1], offsets)


def last_bytes(column: Column) -> Bytes:
    """Last byte of each cell; 0 where there is none."""
    offsets, data = _bounds(column)
    return _picked(data, offsets[1:] - 1, offsets)


def _picked(data: Bytes, positions: NDArray[np.int64], offsets: NDArray[np.int64]) -> Bytes:
    found, filled = np.zeros(len(positions), np.uint8), offsets[1:] > offsets[:-1]
    found[filled] = data[positions[filled]]
    return found


def refuse_long(column: Column, file: str, name: str, rows: Rows) -> None:
    """Refuse a cell longer than Excel takes: it is two files run together or a quotation mark gone astray."""
    lengths = np.diff(_bounds(column)[0])
    if lengths.size and lengths.max() > MAX_CELL_BYTES:
        what = f"a cell is longer than {MAX_CELL_BYTES:,} characters"
        mend = "shorten it, or leave the column out of the export if it is not needed"
        raise refused(file, what, mend, row=int(rows[lengths.argmax()]), column=name)


def trimmed(column: Column, file: str, name: str) -> tuple[Column, list[Issue]]:
    """Cells without space around them; empty ones and the word NULL of a database export are missing."""
    first, last = first_bytes(column), last_bytes(column)
    if (_MAY_NEED_TRIMMING[first] | _MAY_NEED_TRIMMING[last])[np.diff(_bounds(column)[0]) > 0].any():
        column = pc.utf8_trim_whitespace(column)
    column = _missing_where(column, "")
    nulls = pc.sum(pc.equal(column, _NULL)).as_py() if (first == ord("N")).any() else 0
    if not nulls:
        return column, []
    what = f"{nulls:,} cells hold the word NULL and are taken as missing"
    mend = "nothing need be done; an export that leaves them empty gives the same"
    return _missing_where(column, _NULL), [Issue(file, None, name, what, mend, "warning")]


def _missing_where(column: Column, value: str) -> Column:
    found = pc.equal(column, value)
    if not pc.any(found).as_py():
        return column
    return pc.if_else(found, pa.scalar(None, pa.string()), column)


def refuse_formulas(column: Column, file: str, name: str, rows: Rows) -> None:
    """Refuse a cell that a spreadsheet would calculate: what is loaded must be what the file says."""
    places = np.flatnonzero(_MAY_BE_FORMULA[first_bytes(column)])
    if not places.size:
        return
    calculated = np.flatnonzero(~np.asarray(pc.match_substring_regex(column.take(pa.array(places)), _NUMBER)))
    if calculated.size:
        place = int(places[calculated[0]])
        what = f"the cell {shown(column[place].as_py())} is a formula or begins like one"
        mend = "paste the column as values (or begin the text with a letter or an apostrophe) and save again"
        raise refused(file, what, mend, row=int(rows[place]), column=name)


def unescaped(column: Column) -> Column:
    """Text without the apostrophe that was put before a sign of a formula."""
    if not (first_bytes(column) == ord("'")).any():
        return column
    return pc.replace_substring_regex(column, _ESCAPED, r"\1")


def escaped(column: Column) -> Column:
    """Text as it may be written to CSV: an apostrophe before anything that Excel would calculate."""
    return pc.replace_substring_regex(column, r"^('*[=+\-@])", r"'\1")
