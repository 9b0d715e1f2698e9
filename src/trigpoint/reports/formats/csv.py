"""Writes a report as tidy data, with a second file that says what its columns are. UTF-8, `\\n`, no formulas."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import StringIO
from pathlib import Path

from trigpoint.reports.report import Report
from trigpoint.reports.tidy import COLUMNS, PLACES, Row, tidy

_META = (
    *("col_name", "col_type", "label", "indicator_grouping", "indicator_unit", "indicator_dp", "filter_hint"),
    "filter_grouping_column",
)
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def write(report: Report, out: Path) -> list[Path]:
    """Write `<id>.csv` and `<id>.meta.csv` into the folder `out`."""
    heads = [*PLACES, *(column.name for column in COLUMNS)]
    rows = tidy(report)
    data = _text(heads, ([row.get(head, "") for head in heads] for row in rows))
    written = {f"{report.id}.csv": data, f"{report.id}.meta.csv": _text(_META, _meta(rows))}
    for name, text in written.items():
        (out / name).write_text(text, encoding="utf-8", newline="")
    return [out / name for name in written]


def _meta(rows: Sequence[Row]) -> Iterable[Sequence[str]]:
    """What each column after those of time and place is; one unit is named where every row has it."""
    units = {str(row["unit"]) for row in rows}
    unit = units.pop() if len(units) == 1 else ""
    for column in COLUMNS:
        measured = unit if column.group in ("Figures", "Judgement") else ""
        digits = str(_digits(rows, column.name)) if column.kind == "Indicator" else ""
        yield (column.name, column.kind, column.label, column.group, measured, digits, column.hint, "")


def _digits(rows: Sequence[Row], name: str) -> int:
    """The most digits after the point that a number of the column has."""
    said = (f"{value:f}" for row in rows if isinstance(value := row.get(name), Decimal))
    return max((len(text.partition(".")[2]) for text in said), default=0)


def _text(heads: Sequence[str], rows: Iterable[Sequence[str | Decimal]]) -> str:
    made = StringIO()
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return made.getvalue()


def _harmless(cell: str | Decimal) -> str:
    """A cell that no spreadsheet takes for a formula; numbers below zero stay numbers."""
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    return f"'{cell}" if cell.startswith(_DANGEROUS) else cell
