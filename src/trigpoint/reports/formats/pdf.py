"""Writes a report as one PDF: tagged for screen readers (PDF/UA-1), paged A4, the same bytes for the same inputs."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time
from importlib.resources import as_file, files
from pathlib import Path

import typst

from trigpoint.reports.block import Table, flat
from trigpoint.reports.report import Report
from trigpoint.reports.row_headers import row_headers
from trigpoint.reports.typeset import typeset

_NO_DAY = date(2000, 1, 1)
"""Stands in a report without figures, so that no clock does."""


def write(report: Report, out: Path) -> list[Path]:
    """Write `<id>.pdf` into the folder `out`; nothing of the machine or the clock is in it."""
    path = out / f"{report.id}.pdf"
    path.write_bytes(pdf(report))
    return [path]


def pdf(report: Report) -> bytes:
    """The report as a PDF. The words go to the template as data, so that no word can become markup."""
    data = typeset(report)
    day = datetime.combine(date(*data["day"]) if data["day"] else _NO_DAY, time(), UTC)
    package = files("trigpoint.reports")
    with as_file(package / "static" / "fonts") as fonts:
        made = typst.compile(
            (package / "templates" / "report.typ").read_bytes(),
            None,
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            font_paths=_fonts(str(fonts)),
            pdf_standards="ua-1",
            timestamp=day,
        )
    tables = [block for page in report.pages for block in flat(page.blocks) if isinstance(block, Table)]
    return row_headers(made, [_name_column(table) for table in tables])


def _fonts(folder: str) -> typst.Fonts:
    """The fonts that came with us and none of the machine's."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])


def _name_column(table: Table) -> int | None:
    """Where the heads of the rows stand, if the table has them."""
    return next((place for place, column in enumerate(table.columns) if column.kind == "name"), None)
