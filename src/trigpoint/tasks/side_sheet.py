"""Every figure of a comparison as a sheet to take away: a line a measure, group and period, as printed on the page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from trigpoint.reports.line_sheets import count, entry
from trigpoint.reports.marks import mark
from trigpoint.reports.subject import Judged, Subject
from trigpoint.reports.target_words import target_words
from trigpoint.reports.wording import capital, period
from trigpoint.reports.workbook import Entry, Number, Workbook, WorkSheet
from trigpoint.tasks.choices import BREAKDOWN_WORDS
from trigpoint.tasks.group_words import group_words
from trigpoint.tasks.side_by_side import Line, SideBySide

HEADS = (
    "Measure", "Title", "Variant", "Period type", "Period", "Last day", "Breakdown", "Group", "Numerator",
    "Denominator", "Figure", "Unit", "Reason without a figure", "Position", "Target", "Definition", "Trace",
)  # fmt: skip
"""The columns of the sheet, in order."""


def side_sheet(found: SideBySide) -> WorkSheet:
    """The sheet: what the figures are about first, then the whole and the groups."""
    rows = tuple(row for line in found.lines for row in _rows(line))
    about = f"{found.about}. Figures and counts are as printed; each can be computed again from its trace."
    return WorkSheet("Figures", "Measures beside each other", about, HEADS, rows, 2)


def side_workbook(found: SideBySide, place: str, as_at: date, snapshot: str) -> Workbook:
    """The sheet in a workbook that says whose figures they are and of which records."""
    about = f"Calculated from snapshot {snapshot}, not signed off. {found.about}"
    return Workbook("Measures beside each other", place, about, f"snapshot {snapshot}", as_at, (side_sheet(found),))


def _rows(line: Line) -> Iterator[tuple[Entry, ...]]:
    shown = [line.subject] if line.subject is not None and line.subject is not line.whole else []
    shown += [line.whole] if line.whole is not None else []
    for subject in (*shown, *(group.subject for group in line.groups)):
        yield from (_row(line, subject, judged) for judged in subject.history)


def _row(line: Line, subject: Subject, judged: Judged) -> tuple[Entry, ...]:
    counted, where = judged.counted, subject.page.where
    figure = counted.figure
    return (
        line.answer.picked.measure,
        line.title,
        line.answer.picked.variant,
        str(judged.kind),
        capital(period(judged.kind, judged.end)),
        judged.end,
        " and ".join(BREAKDOWN_WORDS[name] for name, _ in where),
        ", ".join(group_words(name, group) for name, group in where) or "Whole authority",
        count(figure, counted.numerator),
        count(figure, counted.denominator),
        entry(figure, subject.facts.unit),
        subject.facts.unit,
        counted.reason,
        mark(judged.position, subject.words).words if judged.target else "",
        target_words(judged.target, subject.facts.unit) if judged.target else "",
        counted.definition,
        counted.trace,
    )


def as_text(said: Entry) -> Decimal | str | None:
    """An entry as a cell of a text file."""
    if isinstance(said, Number):
        return said.value
    return said.isoformat() if isinstance(said, date) else said
