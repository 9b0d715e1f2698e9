"""Is it UTF-8 CSV, whole, with quotation marks in their places? Answered on the bytes, before anything is parsed."""

from __future__ import annotations

import codecs
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trigpoint.sources.issue import Refused, refused
from trigpoint.sources.limits import MAX_RECORD_BYTES

BOM = codecs.BOM_UTF8
SAVE_AS_UTF8 = "in Excel choose File, Save As, 'CSV UTF-8 (Comma delimited)' and load that file"
EXPORT_AGAIN = "export it again and load the new file"

_CHUNK = 1 << 24
_QUOTE, _LF, _CR = 34, 10, 13
_EDGES = np.zeros(256, bool)
_EDGES[[_LF, _CR, _QUOTE, ord(",")]] = True

Positions = NDArray[np.int64]


def check(data: bytes, file: str) -> bool:
    """Refuse text that is not whole, well-quoted UTF-8 CSV; say whether some cell holds a line break."""
    _refuse_other_encodings(data, file)
    if b'"' not in data:
        _refuse_long_records(data, file)
        return False
    return _check_quotes(data, file)


def row_at(data: bytes, position: int) -> int:
    """Row, as Excel shows it, of the byte at `position`."""
    head = np.frombuffer(data, np.uint8, position)
    quotes = np.flatnonzero(head == _QUOTE)
    ends = np.flatnonzero((head == _LF) | ((head == _CR) & (np.append(head[1:], 0) != _LF)))
    return int(np.count_nonzero(np.searchsorted(quotes, ends) % 2 == 0)) + 1


def refuse_utf16(head: bytes, file: str) -> None:
    """Refuse text whose characters take two or four bytes."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in head:
        raise refused(file, "the file is not UTF-8 text (it looks like UTF-16, 'Unicode text')", SAVE_AS_UTF8)


def _refuse_other_encodings(data: bytes, file: str) -> None:
    refuse_utf16(data, file)
    if data.isascii():
        return
    decoder, view = codecs.getincrementaldecoder("utf-8")(), memoryview(data)
    for start in range(0, len(data), _CHUNK):
        end = start + _CHUNK
        held = len(decoder.getstate()[0])
        try:
            decoder.decode(bytes(view[start:end]), end >= len(data))
        except UnicodeDecodeError as error:
            raise _not_utf8(data, start - held + error.start, file) from None


def _not_utf8(data: bytes, position: int, file: str) -> Refused:
    what = f"the file is not UTF-8 text (it looks like Windows-1252: byte {data[position]:#04x})"
    return refused(file, what, SAVE_AS_UTF8, row=row_at(data, position))


def _refuse_long_records(data: bytes, file: str) -> None:
    """Without quotation marks every line end ends a record: measure the distances, chunk by chunk."""
    buffer, last = np.frombuffer(data, np.uint8), -1
    for start in range(0, len(data), _CHUNK):
        ends = np.flatnonzero(_line_ends(buffer[start : start + _CHUNK])) + start
        last = _longest(last, ends, data, file)
    _longest(last, np.array([len(data)]), data, file)


def _longest(last: int, ends: Positions, data: bytes, file: str) -> int:
    if not ends.size:
        return last
    lengths = np.diff(ends, prepend=last)
    if lengths.max() > MAX_RECORD_BYTES:
        start = int(ends[lengths.argmax()] - lengths.max() + 1)
        what = f"a row is longer than {MAX_RECORD_BYTES:,} characters"
        mend = "check the file for a quotation mark that is never closed, or export it again"
        raise refused(file, what, mend, row=row_at(data, max(start, 0)))
    return int(ends[-1])


def _line_ends(part: NDArray[np.uint8]) -> Any:
    return (part == _LF) | (part == _CR)


def _check_quotes(data: bytes, file: str) -> bool:
    buffer, last, open_quote, embedded = np.frombuffer(data, np.uint8), -1, 0, False
    for start in range(0, len(data), _CHUNK):
        part = buffer[start : start + _CHUNK]
        quotes, ends = np.flatnonzero(part == _QUOTE), np.flatnonzero(_line_ends(part))
        outside = ends[(np.searchsorted(quotes, ends) + open_quote) % 2 == 0]
        embedded |= outside.size < ends.size
        _refuse_stray_quotes(quotes + start, open_quote, data, file)
        last = _longest(last, outside + start, data, file)
        open_quote = (open_quote + quotes.size) % 2
    _longest(last, np.array([len(data)]), data, file)
    if open_quote:
        what = "the file ends inside a quoted cell: it is cut short"
        raise refused(file, what, EXPORT_AGAIN, row=row_at(data, len(data)))
    return embedded


def _refuse_stray_quotes(quotes: Positions, open_quote: int, data: bytes, file: str) -> None:
    """An opening mark must begin a cell and a closing one end it; a doubled mark counts as both."""
    buffer = np.frombuffer(data, np.uint8)
    first = len(BOM) if data.startswith(BOM) else 0
    opening, closing = quotes[open_quote::2], quotes[1 - open_quote :: 2]
    begins = _EDGES[buffer[np.maximum(opening - 1, 0)]] | (opening <= first)
    ends = _EDGES[buffer[np.minimum(closing + 1, len(data) - 1)]]
    stray = np.concatenate([opening[~begins], closing[~ends]])
    if stray.size:
        what = "a quotation mark stands in the middle of a cell"
        mend = 'put the whole cell in quotation marks and write each mark inside it twice (""), or remove the mark'
        raise refused(file, what, mend, row=row_at(data, int(stray.min())))
