"""Lists of children as files: scoped, logged with the reason, marked with who took them, and without formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import xlsxwriter
from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from django.utils.text import slugify

from trigpoint.tasks.stored import snapshot_of
from trigpoint.web.children.gate import Row, Seen, scoped, seen
from trigpoint.web.pages import words_of
from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import Actor

MOST = 5_000
"""Rows of one file. Who needs more narrows the list, or asks for the figures instead."""

FORMS: Mapping[str, str] = {"xlsx": "Excel workbook (XLSX)", "csv": "Text with commas (CSV)"}

_SHORTEST = 10
_HANDLING = (
    "OFFICIAL-SENSITIVE: case numbers of children. Do not send it on. Keep it where the case records are kept, "
    "delete it after use."
)
_FIXED = datetime(2026, 1, 1)  # noqa: DTZ001 - the same list gives the same bytes; when it was taken stands in it
_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


class NotExportedError(Exception):
    """Why there is no file, in a sentence; `field` names the field of the form that must change."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


@dataclass(frozen=True, kw_only=True)
class Listing:
    """What a file holds: its title, the filters in words, the snapshot, the columns as key and head.

    `name` is the file's own, without its ending.
    """

    title: str
    filters: str
    snapshot: str
    columns: Sequence[tuple[str, str]]
    name: str = "children"


def export(
    actor: Actor, action: Action, rows: Sequence[Mapping[str, Any]], listing: Listing, why: str, form: str = "xlsx"
) -> HttpResponse:
    """The rows that the actor may see as a file to keep, written into the access log with the reason first.

    `rows` are all there are, in the order of the file, as `seen` takes them. Raises NotExportedError: no reason, an
    unknown form, more rows than a file may hold.
    """
    why = " ".join(why.split())
    if len(why) < _SHORTEST:
        raise NotExportedError("why", "Say in a few words what you need the list for: the access log keeps it.")
    if form not in FORMS:
        raise NotExportedError("form", f"Choose one of: {', '.join(FORMS.values())}.")
    taken = snapshot_of(settings.ENVIRONMENT.store, listing.snapshot)
    many = len(scoped(actor, action, rows, taken).rows)
    if many > MOST:
        raise NotExportedError(
            "form", f"The list has {many:,} rows and a file at most {MOST:,}: narrow it by team, result or reason."
        )
    detail = f"{form}, {many} rows; because: {why}; {listing.filters}"
    found = seen(actor, action, rows, listing.title, snapshot=listing.snapshot, detail=detail)
    banner = _banner(actor, listing, found, why)
    body = _workbook(listing, found.rows, banner) if form == "xlsx" else _text(listing, found.rows, banner)
    response = HttpResponse(body, content_type=_TYPES[form])
    response["Content-Disposition"] = f'attachment; filename="{slugify(listing.name)[:80]}.{form}"'
    return response


def _banner(actor: Actor, listing: Listing, found: Seen, why: str) -> list[tuple[str, str]]:
    """Who took what, when, why: the first sheet of a workbook, the first lines of a text."""
    now = timezone.localtime()
    return [
        ("Handling", _HANDLING),
        ("List", listing.title),
        ("Exported by", actor.title),
        ("Exported on", f"{words_of(now)} at {now:%H:%M}"),
        ("Because", why),
        ("Records", f"Snapshot {listing.snapshot}"),
        ("Filter", listing.filters or "none"),
        ("Rows", f"{len(found.rows):,}"),
        ("Not in it", f"{found.outside:,} of other parts of the authority, {found.restricted:,} restricted"),
    ]


def _workbook(listing: Listing, rows: Sequence[Row], banner: Sequence[tuple[str, str]]) -> bytes:
    made = io.BytesIO()
    told = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(made, told)
    book.set_properties({"title": listing.title, "author": "Trigpoint", "created": _FIXED})
    bold, wrap = book.add_format({"bold": True, "text_wrap": True}), book.add_format({"text_wrap": True})
    day = book.add_format({"num_format": "d mmm yyyy", "align": "left"})
    about = book.add_worksheet("About this list")
    about.set_column(0, 0, 16)
    about.set_column(1, 1, 90)
    for down, (name, words) in enumerate(banner):
        about.write_string(down, 0, name, bold)
        about.write_string(down, 1, words, wrap)
    page = book.add_worksheet("Children")
    said = dict(banner)
    mark = f"OFFICIAL-SENSITIVE. Exported by {said['Exported by']}, {said['Exported on']}".replace("&", "&&")
    page.set_header(f"&L{mark[:200]}")
    page.set_footer("&LTrigpoint&RPage &P of &N")
    page.freeze_panes(1, 1)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_column(0, len(listing.columns), 18)
    for across, (_, head) in enumerate(listing.columns):
        page.write_string(0, across, head, bold)
    for down, row in enumerate(rows, start=1):
        for across, (key, _) in enumerate(listing.columns):
            _cell(page, down, across, row.get(key), day)
    if rows:
        page.autofilter(0, 0, len(rows), len(listing.columns) - 1)
    book.close()
    return made.getvalue()


def _cell(page: Any, down: int, across: int, value: Any, day: Any) -> None:
    """Numbers as numbers, days as days, everything else as text that no program calculates."""
    if value is None:
        return
    if isinstance(value, date):
        page.write_datetime(down, across, value, day)
    elif isinstance(value, int | float):
        page.write_number(down, across, value)
    else:
        page.write_string(down, across, str(value))


def _text(listing: Listing, rows: Sequence[Row], banner: Sequence[tuple[str, str]]) -> bytes:
    made = io.StringIO()
    writer = csv.writer(made)
    for name, words in banner:
        writer.writerow([name, plain(words)])
    writer.writerow([])
    writer.writerow([plain(head) for _, head in listing.columns])
    for row in rows:
        writer.writerow([plain(row.get(key)) for key, _ in listing.columns])
    return made.getvalue().encode("utf-8-sig")


def plain(value: Any) -> str:
    """A cell of a text that no spreadsheet takes for a formula: such a beginning gets an apostrophe before it."""
    if value is None:
        return ""
    text = value.isoformat() if isinstance(value, date) else str(value)
    is_number = isinstance(value, int | float)
    return f"'{text}" if text.startswith(_FORMULA) and not is_number else text
