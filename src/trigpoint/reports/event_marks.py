"""The events of a chart: what happened in its periods, and where the definition of its figures changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from trigpoint.figures.display import SUPPLIED
from trigpoint.language.period import Period, PeriodType, first_day, month_of
from trigpoint.reports.block import Block, Chart, Paragraph, Prose
from trigpoint.reports.page import ChartSeries, EventMark
from trigpoint.reports.subject import Judged, Subject
from trigpoint.reports.wording import capital, day, period


def event_marks(subject: Subject) -> tuple[EventMark, ...]:
    """The marks of a subject's chart, numbered in the order in which they stand."""
    found = sorted([*_happened(subject), *_redefined(subject)])
    return tuple(EventMark(number, place, text) for number, (place, _, text) in enumerate(found, start=1))


def with_events(title: str, subtitle: str, chart: ChartSeries) -> tuple[Block, ...]:
    """A chart and, under it, what its numbers say."""
    drawn = Chart(title, subtitle, chart)
    if not chart.events:
        return (drawn,)
    said = tuple(Paragraph(f"{capital(event.text)}.", lead=f"{event.number}.") for event in chart.events)
    return drawn, Prose(paragraphs=said, look="note")


def event_notes(chart: ChartSeries) -> tuple[str, ...]:
    """The same for formats that draw no lines of events: one sentence each."""
    return tuple(f"Event {event.number}, {event.text}." for event in chart.events)


def _happened(subject: Subject) -> Iterator[tuple[Fraction, date, str]]:
    """Each event on the first period that ends on its day or later; before the chart begins it is not told."""
    ends = [judged.end for judged in subject.history]
    for event in subject.events:
        if _begin(subject) <= event.on <= ends[-1]:
            place = next(place for place, end in enumerate(ends) if event.on <= end)
            yield Fraction(place), event.on, f"{day(event.on)}: {event.words}"


def _begin(subject: Subject) -> date:
    """The first day that the chart's first point adds to what was known before it."""
    first, kind = subject.history[0], subject.page.period_type
    if kind in (PeriodType.QUARTER, PeriodType.FINANCIAL_YEAR):
        return Period(kind, month_of(first.end)).start
    return first_day(month_of(first.end) - (2 if subject.quarterly else 0))


def _redefined(subject: Subject) -> Iterator[tuple[Fraction, date, str]]:
    """A mark between two periods whose figures are counted by different definitions, passing over gaps."""
    before: tuple[int, Judged] | None = None
    for place, judged in enumerate(subject.history):
        if not judged.counted.definition:
            continue
        change = _change(before[1], judged) if before else ""
        if before and change:
            between = f"{_name(before[1])} and {_name(judged)}"
            yield Fraction(before[0] + place, 2), judged.end, f"between {between}: {change}"
        before = place, judged


def _change(before: Judged, after: Judged) -> str:
    old, new = before.counted.definition, after.counted.definition
    supplied = [each.startswith(SUPPLIED) for each in (old, new)]
    if old == new or all(supplied):
        return ""
    if any(supplied):
        return "figures supplied before, counted from the records since" if supplied[0] else "figures supplied since"
    return f"definition changed ({old}, then {new})"


def _name(judged: Judged) -> str:
    return period(judged.kind, judged.end)
