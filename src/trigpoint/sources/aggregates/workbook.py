"""Rows of a filled template, or of any workbook with the same headings, as Excel and LibreOffice save it."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from trigpoint.sources.aggregates.archive import SheetShape, parts, shapes
from trigpoint.sources.aggregates.columns import NAMES, NEEDED
from trigpoint.sources.aggregates.lines import Line, Lines, headings, limited, tidy
from trigpoint.sources.issue import Issue, Refused, names, refused

SHEET = "Figures"
MAX_BYTES = 20_000_000
_SAVE_AGAIN = "open it in Excel and save it as an Excel workbook (.xlsx), then give that file"

Rows = list[list[Any]]


def from_workbook(path: Path, file: str) -> Lines:
    """Rows of the sheet with our headings. Nothing is calculated: a formula is refused. Raises Refused."""
    try:
        if path.stat().st_size > MAX_BYTES:
            what = f"the workbook is larger than {MAX_BYTES // 1_000_000} MB"
            raise refused(file, what, "copy the sheet with the figures into the template and give that")
        data = path.read_bytes()
    except OSError as error:
        raise refused(file, f"the file cannot be opened ({error.strerror})", "check its name and permissions") from None
    found = shapes(parts(data, file), file)
    name, rows = _ours(_sheets(data, list(found), file), file)
    places, issues = headings([str(cell) for cell in rows[0]], file)
    _refuse_formulas(found[name], places, file)
    lines = [Line(number, _cells(row, places)) for number, row in enumerate(rows[1:], start=2)]
    return limited(Lines(file, [line for line in lines if line.cells], issues))


def _sheets(data: bytes, wanted: list[str], file: str) -> dict[str, Rows]:
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        present = [name for name in workbook.sheet_names if name in wanted]
        return {name: workbook.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in present}
    except (CalamineError, ValueError, OSError, OverflowError):
        raise _unreadable(file) from None
    except BaseException as fault:  # a fault inside the reader's Rust is no Exception
        if type(fault).__name__ != "PanicException":
            raise
        raise _unreadable(file) from None


def _unreadable(file: str) -> Refused:
    return refused(file, "the workbook cannot be read (damaged, or protected by a password)", _SAVE_AGAIN)


def _ours(sheets: dict[str, Rows], file: str) -> tuple[str, Rows]:
    """The sheet `Figures`, or the first with our headings in row 1."""
    able = {name: rows for name, rows in sheets.items() if rows and rows[0]}
    if SHEET in able:
        return SHEET, able[SHEET]
    for name, rows in able.items():
        if set(NEEDED) <= {str(cell).strip().lower().replace(" ", "_") for cell in rows[0]}:
            return name, rows
    what = f"no sheet has our headings in row 1 (it has: {names(sheets) or 'none'})"
    raise refused(file, what, f"fill in the sheet {SHEET} of the template, or give the columns {', '.join(NAMES)}")


def _refuse_formulas(shape: SheetShape, places: dict[int, str], file: str) -> None:
    ours = [(row, places[column - 1]) for row, column in shape.formulas if column - 1 in places]
    if ours:
        mend = "copy the column and paste it as values, then save again"
        raise Refused(
            *(Issue(file, row, column, "the cell is calculated by a formula", mend) for row, column in ours[:20])
        )


def _cells(row: list[Any], places: dict[int, str]) -> dict[str, str]:
    texts = {name: _text(row[place]) for place, name in places.items() if place < len(row)}
    return {name: text for name, text in texts.items() if text}


def _text(cell: object) -> str:
    """A cell as a person would have typed it into CSV."""
    match cell:
        case bool():
            return str(cell).upper()
        case int() | float():
            return format(Decimal(repr(cell)), "f").removesuffix(".0")
        case datetime():
            return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
        case date() | time():
            return cell.isoformat()
        case _:
            return tidy(str(cell))
