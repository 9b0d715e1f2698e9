"""Writes a report as slides: a title, a summary, and one measure a slide with a chart that can be edited."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from trigpoint.reports.frozen import day_of, frozen
from trigpoint.reports.report import Report
from trigpoint.reports.slides.deck import empty
from trigpoint.reports.slides.measure import measure
from trigpoint.reports.slides.opening import summary, title


def write(report: Report, out: Path) -> list[Path]:
    """Write the report as one deck into the folder `out`; the same report gives the same bytes."""
    deck = empty(report)
    title(deck, report)
    if report.lines:
        summary(deck, report)
    for line in report.lines:
        measure(deck, report, line)
    made = BytesIO()
    deck.save(made)
    path = out / f"{report.id}.pptx"
    path.write_bytes(frozen(made.getvalue(), day_of(report)))
    return [path]
