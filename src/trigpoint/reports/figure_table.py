"""How the figure is made: the counts of this period beside those of the periods the pack names."""

from __future__ import annotations

from trigpoint.reports.page import Figure, FigureTable, Head, Row
from trigpoint.reports.subject import Judged, Subject
from trigpoint.reports.wording import capital, column, count, figure, number, symbol


def figure_table(subject: Subject) -> FigureTable:
    """The table of a page, latest period last."""
    columns = _columns(subject)
    heads = tuple(_head(subject, judged, alone=alone) for judged, alone in columns)
    shown = [judged for judged, _ in columns]
    return FigureTable(heads, tuple(_rows(subject, shown)), tuple(_notes(subject, shown)))


def _columns(subject: Subject) -> list[tuple[Judged, bool]]:
    page, now = subject.page, subject.now
    previous = [(subject.judged(kind, subject.before.end), False) for kind in page.previous]
    alone = [(subject.judged(kind, now.end), True) for kind in page.alone]
    return [*previous, *alone, (now, False)]


def _head(subject: Subject, judged: Judged, *, alone: bool) -> Head:
    added_up = "total" if judged.kind is not subject.page.period_type else ""
    return Head(column(judged.kind, judged.end), "alone" if alone else added_up, judged is subject.now)


def _rows(subject: Subject, shown: list[Judged]) -> list[Row]:
    words, facts = subject.page.words, subject.facts
    met = Row(words.met, tuple(_printed(j, j.counted.top) for j in shown))
    everything = Row(words.all, tuple(_printed(j, j.counted.bottom) for j in shown))
    value = Row(words.value, tuple(judged.counted.figure for judged in shown), total=True)
    if facts.kind == "count":
        return [value]
    if facts.kind != "ratio":
        return [everything, met, value] if facts.kind in ("average", "median") else [met, everything, value]
    unknown = subject.now.counted.unknown
    said = f"of which {number(unknown)} not known" if unknown else ""
    return [met, Row(words.not_met, tuple(_not_met(j) for j in shown), said), everything, value]


def _printed(judged: Judged, text: str) -> Figure:
    counted = judged.counted
    return Figure(text or symbol(counted.reason), None, counted.trace)


def _not_met(judged: Judged) -> Figure:
    n, d = judged.counted.numerator, judged.counted.denominator
    return _printed(judged, "" if n is None or d is None else count(d - n))


def _notes(subject: Subject, shown: list[Judged]) -> list[str]:
    facts, now = subject.facts, subject.now.counted
    notes = []
    if facts.kind == "ratio" and any(judged.kind is not subject.now.kind for judged in shown):
        notes.append("Sums of the counts, never averages of percentages.")
    if now.unknown and facts.kind == "ratio" and now.value is not None:
        lowest, highest = figure(now.value, facts.unit), figure(now.as_if(now.unknown), facts.unit)
        notes.append(
            f"{number(now.unknown)} not known: the figure is {lowest} if none of them counts and {highest} if all do."
        )
    elif now.unknown:
        notes.append(f"{number(now.unknown)} not known, left out of both counts.")
    apart = [(now.excluded, "left out by the definition"), (now.pending, "not yet due")]
    said = [f"{number(many)} {why}" for many, why in apart if many]
    return [*notes, capital(" and ".join(said)) + "."] if said else notes
