"""A workbook as an archive: may it be unpacked at all, how far do its cells reach, which of them are calculated?"""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from xml.parsers import expat

from trigpoint.sources.issue import Refused, refused
from trigpoint.sources.limits import (
    MAX_CELL_BYTES,
    MAX_COLUMNS,
    MAX_SHEET_CELLS,
    MAX_SHEET_ROWS,
    MAX_UNPACKED_RATIO,
    MAX_WORKBOOK_BYTES,
    MAX_WORKBOOK_LISTING_BYTES,
    MAX_WORKBOOK_PARTS,
    MAX_WORKBOOK_UNPACKED_BYTES,
    RATIO_COUNTS_FROM_BYTES,
)
from trigpoint.sources.sheet_reach import reach

SAVE_AGAIN = "open it in Excel and save it as an Excel workbook (.xlsx), then give that file"

_PIECE, _END = 1 << 20, True
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError, ValueError, KeyError)
_COPY = "copy the sheets that are meant into a new workbook and give that"
_MACROS = ("vbaproject", "macrosheets/")
_FORMULAS = 20
"""Calculated cells of one column that are remembered: a full column says no more than its first."""
_FAR = 10**9
"""From here on a row or column is said to be beyond: its digits could fill the page."""
_END_OF_ARCHIVE, _LARGE_ARCHIVE = b"PK\x05\x06", b"PK\x06\x07"


@dataclass
class SheetShape:
    """The last row and column that hold something, and the calculated cells as (row, column), counted from 1.

    In a sheet without formulas that stays within the limits, empty cells may count as cells that hold something.
    """

    rows: int = 0
    columns: int = 0
    formulas: list[tuple[int, int]] = field(default_factory=list)
    _calculated: dict[int, int] = field(default_factory=dict)

    def cell(self, row: int, column: int, *, formula: bool) -> None:
        """Take note of a filled cell."""
        self.rows, self.columns = max(self.rows, row), max(self.columns, column)
        if formula:
            count = self._calculated[column] = self._calculated.get(column, 0) + 1
            if count <= _FORMULAS:
                self.formulas.append((row, column))


def is_small_listing(path: Path) -> bool:
    """Whether the list of parts of an archive may be read at all. False when there is none. Raises OSError."""
    with path.open("rb") as opened:
        size = opened.seek(0, io.SEEK_END)
        opened.seek(max(0, size - (1 << 16) - 64))
        tail = opened.read()
    at = tail.rfind(_END_OF_ARCHIVE)
    if size > MAX_WORKBOOK_BYTES or at < 0 or _LARGE_ARCHIVE in tail[max(0, at - 20) : at]:
        return False
    return int.from_bytes(tail[at + 12 : at + 16], "little") <= MAX_WORKBOOK_LISTING_BYTES


def parts(data: bytes, file: str) -> dict[str, bytes]:
    """The XML parts of a workbook, unpacked within limits; their names are looked up and never opened. Raises Refused.

    No part declares a document type or holds a cell longer than Excel takes.
    """
    if len(data) > MAX_WORKBOOK_BYTES:
        raise refused(file, f"the workbook is larger than {MAX_WORKBOOK_BYTES // 1_000_000} MB", _COPY)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            listing = archive.infolist()
            if len(listing) > MAX_WORKBOOK_PARTS or len({info.filename.lower() for info in listing}) < len(listing):
                raise _no_workbook(file)
            if any(sign in info.filename.lower() for info in listing for sign in _MACROS):
                mend = "save it as an Excel workbook without macros (.xlsx), then give that file"
                raise refused(file, "the workbook holds macros, which are programs", mend)
            found = _unpacked(archive, listing, len(data), file)
    except _BROKEN:
        raise refused(file, "the workbook cannot be read (damaged, or protected by a password)", SAVE_AGAIN) from None
    _check_texts(found, file)
    return found


def _unpacked(archive: zipfile.ZipFile, listing: list[zipfile.ZipInfo], size: int, file: str) -> dict[str, bytes]:
    done, found = 0, {}
    for info in listing:
        content = bytearray()
        with archive.open(info) as part:
            while piece := part.read(_PIECE):
                done += len(piece)
                _check_unpacked(done, size, file)
                content += piece
        if info.filename.endswith((".xml", ".rels")):
            found[info.filename] = bytes(content)
    return found


def _check_unpacked(done: int, size: int, file: str) -> None:
    if done > MAX_WORKBOOK_UNPACKED_BYTES:
        raise refused(file, f"the workbook unpacks to more than {MAX_WORKBOOK_UNPACKED_BYTES // 1_000_000} MB", _COPY)
    if done > RATIO_COUNTS_FROM_BYTES and done > size * MAX_UNPACKED_RATIO:
        what = f"the workbook unpacks to more than {MAX_UNPACKED_RATIO} times its size, as no ordinary one does"
        raise refused(file, what, _COPY)


def _check_texts(found: dict[str, bytes], file: str) -> None:
    try:
        for name, content in found.items():
            parser = _parser()
            if name == "xl/sharedStrings.xml":
                _measure_texts(parser, file)
            _parse(parser, content)
    except (expat.ExpatError, LookupError, ValueError):
        raise _no_workbook(file) from None


def _measure_texts(parser: expat.XMLParserType, file: str) -> None:
    """Refuse a shared text that is longer than a cell may be."""
    length = 0

    def start(name: str, _: dict[str, str]) -> None:
        nonlocal length
        length = 0 if _local(name) == "si" else length

    def text(piece: str) -> None:
        nonlocal length
        length += len(piece)
        if length > MAX_CELL_BYTES:
            what = f"a cell of the workbook is longer than {MAX_CELL_BYTES:,} characters"
            raise refused(file, what, "shorten it, or leave its column out")

    parser.StartElementHandler, parser.CharacterDataHandler = start, text


def shapes(found: dict[str, bytes], file: str) -> dict[str, SheetShape]:
    """The shape of every sheet by its name. Raises Refused when it is no workbook or too large."""
    try:
        sheets = _excel(found) if "xl/workbook.xml" in found else _open_document(found)
    except (expat.ExpatError, LookupError, ValueError, OverflowError):
        raise _no_workbook(file) from None
    for name, shape in sheets.items():
        if _is_too_far(shape.rows, shape.columns):
            what = f"the sheet {name[:31]!r} reaches to row {_said(shape.rows)} and column {_said(shape.columns)}"
            raise refused(file, what, "delete what stands far below or beside the figures")
    return sheets


def _said(number: int) -> str:
    """A broken reference can hold a number of thousands of digits, which Python does not write."""
    return f"{number:,}" if number < _FAR else f"{_FAR:,} or beyond"


def _is_too_far(rows: int, columns: int) -> bool:
    return rows > MAX_SHEET_ROWS or columns > MAX_COLUMNS or rows * columns > MAX_SHEET_CELLS


def _no_workbook(file: str) -> Refused:
    return refused(file, "the file is not an Excel workbook (.xlsx) or OpenDocument spreadsheet (.ods)", SAVE_AGAIN)


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")

    def forbidden(*_: object) -> None:
        raise ValueError("a workbook declares no document type")

    parser.StartDoctypeDeclHandler = forbidden
    return parser


def _parse(parser: expat.XMLParserType, content: bytes) -> None:
    parser.Parse(content, _END)


@lru_cache(1_000)
def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _excel(found: dict[str, bytes]) -> dict[str, SheetShape]:
    targets: dict[str, str] = {}
    named: list[tuple[str, str]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        given = {_local(key): value for key, value in attributes.items()}
        if _local(name) == "Relationship":
            targets[given["Id"]] = given["Target"]
        elif _local(name) == "sheet":
            named.append((given["name"], given["id"]))

    for part in ("xl/_rels/workbook.xml.rels", "xl/workbook.xml"):
        parser = _parser()
        parser.StartElementHandler = start
        _parse(parser, found[part])
    paths = {name: targets[key] for name, key in named}
    return {
        name: _excel_sheet(found[path.removeprefix("/") if path.startswith("/") else f"xl/{path}"])
        for name, path in paths.items()
        if path.endswith(".xml")
    }


def _excel_sheet(content: bytes) -> SheetShape:
    reached = reach(content)
    if reached and not _is_too_far(*reached):
        return SheetShape(*reached)
    shape, at = SheetShape(), [0, 0]

    def start(name: str, attributes: dict[str, str]) -> None:
        local = _local(name)
        if local == "row":
            at[:] = [int(attributes.get("r", at[0] + 1)), 0]
        elif local == "c":
            at[:] = _place(attributes["r"]) if "r" in attributes else [max(at[0], 1), at[1] + 1]
        elif local in {"v", "is", "f"}:
            shape.cell(at[0], at[1], formula=local == "f")

    parser = _parser()
    parser.StartElementHandler = start
    _parse(parser, content)
    return shape


def _place(reference: str) -> list[int]:
    letters = reference.rstrip("0123456789")
    return [int(reference[len(letters) :]), _column(letters)]


@lru_cache(1_000)
def _column(letters: str) -> int:
    column = 0
    for letter in letters.upper():
        column = 26 * column + ord(letter) - 64
    return column


class _OpenSheets:
    """The sheets of an OpenDocument spreadsheet, as its elements go by; repeated rows and cells stand once."""

    def __init__(self) -> None:
        self.found: dict[str, SheetShape] = {}
        self._shape = SheetShape()
        self._row = self._rows = self._column = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take note of an element that begins."""
        given = {_local(key): value for key, value in attributes.items()}
        match _local(name):
            case "table":
                self._shape = self.found[given["name"]] = SheetShape()
                self._row = 0
            case "table-row":
                self._rows, self._column = int(given.get("number-rows-repeated", 1)), 0
            case "table-cell" | "covered-table-cell":
                self._column += int(given.get("number-columns-repeated", 1))
                if "value-type" in given or "formula" in given:
                    self._shape.cell(self._row + self._rows, self._column, formula="formula" in given)

    def end(self, name: str) -> None:
        """Take note of an element that ends."""
        if _local(name) == "table-row":
            self._row += self._rows


def _open_document(found: dict[str, bytes]) -> dict[str, SheetShape]:
    sheets, parser = _OpenSheets(), _parser()
    parser.StartElementHandler, parser.EndElementHandler = sheets.start, sheets.end
    _parse(parser, found["content.xml"])
    return sheets.found
