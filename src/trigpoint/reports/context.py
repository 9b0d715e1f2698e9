"""The context table of a summary: measures without a target beside what others published, each with its year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from trigpoint.comparators.comparators import Comparators, Level
from trigpoint.packs.facts import Facts, MeasureFacts
from trigpoint.packs.model import ContextRow, Pack
from trigpoint.reports.book import Figures
from trigpoint.reports.others import shown
from trigpoint.reports.page import ContextTable, Figure, Head, Row, Stamp
from trigpoint.reports.wording import NEW, column, figure

_LEVELS: tuple[tuple[Level, str], ...] = (
    ("own", "{place}, published"),
    ("neighbours", "Statistical neighbours"),
    ("region", "Region"),
    ("england", "England"),
)
Found = Mapping[tuple[str, str], Comparators]


def context_table(
    pack: Pack, book: Figures, known: Facts, found: Found, end: date, stamp: Stamp
) -> ContextTable | None:
    """The table, or None when the pack asks for none."""
    if not pack.context:
        return None
    beside = [found.get((row.measure, row.variant)) for row in pack.context]
    sources = sorted({c.source for c in beside if c})
    heads = [Head(f"{stamp.place} now", column(pack.context[0].period_type, end), now=True)]
    heads += [Head(text.format(place=stamp.place)) for _, text in _LEVELS]
    rows = tuple(
        _row(row, book, known(row.measure, row.variant, row.period_type), c, end)
        for row, c in zip(pack.context, beside, strict=True)
    )
    return ContextTable(
        title=pack.context_title,
        sub="Judged against no target. Published figures carry their own year.",
        heads=tuple(heads),
        rows=rows,
        notes=(*(f"Source of the published figures: {source}." for source in sources), *_traces(rows)),
    )


def _row(row: ContextRow, book: Figures, facts: MeasureFacts, found: Comparators | None, end: date) -> Row:
    ours = book.at(facts, row.variant, row.period_type, end)
    year = f"published: {found.year[:1].lower()}{found.year[1:]}" if found else "nothing published"
    return Row(row.label, (ours.figure, *(_published(found, level, facts) for level, _ in _LEVELS)), sub=year)


def _traces(rows: tuple[Row, ...]) -> list[str]:
    traced = [(row.label, row.cells[0].trace) for row in rows]
    return [f"Trace of {label[:1].lower()}{label[1:]}: {trace}" for label, trace in traced if trace]


def _published(found: Comparators | None, level: Level, facts: MeasureFacts) -> Figure:
    benchmark = found.at(level) if found else None
    if benchmark is None:
        return Figure(NEW)
    value = shown(benchmark, facts)
    return Figure("[x]") if value is None else Figure(figure(value, facts.unit), value)
