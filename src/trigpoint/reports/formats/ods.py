"""Writes a report as an OpenDocument spreadsheet: the sheets of the Excel workbook, typed alike, without a clock."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from trigpoint.reports.report import Report
from trigpoint.reports.wording import day
from trigpoint.reports.workbook import Entry, Number, Workbook, WorkSheet
from trigpoint.reports.workbook_of import workbook

_KIND = "application/vnd.oasis.opendocument.spreadsheet"
_PARTS = ("content.xml", "meta.xml", "settings.xml", "styles.xml")
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BEHIND = {"%": "%", "days": " days"}


def write(report: Report, out: Path) -> list[Path]:
    """Write `<id>.ods` into the folder `out`."""
    path = out / f"{report.id}.ods"
    path.write_bytes(ods(workbook(report)))
    return [path]


def ods(book: Workbook) -> bytes:
    """The workbook as a file: the kind first and unpacked, as the format asks, every part of one fixed day."""
    numbers = {entry for sheet in book.sheets for row in sheet.rows for entry in row if isinstance(entry, Number)}
    said = {
        "book": book,
        "kind": _KIND,
        "parts": _PARTS,
        "widths": sorted({sheet.width(place) for sheet in book.sheets for place in range(len(sheet.heads))}),
        "numbers": sorted({(_style(each), each.decimals, _BEHIND.get(each.unit, "")) for each in numbers}),
    }
    made = BytesIO()
    with ZipFile(made, "w") as packed:
        packed.writestr(_part("mimetype"), _KIND, ZIP_STORED)
        for name in (*_PARTS, "META-INF/manifest.xml"):
            text = _TEMPLATES.get_template(f"{name}.j2").render(said)
            packed.writestr(_part(name), text.encode(), ZIP_DEFLATED)
    return made.getvalue()


def _part(name: str) -> ZipInfo:
    return ZipInfo(name, (1980, 1, 1, 0, 0, 0))


def _legal(text: str) -> str:
    """A text without the control characters that no XML may hold."""
    return _NOT_IN_XML.sub("", text)


def _cell(entry: Entry) -> Markup:
    match entry:
        case Number():
            said = f"{entry.value:,f}{_BEHIND.get(entry.unit, '')}"
            kind = Markup('table:style-name="{}" office:value-type="float" office:value="{:f}"')
            return _filled(kind.format(_style(entry), entry.value), said)
        case date():
            kind = Markup('table:style-name="day" office:value-type="date" office:date-value="{}"')
            return _filled(kind.format(entry.isoformat()), day(entry))
        case str() if entry:
            return _filled(Markup('table:style-name="words" office:value-type="string"'), entry)
        case _:
            return Markup("<table:table-cell/>")


def _filled(kind: Markup, text: str) -> Markup:
    lines = Markup("").join(Markup("<text:p>{}</text:p>").format(line) for line in _legal(text).split("\n"))
    return Markup("<table:table-cell {}>{}</table:table-cell>").format(kind, lines)


def _style(number: Number) -> str:
    return f"number{number.decimals}{ {'%': 'percent', 'days': 'days'}.get(number.unit, '') }"


def _range(sheet: WorkSheet) -> str:
    """Where the table of a sheet stands, from its heads to its last row."""
    last, letters = len(sheet.heads), ""
    while last:
        last, place = divmod(last - 1, 26)
        letters = chr(65 + place) + letters
    return f"'{sheet.name}'.A3:'{sheet.name}'.{letters}{3 + len(sheet.rows)}"


_TEMPLATES = Environment(
    loader=PackageLoader("trigpoint.reports", "templates/ods"), autoescape=True, undefined=StrictUndefined
)
_TEMPLATES.filters.update(cell=_cell, legal=_legal, range=_range)
