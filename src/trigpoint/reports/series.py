"""The chart of a page: its periods as points, target and comparators as level lines, its shape in words."""

from __future__ import annotations

from decimal import Decimal

from trigpoint.judgement.state import State
from trigpoint.language.period import PeriodType
from trigpoint.language.terms import Good
from trigpoint.reports.event_marks import event_marks
from trigpoint.reports.findings import Seen, Told, chart_title, lede
from trigpoint.reports.others import references
from trigpoint.reports.page import ChartSeries, Point, Reference
from trigpoint.reports.scale import Scale, scale_for
from trigpoint.reports.subject import Judged, Subject
from trigpoint.reports.wording import PERCENT, between, capital, exactly, figure, moment, period, tick

_NOUN = {PeriodType.QUARTER: "quarter", PeriodType.FINANCIAL_YEAR: "year"}
_EACH = {
    PeriodType.MONTH: "each month",
    PeriodType.SNAPSHOT: "at each month end",
    PeriodType.YTD: "from 1 April to each month end",
    PeriodType.ROLLING3: "3 months to each month end",
    PeriodType.ROLLING12: "12 months to each month end",
    PeriodType.ROLLING36: "3 years to each month end",
    PeriodType.QUARTER: "each quarter",
    PeriodType.FINANCIAL_YEAR: "each financial year",
}


def opening(subject: Subject) -> str:
    """The lede of a page."""
    return lede(_history(subject), _told(subject))


def series(subject: Subject) -> ChartSeries:
    """The chart of a page."""
    target = subject.now.target
    low, high = (target.low, target.high) if target else (None, None)
    lines = _lines(subject)
    values = [j.counted.value for j in subject.history] + [low, high] + [line.value for line in lines]
    unit = subject.facts.unit
    scale = scale_for([value for value in values if value is not None], percent=unit == PERCENT)
    span = f"{_moment(subject.history[0])} to {capital(period(PeriodType.MONTH, subject.now.end))}"
    return ChartSeries(
        title=chart_title(_history(subject), _told(subject)),
        subtitle=_subtitle(subject, scale, lines),
        name=f"{subject.page.title}, {span}",
        description=_description(subject, lines),
        place=subject.stamp.place,
        unit=unit,
        scale=scale,
        points=_points(subject.history),
        references=lines,
        low=low,
        high=high,
        tolerance="" if low is None or high is None else f"Tolerance {between(low, high, unit)}",
        worst=_worst(subject),
        events=event_marks(subject),
    )


def _history(subject: Subject) -> list[Seen]:
    return [
        Seen(period(j.kind, j.end), _moment(j, subject.now), j.judgement.state, j.counted.value, j.judgement.reason)
        for j in subject.history
    ]


def _told(subject: Subject) -> Told:
    noun = "quarter" if subject.quarterly else _NOUN.get(subject.page.period_type, "month")
    return Told(subject.facts.unit, subject.now.target, noun, subject.words)


def _moment(judged: Judged, now: Judged | None = None) -> str:
    return moment(judged.kind, judged.end, (now or judged).end) if now else f"{judged.end:%B %Y}"


def _lines(subject: Subject) -> tuple[Reference, ...]:
    target = subject.now.target
    others = references(subject)
    if target is None or target.value is None:
        return others
    aim = Reference("Target", "Target", target.value, exactly(target.value, subject.facts.unit), is_target=True)
    return (aim, *others)


def _subtitle(subject: Subject, scale: Scale, lines: tuple[Reference, ...]) -> str:
    unit = "" if subject.facts.unit == PERCENT else f" ({subject.facts.unit})"
    said = [f"{subject.page.title}{unit}, {subject.stamp.place}, {_EACH[subject.page.period_type]}."]
    if scale.cut:
        said.append(f"Scale starts at {figure(scale.low, subject.facts.unit)}.")
    if subject.comparators and any(not line.is_target for line in lines):
        year = subject.comparators.year
        said.append(f"Dashed: {year[:1].lower()}{year[1:]}.")
    if any(point.revised for point in _points(subject.history)):
        said.append("Hollow: revised since it was published.")
    return " ".join(said)


def _points(history: tuple[Judged, ...]) -> tuple[Point, ...]:
    points = []
    year_before = ""
    for judged in history:
        label, year = tick(judged.kind, judged.end)
        name = f"{judged.end:%B}" if judged.kind not in _NOUN else label
        shown = judged.counted
        fresh = judged.kind is PeriodType.YTD and judged.end.month == 4
        revised = shown.revision is not None and shown.revision.mark == "r"
        start = year if year != year_before else ""
        points.append(Point(name, label, start, shown.value, shown.figure.text, fresh, revised))
        year_before = year
    return tuple(points)


def _worst(subject: Subject) -> int | None:
    """The point that is named in the chart: the worst one outside tolerance, unless it is among the last two."""
    outside = [
        (judged.counted.value, place)
        for place, judged in enumerate(subject.history)
        if judged.judgement.state is State.OUTSIDE and judged.counted.value is not None
    ]
    if not outside:
        return None
    high_is_good = subject.facts.good is Good.HIGH
    place = min(outside, key=lambda seen: (seen[0] if high_is_good else -seen[0], seen[1]))[1]
    return place if place < len(subject.history) - 2 else None


def _description(subject: Subject, lines: tuple[Reference, ...]) -> str:
    shown = [(j.counted.value, j) for j in subject.history if j.counted.value is not None]
    if not shown:
        return "No figure in any period shown."
    said = [f"From {_at(subject, *shown[0])} to {_at(subject, *shown[-1])}."]
    if len(shown) > 2:
        highest, lowest = max(shown, key=lambda s: s[0]), min(shown, key=lambda s: s[0])
        said.append(f"Highest {_at(subject, *highest)}, lowest {_at(subject, *lowest)}.")
    missing = len(subject.history) - len(shown)
    if missing:
        said.append(f"{missing} without a figure.")
    said += [f"{line.label} {line.text}." for line in lines]
    said += [f"Event {event.number}, {event.text}." for event in event_marks(subject)]
    return " ".join([*said, "The table below holds every figure."])


def _at(subject: Subject, value: Decimal, judged: Judged) -> str:
    return f"{figure(value, subject.facts.unit)} in {_moment(judged)}"
