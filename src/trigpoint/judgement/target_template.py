"""The workbook in which targets are written: a sheet of rows, and notes that explain each column."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from trigpoint.judgement.target_columns import COLUMNS, DAYS, EXAMPLE, NAMES, SHEET

_ALWAYS = datetime(2000, 1, 1, tzinfo=UTC)  # the same template is the same bytes
_ROWS = 500
_HOW = (
    "One row for each target. Delete the example rows.",
    "A target holds from its first day to its last, both included; a figure is judged by the one in force when its "
    "period ends. Never change an old row: end it, and add the new one.",
    "At the target is on target; at the end of a tolerance is within. The figure is judged as displayed, half up.",
    "Bands are kept without gaps: what the print leaves between two bands is filled by a stated rule, and told.",
)
_EXAMPLES: tuple[dict[str, object], ...] = (
    {
        "set": "example",
        "title": EXAMPLE,
        "measure": "rereferrals_12m_pct",
        "period_types": "month, rolling12",
        "style": "two_sided",
        "good": "low",
        "target": 21,
        "tolerance_low": 17,
        "tolerance_high": 24,
        "from": date(2026, 4, 1),
        "agreed_by": "Improvement board",
        "agreed_on": date(2026, 2, 6),
        "reference": "England 22",
        "rationale": "As last year.",
    },
    {
        "set": "example",
        "measure": "cla_same_worker_12m_pct",
        "period_types": "snapshot",
        "style": "rag",
        "good": "high",
        "target": 60,
        "bands": "Red::45;Amber:45:60;Green:60:",
        "from": date(2026, 4, 1),
        "agreed_by": "Improvement board",
    },
)


def template(path: Path, measures: Sequence[str]) -> None:
    """Write the workbook, with the ids of `measures` to choose from. Raises OSError."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "Trigpoint: targets", "created": _ALWAYS.replace(tzinfo=None)})
    sheet, notes, lists = (book.add_worksheet(name) for name in (SHEET, "Notes", "Lists"))
    head = book.add_format({"bold": True, "bottom": 2, "bg_color": "#0b0c0c", "font_color": "#ffffff"})
    _headings(book, sheet, head)
    for number, row in enumerate(_EXAMPLES, start=1):
        _example(book, sheet, number, row)
    _choices(sheet, lists, measures)
    _notes(book, notes, head)
    lists.hide()
    book.close()
    path.write_bytes(made.getvalue())


def _headings(book: Any, sheet: Any, head: Any) -> None:
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, column.width, day if column.name in DAYS else None)
        sheet.write_string(0, place, column.name, head)
    sheet.freeze_panes(1, 3)


def _example(book: Any, sheet: Any, number: int, row: dict[str, object]) -> None:
    grey = {"italic": True, "font_color": "#505a5f", "bg_color": "#f3f2f1"}
    text, day = book.add_format(grey), book.add_format({**grey, "num_format": "dd/mm/yyyy"})
    for place, name in enumerate(NAMES):
        cell = row.get(name)
        if isinstance(cell, date):
            sheet.write_datetime(number, place, datetime(cell.year, cell.month, cell.day), day)  # noqa: DTZ001
        elif isinstance(cell, int):
            sheet.write_number(number, place, cell, text)
        else:
            sheet.write(number, place, cell, text)


def _choices(sheet: Any, lists: Any, measures: Sequence[str]) -> None:
    lists.write_column(0, 0, measures)
    stop = {"validate": "list", "error_title": "Not in the list", "error_message": "Choose from the list."}
    place = NAMES.index("measure")
    sheet.data_validation(1, place, _ROWS, place, {**stop, "source": f"=Lists!$A$1:$A${len(measures)}"})
    for place, column in enumerate(COLUMNS):
        if column.choices:
            sheet.data_validation(1, place, _ROWS, place, {**stop, "source": list(column.choices)})
        if column.kind == "day":
            limits = {"validate": "date", "criteria": "between", "minimum": date(1990, 1, 1)}
            says = {"maximum": date(2100, 12, 31), "error_message": "Give a day, such as 01/04/2026."}
            sheet.data_validation(1, place, _ROWS, place, {**limits, **says})


def _notes(book: Any, sheet: Any, head: Any) -> None:
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 24, wrapped)
    sheet.set_column(1, 1, 110, wrapped)
    sheet.write_string(0, 0, "Targets", head)
    for number, line in enumerate(_HOW, start=1):
        sheet.write_string(number, 1, line, wrapped)
    for number, column in enumerate(COLUMNS, start=len(_HOW) + 2):
        sheet.write_string(number, 0, column.name, wrapped)
        sheet.write_string(number, 1, column.says, wrapped)
