"""A report as a workbook: notes first, then the measures, every figure, the comparators and the printed tables."""

from __future__ import annotations

from datetime import date

from trigpoint.reports.formats.html import stamp_lines
from trigpoint.reports.line_sheets import line_sheets
from trigpoint.reports.report import Report
from trigpoint.reports.table_sheets import table_sheets
from trigpoint.reports.workbook import Entry, Workbook, WorkSheet

SYMBOLS = {
    "[c]": "confidential: suppressed so that no child can be recognised",
    "[low]": "rounds to 0 but is not 0",
    "[x]": "not available",
    "[z]": "not applicable, for example because there were no cases",
    "–": "not collected, or new",
}
NO_DAY = date(2000, 1, 1)
"""Stands in a report without figures, so that no clock does."""


def workbook(report: Report) -> Workbook:
    """The workbook of a report."""
    lines = line_sheets(report.lines)
    sheets = [*lines, *table_sheets(report, ["Notes", *(sheet.name for sheet in lines)])]
    stamp = report.stamp
    return Workbook(
        title=f"{report.title}, {stamp.period}",
        author=stamp.authority,
        subject=f"{report.title} of {stamp.authority}, {stamp.status}",
        keywords=f"children's services, performance, {report.title}, {stamp.period}",
        day=max((line.now.end for line in report.lines), default=NO_DAY),
        sheets=(_notes(report, sheets), *sheets),
    )


def _notes(report: Report, sheets: list[WorkSheet]) -> WorkSheet:
    stamp = report.stamp
    purpose = next((page.lede for page in report.pages if page.lede), "")
    rows: list[tuple[str, str]] = [
        ("Title", f"{report.title}, {stamp.period}"),
        ("Authority", stamp.authority),
        ("In one sentence", purpose),
        *stamp_lines(report.title, stamp),
        *((f"Sheet: {sheet.name}", sheet.about) for sheet in sheets),
        ("Numbers", "Each is the figure as printed. Percentages are kept as 84, not 0.84, and shown with their sign."),
        *((f"Symbol {symbol}", meaning) for symbol, meaning in SYMBOLS.items()),
        *((f"Note {number}", note) for number, note in enumerate(report.notes, 1)),
    ]
    entries: tuple[tuple[Entry, ...], ...] = tuple(row for row in rows if row[1])
    about = f"About this workbook: {len(sheets) + 1} sheets with a table each."
    return WorkSheet(
        "Notes", f"{report.title}, {stamp.period}, {stamp.authority}", about, ("Item", "What it says"), entries
    )
