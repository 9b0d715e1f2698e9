"""Workbooks of the eleven lists as tests write them: rows by the short keys of their columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import xlsxwriter

from trigpoint.sources import Issue, Part, plan
from trigpoint.sources.annex_a.lists import LISTS

Cells = Sequence[Sequence[Any]]

BORN = date(2012, 5, 1)
CHILD = {"child": "7", "gender": "b) Female", "ethnicity": "b) Mixed", "born": BORN, "age": 14}


def rows_of(number: int, *rows: Mapping[str, Any]) -> list[list[Any]]:
    """The headings of a list as the format has them, and rows below."""
    columns = LISTS[number].columns
    return [[c.name for c in columns], *([row.get(c.key) for c in columns] for row in rows)]


def book(path: Path, sheets: Mapping[str, Cells]) -> Path:
    """A workbook of these sheets; a text that begins with = is written as a formula."""
    made = xlsxwriter.Workbook(str(path), {"strings_to_urls": False})
    day = made.add_format({"num_format": "dd/mm/yyyy"})
    for name, rows in sheets.items():
        page = made.add_worksheet(name)
        for down, row in enumerate(rows):
            for across, cell in enumerate(row):
                if isinstance(cell, date):
                    page.write_datetime(down, across, datetime.combine(cell, time()), day)
                elif isinstance(cell, str) and cell.startswith("="):
                    page.write_formula(down, across, cell, None, 3)
                elif cell is not None:
                    page.write(down, across, cell)
    made.close()
    return path


def loaded(*paths: Path) -> dict[str, Part]:
    """Every part that files or a folder give, by table."""
    return {part.table: part for part in plan(list(paths), "Kent").parts()}


def told(parts: Mapping[str, Part]) -> list[Issue]:
    """Every issue of some parts."""
    return [issue for part in parts.values() for issue in part.issues]


def errors(parts: Mapping[str, Part]) -> list[str]:
    """What was lost, in words."""
    return [str(issue) for issue in told(parts) if issue.kind == "error"]


def said(part: Part) -> list[dict[str, Any]]:
    """The rows of a part without what is missing in them, and without the authority."""
    return [
        {name: value for name, value in row.items() if value is not None and name != "authority"}
        for row in part.data.to_pylist()
    ]
