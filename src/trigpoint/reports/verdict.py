"""The verdict strip: the figure, what it is made of, where it stands and how far that is from the target."""

from __future__ import annotations

from trigpoint.judgement.distance import cases_to_target
from trigpoint.judgement.state import State
from trigpoint.judgement.uncertainty import SMALL
from trigpoint.language.terms import Good
from trigpoint.reports.page import Verdict
from trigpoint.reports.subject import Judged, Subject
from trigpoint.reports.target_words import target_words
from trigpoint.reports.wording import between, capital, financial_year, period, size


def verdict(subject: Subject) -> Verdict:
    """The strip of a page."""
    now, unit = subject.now, subject.facts.unit
    target = now.target
    low, high = (target.low, target.high) if target else (None, None)
    return Verdict(
        period=capital(period(now.kind, now.end)),
        figure=now.counted.figure,
        made_of=made_of(subject, now),
        position=now.position,
        distance=distance(subject),
        target_head=f"Target {financial_year(now.end)}",
        target=target_words(target, unit),
        tolerance="" if low is None or high is None else between(low, high, unit),
        good=str(subject.facts.good).capitalize(),
    )


def made_of(subject: Subject, judged: Judged) -> str:
    """137 of 164 assessments; a small denominator is said to be small."""
    counted, words = judged.counted, subject.page.words
    if counted.value is None or counted.numerator is None or counted.denominator is None:
        return ""
    said = words.made_of.format(numerator=counted.top, denominator=counted.bottom)
    if subject.facts.kind == "ratio" and counted.denominator == 1:
        said = said.replace(f"1 {words.many}", f"1 {words.one}")
    small = subject.facts.kind in ("ratio", "average") and counted.denominator < SMALL
    return f"{said} (small number)" if small else said


def distance(subject: Subject) -> str:
    """How far the figure is from its target: in whole cases when it is a share of cases, else in its unit."""
    now, facts = subject.now, subject.facts
    value, target, state = now.counted.value, now.target, now.judgement.state
    if value is None or target is None or target.value is None:
        return ""
    gap = size(value - target.value, facts.unit)
    if state.good:
        return "Exactly at the target" if value == target.value else f"{gap} better than the target"
    n, d = now.counted.numerator, now.counted.denominator
    if facts.kind == "ratio" and n is not None and d is not None and state in (State.WITHIN, State.OUTSIDE):
        cases = cases_to_target(int(n), int(d), target.value, target.good, facts.decimals)
        if cases is not None:
            return _more_or_fewer(cases, target.good, subject.page.words.met_short)
    return f"{gap} {'below' if target.good is Good.HIGH else 'above'} the target"


def _more_or_fewer(cases: int, good: Good, met_short: str) -> str:
    side = "more" if good is Good.HIGH else "fewer"
    noun = "" if cases == 1 and good is Good.LOW else f" {met_short}"
    return f"{cases} {side}{noun} would have met the target"
