"""The sheets that are made from the lines of a report: measures, figures, comparators."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from trigpoint.reports.line import Line, Other, Past
from trigpoint.reports.page import Commentary, Figure
from trigpoint.reports.workbook import Entry, Number, WorkSheet

_HIDDEN = "[c]"


def line_sheets(lines: Sequence[Line]) -> list[WorkSheet]:
    """The sheets; one that would have no rows is left out."""
    sheets = [_measures(lines), _figures(lines), _comparators(lines)]
    return [sheet for sheet in sheets if sheet.rows]


def entry(figure: Figure, unit: str) -> Entry:
    """A figure as a number, or its symbol where there is none."""
    return figure.text if figure.value is None else Number(figure.value, unit)


def count(figure: Figure, value: Fraction | None) -> Entry:
    """A count as a number; suppressed with its figure, so that the figure cannot be computed from it."""
    if figure.text == _HIDDEN:
        return _HIDDEN
    return None if value is None else Number(_decimal(value))


def _decimal(value: Fraction) -> Decimal:
    """Counts are whole, or in hundredths (full-time equivalents)."""
    if value.denominator == 1:
        return Decimal(value.numerator)
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal("0.01")).normalize()


_MEASURES = (
    *("Code", "Group", "Title", "Measure", "Variant", "Period type", "Period", "Numerator", "Denominator", "Value"),
    *("Unit", "Reason without a value", "Status", "Target", "Tolerance", "Bands", "Good is", "Since period before"),
    *("Trend", "Finding", "Made of", "Excluded", "Unknown", "Pending", "Counts", "Definition", "Trace"),
    *("Commentary: what happened", "Commentary: why", "Commentary: actions", "Commentary: back on target by"),
    *("Commentary: signed", "Commentary due", "Notes"),
)


def _measures(lines: Sequence[Line]) -> WorkSheet:
    return WorkSheet(
        name="Measures",
        title="Measures with their latest figure",
        about="One row a measure: its latest figure, where it stands against its target, and what is said of it.",
        heads=_MEASURES,
        rows=tuple(_measure(line) for line in lines),
        fixed=3,
    )


def _measure(line: Line) -> tuple[Entry, ...]:
    now = line.now
    return (
        line.code,
        line.group,
        line.title,
        line.measure,
        line.variant,
        line.period_type,
        now.period,
        count(now.figure, now.numerator),
        count(now.figure, now.denominator),
        entry(now.figure, line.unit),
        line.unit,
        now.reason,
        now.status.words,
        line.target,
        line.tolerance,
        line.bands,
        line.good,
        line.direction,
        line.trend,
        line.finding,
        line.made_of,
        *(Number(Decimal(rows)) for rows in (line.excluded, line.unknown, line.pending)),
        line.counts,
        line.definition,
        now.figure.trace,
        *_said(line.commentary),
        line.commentary_due,
        " ".join(line.notes),
    )


def _said(written: Commentary | None) -> tuple[str, str, str, str, str]:
    if written is None:
        return ("", "", "", "", "")
    actions = "; ".join(f"{each.text} ({each.owner}, {each.by})" for each in written.actions)
    return (written.happened, written.why, actions, written.back_on_target, written.signed)


_FIGURES = (
    *("Code", "Title", "Measure", "Variant", "Period type", "Period", "Starts", "Ends", "Numerator", "Denominator"),
    *("Value", "Unit", "Reason without a value", "Status", "Trace"),
)


def _figures(lines: Sequence[Line]) -> WorkSheet:
    return WorkSheet(
        name="Figures",
        title="Figures of every period",
        about="One row a measure and period, oldest first.",
        heads=_FIGURES,
        rows=tuple(_figure(line, past) for line in lines for past in line.history),
        fixed=2,
    )


def _figure(line: Line, past: Past) -> tuple[Entry, ...]:
    return (
        *(line.code, line.title, line.measure, line.variant, line.period_type),
        *(past.period, past.start, past.end),
        *(count(past.figure, past.numerator), count(past.figure, past.denominator)),
        *(entry(past.figure, line.unit), line.unit, past.reason, past.status.words, past.figure.trace),
    )


_COMPARATORS = (
    *("Code", "Title", "Measure", "Variant", "Area", "Published for", "Value", "Unit", "Like for like"),
    *("Why not like for like", "Source"),
)


def _comparators(lines: Sequence[Line]) -> WorkSheet:
    return WorkSheet(
        name="Comparators",
        title="What others published",
        about="One row a measure and area: the published figure with its year and source.",
        heads=_COMPARATORS,
        rows=tuple(_comparator(line, other) for line in lines for other in line.others),
        fixed=2,
    )


def _comparator(line: Line, other: Other) -> tuple[Entry, ...]:
    return (
        *(line.code, line.title, line.measure, line.variant, other.area, other.year),
        *(entry(other.figure, line.unit), line.unit, "Yes" if other.like_for_like else "No", other.because),
        other.source,
    )
