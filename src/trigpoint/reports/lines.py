"""A subject as a line: everything a sheet, a slide or a tidy file says of a measure."""

from __future__ import annotations

from trigpoint.language.period import Period, month_of
from trigpoint.reports.event_marks import event_notes
from trigpoint.reports.line import Line, Other, Past
from trigpoint.reports.marks import mark
from trigpoint.reports.others import shown
from trigpoint.reports.page import Figure
from trigpoint.reports.revised import revision_note
from trigpoint.reports.rule import bands_words
from trigpoint.reports.series import opening, series
from trigpoint.reports.subject import Judged, Subject
from trigpoint.reports.target_words import target_words, tolerance_words
from trigpoint.reports.trends import trend_words
from trigpoint.reports.verdict import made_of
from trigpoint.reports.wording import capital, figure, period


def line_of(subject: Subject) -> Line:
    """The line of a subject."""
    now, facts, target, moved = subject.now, subject.facts, subject.now.target, subject.moved
    chart = series(subject)
    return Line(
        code=subject.page.code,
        group=subject.page.group,
        title=subject.page.title,
        measure=subject.page.measure,
        variant=subject.page.variant,
        period_type=str(subject.page.period_type),
        unit=facts.unit,
        decimals=facts.decimals,
        definition=now.counted.definition,
        counts=facts.definition,
        history=tuple(_past(subject, judged) for judged in subject.history),
        excluded=now.counted.excluded,
        unknown=now.counted.unknown,
        pending=now.counted.pending,
        made_of=made_of(subject, now),
        good=str(facts.good).capitalize(),
        target=target_words(target, facts.unit),
        target_value=target.value if target else None,
        tolerance=tolerance_words(target, facts.unit),
        bands=bands_words(target, facts.unit) if target and target.bands else "",
        arrow=moved.number if moved else "",
        direction=capital(str(moved)) if moved else "No comparison",
        trend=trend_words(subject),
        finding=opening(subject),
        others=tuple(_others(subject)),
        chart=chart,
        commentary=subject.commentary,
        commentary_due=subject.commentary_due,
        notes=(*event_notes(chart), *_revised(subject)),
    )


def _revised(subject: Subject) -> list[str]:
    told = [(judged, revision_note(judged.counted)) for judged in subject.history]
    return [f"{capital(period(judged.kind, judged.end))}, {said}." for judged, said in told if said]


def _past(subject: Subject, judged: Judged) -> Past:
    counted = judged.counted
    return Past(
        period=capital(period(judged.kind, judged.end)),
        start=Period(judged.kind, month_of(judged.end)).start,
        end=judged.end,
        numerator=counted.numerator,
        denominator=counted.denominator,
        figure=counted.figure,
        reason=counted.reason,
        status=mark(judged.position, subject.words),
    )


def _others(subject: Subject) -> list[Other]:
    found, facts = subject.comparators, subject.facts
    if found is None:
        return []
    others = []
    for benchmark in found.benchmarks:
        value = shown(benchmark, facts)
        printed = Figure("[x]") if value is None else Figure(figure(value, facts.unit), value)
        others.append(
            Other(
                area=benchmark.area,
                figure=printed,
                year=found.year,
                source=found.source,
                like_for_like=found.like_for_like,
                because=found.because,
                level=benchmark.level,
            )
        )
    return others
