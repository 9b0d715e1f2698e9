"""The table under the chart: every point of it with its counts, its position and its trace."""

from __future__ import annotations

from trigpoint.language.period import PeriodType
from trigpoint.reports.page import DataRow, DataTable, Figure, Head
from trigpoint.reports.revised import marks_explained, revision_note
from trigpoint.reports.subject import Judged, Subject
from trigpoint.reports.wording import count, symbol, tick

_FIRST = {PeriodType.QUARTER: "Quarter", PeriodType.FINANCIAL_YEAR: "Year"}
_CAPTION = {
    PeriodType.MONTH: "each month",
    PeriodType.SNAPSHOT: "at the end of each month",
    PeriodType.YTD: "from 1 April to the end of each month",
    PeriodType.ROLLING3: "3 months to the end of each month",
    PeriodType.ROLLING12: "12 months to the end of each month",
    PeriodType.ROLLING36: "3 years to the end of each month",
    PeriodType.QUARTER: "each quarter",
    PeriodType.FINANCIAL_YEAR: "each financial year",
}


def data_table(subject: Subject) -> DataTable:
    """The table of a page, oldest period first; monthly figures end with their 12 months, counted and not averaged."""
    kind = subject.page.period_type
    rows = [_row(subject, judged, place) for place, judged in enumerate(subject.history)]
    year = subject.judged(PeriodType.ROLLING12, subject.now.end)
    if kind is PeriodType.MONTH and PeriodType.ROLLING12 in subject.page.previous and year.counted.value is not None:
        rows.append(DataRow("12 months", "", False, _cells(subject, year), year.position, True))  # noqa: FBT003
    reasons = {j.counted.reason for j in subject.history if j.counted.value is None}
    return DataTable(
        caption=f"{subject.page.title}, {_CAPTION[kind]}",
        heads=(Head(_FIRST.get(kind, "Month")), *_heads(subject)),
        rows=tuple(rows),
        legend=tuple(f"{symbol(reason)} {reason}" for reason in sorted(reasons)),
        notes=marks_explained(subject.history),
    )


def _row(subject: Subject, judged: Judged, place: int) -> DataRow:
    label, year = tick(judged.kind, judged.end)
    earlier = tick(judged.kind, subject.history[place - 1].end)[1] if place else ""
    name = label if judged.kind in _FIRST else f"{judged.end:%B}"
    note = revision_note(judged.counted)
    return DataRow(name, year, year != earlier, _cells(subject, judged), judged.position, note=note)


def _heads(subject: Subject) -> tuple[Head, ...]:
    words, kind = subject.page.words, subject.facts.kind
    if kind == "count":
        return (Head(words.value),)
    if kind == "ratio":
        return (Head(words.met), Head(words.not_met), Head(words.all), Head(words.value))
    return (Head(words.met), Head(words.all), Head(words.value))


def _cells(subject: Subject, judged: Judged) -> tuple[Figure, ...]:
    counted, facts = judged.counted, subject.facts
    n, d = counted.numerator, counted.denominator
    if facts.kind == "count":
        return (counted.figure,)
    top, bottom = _printed(judged, counted.top), _printed(judged, counted.bottom)
    if facts.kind != "ratio":
        return (top, bottom, counted.figure)
    rest = _printed(judged, "" if n is None or d is None else count(d - n))
    return (top, rest, bottom, counted.figure)


def _printed(judged: Judged, text: str) -> Figure:
    return Figure(text or symbol(judged.counted.reason), None, judged.counted.trace)
