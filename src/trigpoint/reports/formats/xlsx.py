"""Writes a report as an Excel workbook: one marked table a sheet, typed numbers and dates, no formulas, no clock."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter

from trigpoint.reports.report import Report
from trigpoint.reports.workbook import Entry, Number, Workbook, WorkSheet
from trigpoint.reports.workbook_of import workbook

_HEAD = 2
"""Row of the heads: the title stands in the first row, what the sheet holds in the second."""
_MOST = 32_767
"""Letters that a cell of Excel holds."""
_LINE = 15
"""Height of a line in points: readers other than Excel do not find it themselves."""
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write(report: Report, out: Path) -> list[Path]:
    """Write `<id>.xlsx` into the folder `out`."""
    path = out / f"{report.id}.xlsx"
    path.write_bytes(xlsx(workbook(report)))
    return [path]


def xlsx(described: Workbook) -> bytes:
    """The workbook as a file."""
    made = BytesIO()
    book = xlsxwriter.Workbook(made, _OPTIONS)
    book.set_properties(
        {
            "title": described.title,
            "subject": described.subject,
            "author": described.author,
            "keywords": described.keywords,
            "created": datetime.combine(described.day, time()),
        }
    )
    looks = _Looks(book)
    for number, sheet in enumerate(described.sheets, 1):
        _draw(book.add_worksheet(sheet.name), sheet, number, looks)
    book.close()
    return made.getvalue()


class _Looks:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Any] = {}

    def look(self, **properties: object) -> Any:
        """The format with these properties; top of the cell, Arial."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            base = {"font_name": "Arial", "font_size": 11, "valign": "top"}
            self._made[key] = self._book.add_format({**base, **properties})
        return self._made[key]


def _draw(page: Any, sheet: WorkSheet, number: int, looks: _Looks) -> None:
    page.set_row(0, 24)
    page.set_row(_HEAD, _LINE * sheet.lines(sheet.heads) + 3)
    page.write_string(0, 0, sheet.title, looks.look(bold=True, font_size=15))
    page.write_string(1, 0, sheet.about, looks.look())
    last = _HEAD + len(sheet.rows)
    page.add_table(
        _HEAD,
        0,
        last,
        len(sheet.heads) - 1,
        {
            "name": f"table_{number}_{re.sub(r'[^A-Za-z0-9]+', '_', sheet.name)}",
            "style": "Table Style Light 1",
            "banded_rows": False,
            "columns": [
                {"header": head, "header_format": looks.look(bold=True, text_wrap=True, bottom=2)}
                for head in sheet.heads
            ],
        },
    )
    for place in range(len(sheet.heads)):
        page.set_column(place, place, sheet.width(place))
    for down, row in enumerate(sheet.rows, _HEAD + 1):
        page.set_row(down, min(_LINE * sheet.lines(row), 400))
        for place, entry in enumerate(row):
            _cell(page, down, place, entry, looks)
    page.freeze_panes(_HEAD + 1, sheet.fixed)
    page.set_landscape()
    page.set_paper(9)
    if sheet.fits:
        page.fit_to_pages(1, 0)
    page.repeat_rows(_HEAD)


def _cell(page: Any, down: int, place: int, entry: Entry, looks: _Looks) -> None:
    match entry:
        case Number():
            page.write_number(down, place, float(entry.value), looks.look(num_format=pattern(entry)))
        case date():
            page.write_datetime(
                down, place, datetime.combine(entry, time()), looks.look(num_format="d mmmm yyyy", align="left")
            )
        case str() if entry:
            page.write_string(down, place, entry[:_MOST], looks.look(text_wrap=True))
        case _:
            page.write_blank(down, place, None, looks.look())


def pattern(number: Number) -> str:
    """How a number is shown: its decimals, thousands apart, the sign of its unit behind it."""
    shown = "#,##0" + ("." + "0" * number.decimals if number.decimals else "")
    return shown + {"%": '"%"', "days": '" days"'}.get(number.unit, "")
