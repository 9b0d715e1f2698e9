"""Rows of a filled template, or of any workbook with the same headings, as Excel and LibreOffice save it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from trigpoint.sources.aggregates.columns import NAMES, NEEDED
from trigpoint.sources.aggregates.lines import Line, Lines, headings, limited, tidy
from trigpoint.sources.issue import Issue, Refused, names, refused
from trigpoint.sources.workbook_archive import SheetShape, parts, shapes
from trigpoint.sources.workbook_sheets import Rows, cell_text, sheets

SHEET = "Figures"
MAX_BYTES = 20_000_000


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
    name, rows = _ours(sheets(data, list(found), file), file)
    places, issues = headings([str(cell) for cell in rows[0]], file)
    _refuse_formulas(found[name], places, file)
    lines = [Line(number, _cells(row, places)) for number, row in enumerate(rows[1:], start=2)]
    return limited(Lines(file, [line for line in lines if line.cells], issues))


def _ours(found: dict[str, Rows], file: str) -> tuple[str, Rows]:
    """The sheet `Figures`, or the first with our headings in row 1."""
    able = {name: rows for name, rows in found.items() if rows and rows[0]}
    if SHEET in able:
        return SHEET, able[SHEET]
    for name, rows in able.items():
        if set(NEEDED) <= {str(cell).strip().lower().replace(" ", "_") for cell in rows[0]}:
            return name, rows
    what = f"no sheet has our headings in row 1 (it has: {names(found) or 'none'})"
    raise refused(file, what, f"fill in the sheet {SHEET} of the template, or give the columns {', '.join(NAMES)}")


def _refuse_formulas(shape: SheetShape, places: dict[int, str], file: str) -> None:
    ours = [(row, places[column - 1]) for row, column in shape.formulas if column - 1 in places]
    if ours:
        mend = "copy the column and paste it as values, then save again"
        raise Refused(
            *(Issue(file, row, column, "the cell is calculated by a formula", mend) for row, column in ours[:20])
        )


def _cells(row: list[Any], places: dict[int, str]) -> dict[str, str]:
    texts = {name: tidy(cell_text(row[place])) for place, name in places.items() if place < len(row)}
    return {name: text for name, text in texts.items() if text}
