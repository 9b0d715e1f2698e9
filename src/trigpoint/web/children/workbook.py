"""A list of children as a workbook: what is in it, who took it and why stand before the rows, and in the access log."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime

import xlsxwriter
from django.http import HttpResponse
from django.utils import timezone
from django.utils.text import slugify

from trigpoint.web.access.log import log
from trigpoint.web.pages import words_of
from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import Actor

ROWS = 20_000
"""A list of more rows is not given out: it is no worklist any more."""

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FIXED = datetime(2026, 1, 1)  # noqa: DTZ001 - the same list gives the same bytes; when it was taken stands in it
Cell = str | int | float | date | None


def workbook(
    actor: Actor,
    action: Action,
    title: str,
    head: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    *,
    children: Iterable[str],
    why: str,
) -> HttpResponse:
    """The list as a download, logged with the children in it. Cells are text, numbers and days, never formulas."""
    taken = f"{words_of(timezone.localdate())} at {timezone.localtime():%H:%M}"
    log(actor, action, title, detail=why, children=children)
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title, "author": "Trigpoint", "created": _FIXED})
    _cover(book, title, [("Taken by", actor.title), ("When", taken), ("Why", why), ("Rows", f"{len(rows[:ROWS]):,}")])
    _sheet(book, head, rows[:ROWS])
    book.close()
    response = HttpResponse(stream.getvalue(), content_type=_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{slugify(title)[:80]}.xlsx"'
    return response


def _cover(book: xlsxwriter.Workbook, title: str, said: Sequence[tuple[str, str]]) -> None:
    sheet = book.add_worksheet("About this list")
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 90)
    sheet.write_string(0, 0, title, book.add_format({"bold": True, "font_size": 14}))
    sheet.write_string(
        1, 0, "Official-sensitive: about named cases. Do not send it on. Delete it when the work is done."
    )
    for number, (name, text) in enumerate(said, start=3):
        sheet.write_string(number, 0, name)
        sheet.write_string(number, 1, text)


def _sheet(book: xlsxwriter.Workbook, head: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    sheet = book.add_worksheet("List")
    bold, day = book.add_format({"bold": True, "bottom": 2}), book.add_format({"num_format": "d mmmm yyyy"})
    for place, words in enumerate(head):
        sheet.write_string(0, place, words, bold)
    for number, row in enumerate(rows, start=1):
        for place, cell in enumerate(row):
            if isinstance(cell, date):
                sheet.write_datetime(number, place, datetime(cell.year, cell.month, cell.day), day)  # noqa: DTZ001
            elif isinstance(cell, int | float):
                sheet.write_number(number, place, cell)
            elif cell:
                sheet.write_string(number, place, cell)
    sheet.set_column(0, len(head) - 1, 20)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
