"""A workbook as an archive: may it be unpacked at all, how far do its cells reach, which of them are calculated?"""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass, field
from xml.parsers import expat

from trigpoint.sources.issue import Refused, refused

MAX_PARTS = 500
MAX_UNPACKED = 100_000_000
MAX_CELLS = 2_000_000
"""Rows times columns up to the last filled cell of a sheet: a single far cell would otherwise fill the memory."""

_PIECE, _END = 1 << 20, True
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError, ValueError, KeyError)
_SAVE_AGAIN = "open it in Excel and save it as an Excel workbook (.xlsx), then give that file"


@dataclass
class SheetShape:
    """The last row and column that hold something, and the calculated cells as (row, column), counted from 1."""

    rows: int = 0
    columns: int = 0
    formulas: list[tuple[int, int]] = field(default_factory=list)

    def cell(self, row: int, column: int, *, formula: bool) -> None:
        """Take note of a filled cell."""
        self.rows, self.columns = max(self.rows, row), max(self.columns, column)
        if formula and len(self.formulas) < 100:
            self.formulas.append((row, column))


def parts(data: bytes, file: str) -> dict[str, bytes]:
    """The XML parts of a workbook, unpacked within limits. Raises Refused."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            listing = archive.infolist()
            if len(listing) > MAX_PARTS or len({info.filename for info in listing}) < len(listing):
                raise _no_workbook(file)
            return _unpacked(archive, listing, file)
    except _BROKEN:
        raise refused(file, "the workbook cannot be read (damaged, or protected by a password)", _SAVE_AGAIN) from None


def _unpacked(archive: zipfile.ZipFile, listing: list[zipfile.ZipInfo], file: str) -> dict[str, bytes]:
    left, found = MAX_UNPACKED, {}
    for info in listing:
        content = bytearray()
        with archive.open(info) as part:
            while piece := part.read(_PIECE):
                left -= len(piece)
                if left < 0:
                    what = f"the workbook unpacks to more than {MAX_UNPACKED // 1_000_000} MB"
                    raise refused(file, what, "copy the sheet with the figures into the template and give that")
                content += piece
        if info.filename.endswith((".xml", ".rels")):
            found[info.filename] = bytes(content)
    return found


def shapes(found: dict[str, bytes], file: str) -> dict[str, SheetShape]:
    """The shape of every sheet by its name. Raises Refused when it is no workbook or too large."""
    try:
        sheets = _excel(found) if "xl/workbook.xml" in found else _open_document(found)
    except (expat.ExpatError, KeyError, ValueError, OverflowError):
        raise _no_workbook(file) from None
    for name, shape in sheets.items():
        if shape.rows * shape.columns > MAX_CELLS:
            what = f"the sheet {name[:31]!r} reaches to row {shape.rows:,} and column {shape.columns:,}"
            raise refused(file, what, "delete what stands far below or beside the figures")
    return sheets


def _no_workbook(file: str) -> Refused:
    return refused(file, "the file is not an Excel workbook (.xlsx) or OpenDocument spreadsheet (.ods)", _SAVE_AGAIN)


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")

    def forbidden(*_: object) -> None:
        raise ValueError("a workbook declares no document type")

    parser.StartDoctypeDeclHandler = forbidden
    return parser


def _parse(parser: expat.XMLParserType, content: bytes) -> None:
    parser.Parse(content, _END)


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
    column = 0
    for letter in letters.upper():
        column = 26 * column + ord(letter) - 64
    return [int(reference[len(letters) :]), column]


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
