"""The last figures of a measure as a small chart with its numbers, read from what was prepared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow.compute as pc

from trigpoint.language.period import PeriodType, month_of, periods
from trigpoint.measures import EVERY
from trigpoint.packs.facts import MeasureFacts, facts_of
from trigpoint.reports.book import Book, Counted
from trigpoint.reports.page import ChartSeries, PageError, Point
from trigpoint.reports.scale import scale_for
from trigpoint.reports.wording import PERCENT, capital, figure, period, size, tick
from trigpoint.store import StoreError
from trigpoint.tasks.council_words import council_words
from trigpoint.tasks.prepared_figures import prepared_figures, read_prepared

_SHOWN = 13


@dataclass(frozen=True)
class Recent:
    """The chart, and its numbers oldest first: the period, the figure as printed, what it is made of."""

    chart: ChartSeries
    numbers: tuple[tuple[str, str, str], ...]


def recent_figures(
    store: Path, snapshot: str, measure: str, variant: str, period_type: str, end: date, place: str
) -> Recent | None:
    """The 13 figures up to the one that ends on `end`; None where none is prepared or fewer than two have a value."""
    declared = EVERY.get(measure)
    try:
        prepared = prepared_figures(store, snapshot) if declared is not None else None
    except StoreError:
        return None
    if declared is None or prepared is None:
        return None
    kind = PeriodType(period_type)
    rows = read_prepared(prepared, measure)
    mine = (pc.field("variant") == variant) & (pc.field("period_type") == period_type) & (pc.field("breakdown") == "")
    facts = council_words(store).facts(facts_of(declared, variant, kind))
    try:
        book = Book(rows.filter(mine))
        found = [book.at(facts, variant, kind, one.end) for one in periods(kind, month_of(end), 36)][-_SHOWN:]
    except PageError:  # several authorities in one store, or counts that do not divide: the board's line says which
        return None
    known = [one for one in found if one.value is not None]
    return Recent(_chart(facts, kind, found, place), tuple(_said(kind, one) for one in found)) if known[1:] else None


def _chart(facts: MeasureFacts, kind: PeriodType, found: list[Counted], place: str) -> ChartSeries:
    known = [(one.value, one) for one in found if one.value is not None]
    (first, oldest), (last, newest) = known[0], known[-1]
    since = period(kind, oldest.end)
    gone = f"{'Up' if last > first else 'Down'} {size(last - first, facts.unit)} since {since}"
    unit = "" if facts.unit == PERCENT else f", {facts.unit}"
    span = f"From {figure(first, facts.unit)} in {since} to {figure(last, facts.unit)} in {period(kind, newest.end)}."
    scale = scale_for([value for value, _ in known], percent=facts.unit == PERCENT)
    cut = f" Scale starts at {figure(scale.low, facts.unit)}." if scale.cut else ""
    return ChartSeries(
        title=gone if last != first else f"The same as in {since}",
        subtitle=f"{facts.title}{unit}, {place}.{cut}",
        name=f"{facts.title}, {since} to {period(kind, newest.end)}",
        description=f"{span} The table below holds every figure.",
        place=place,
        unit=facts.unit,
        scale=scale,
        points=_points(kind, found),
        references=(),
    )


def _points(kind: PeriodType, found: list[Counted]) -> tuple[Point, ...]:
    points: list[Point] = []
    before = ""
    for one in found:
        label, year = tick(kind, one.end)
        fresh = kind is PeriodType.YTD and one.end.month == 4
        points.append(Point(label, label, year if year != before else "", one.value, one.figure.text, fresh))
        before = year
    return tuple(points)


def _said(kind: PeriodType, one: Counted) -> tuple[str, str, str]:
    return capital(period(kind, one.end)), one.figure.text, one.made_of or one.reason
