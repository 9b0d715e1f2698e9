"""The sheets of a workbook as rows of cells, as Excel and LibreOffice save it. Nothing is calculated."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from trigpoint.sources.issue import Refused, refused
from trigpoint.sources.workbook_archive import SAVE_AGAIN

Rows = list[list[Any]]


def sheets(data: bytes, wanted: Collection[str], file: str, most: int | None = None) -> dict[str, Rows]:
    """Rows of each wanted sheet that the workbook has, from its first row and column on: `most` or all. Raises Refused.

    The archive must have been checked before (`workbook_archive`).
    """
    return {name: rows_of(sheet, file, most) for name, sheet in opened(data, wanted, file).items()}


def opened(data: bytes, wanted: Collection[str], file: str) -> dict[str, CalamineSheet]:
    """Each wanted sheet that the workbook has, for `rows_of`. As `sheets` otherwise."""
    with _told(file):
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return {name: workbook.get_sheet_by_name(name) for name in workbook.sheet_names if name in wanted}


def rows_of(sheet: CalamineSheet, file: str, most: int | None = None) -> Rows:
    """Rows of a sheet from its first row and column on: `most` or all. Raises Refused."""
    with _told(file):
        found: Rows = sheet.to_python(skip_empty_area=False, nrows=most)
        return found


@contextmanager
def _told(file: str) -> Iterator[None]:
    """Whatever the reader meets inside is a refusal."""
    try:
        yield
    except (CalamineError, ValueError, OSError, OverflowError):
        raise unreadable(file) from None
    except BaseException as fault:  # a fault inside the reader's Rust is no Exception
        if type(fault).__name__ != "PanicException":
            raise
        raise unreadable(file) from None


def unreadable(file: str) -> Refused:
    """The refusal of a workbook that cannot be opened."""
    return refused(file, "the workbook cannot be read (damaged, or protected by a password)", SAVE_AGAIN)


def cell_text(cell: object) -> str:
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
            return str(cell)
