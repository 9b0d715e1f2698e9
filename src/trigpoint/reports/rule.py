"""The small print of a page: by what rule its figure is judged, and what it counts."""

from __future__ import annotations

from collections.abc import Mapping

from trigpoint.judgement.bands import Band
from trigpoint.judgement.standard import Status, Style
from trigpoint.judgement.state import State
from trigpoint.judgement.target import Target
from trigpoint.language.terms import Good
from trigpoint.reports.marks import state_words
from trigpoint.reports.subject import Subject
from trigpoint.reports.target_words import due_words, target_words
from trigpoint.reports.wording import PERCENT, between, day, exactly


def judged_by(subject: Subject) -> str:
    """Rounding, edges, and who agreed the target from when."""
    target, unit = subject.now.target, subject.facts.unit
    said = [f"Judged on the figure as printed, which is rounded half up to {_precision(subject)}."]
    if target is None:
        return " ".join([*said, "No target has been agreed."])
    if target.to_be_set:
        due = due_words(target)
        said.append(f"The target is still to be set{f', {due}' if due else ''}.")
    elif target.status is Status.NONE:
        said.append(f"There is no target by decision: {target.rationale}.")
    elif target.value is None:
        said.append(f"Target: {target_words(target, unit)}.")
    else:
        said.append(f"Target {exactly(target.value, unit)} is met at {exactly(target.value, unit)}.")
    said += _edges(target, unit, subject.words)
    agreed = f", agreed by {target.agreed_by}" if target.agreed_by else ""
    return " ".join([*said, f"In force since {day(target.start)}{agreed}."])


def defined_as(subject: Subject) -> str:
    """The definition in force and what it counts."""
    name = subject.now.counted.definition
    variant = f" Variant: {subject.page.variant}." if subject.page.variant else ""
    return f"Definition{f' {name}' if name else ''}: {subject.facts.definition}{variant}"


def _edges(target: Target, unit: str, words: Mapping[State, str]) -> list[str]:
    if target.bands:
        return [f"Bands as printed: {bands_words(target, unit)}; a value between two of them is placed by rule."]
    if target.low is None or target.high is None:
        return _worse_end(target, unit, words)
    if target.style is Style.RANGE:
        return [f"Inside the range is {state_words(State.MET, words)}, its ends included; there is no good end."]
    low, high = exactly(target.low, unit), exactly(target.high, unit)
    outside = state_words(State.OUTSIDE, words)
    best = state_words(State.BETTER, words) if State.BETTER in words else "better than the range"
    if target.good is Good.HIGH:
        better = "" if unit == PERCENT and target.high >= 100 else f"; above {high} is {best}"
        return [f"Below {low} is {outside}{better}."]
    return [f"Above {high} is {outside}; below {low} is {best}."]


def _worse_end(target: Target, unit: str, words: Mapping[State, str]) -> list[str]:
    """A one-sided tolerance, if there is one."""
    outside = state_words(State.OUTSIDE, words)
    if target.low is not None:
        return [f"Below {exactly(target.low, unit)} is {outside}."]
    return [] if target.high is None else [f"Above {exactly(target.high, unit)} is {outside}."]


def bands_words(target: Target, unit: str) -> str:
    """Red below 45%, Amber 45% to 60%, Green 60% and above."""
    return ", ".join(f"{band.name} {_span(band, unit)}" for band in target.bands)


def _span(band: Band, unit: str) -> str:
    if band.low is None:
        return "every value" if band.high is None else f"up to {exactly(band.high, unit)}"
    if band.high is None:
        return f"from {exactly(band.low, unit)}"
    return between(band.low, band.high, unit)


def _precision(subject: Subject) -> str:
    decimals, unit = subject.facts.decimals, subject.facts.unit
    if decimals:
        return f"{decimals} decimal place{'' if decimals == 1 else 's'}"
    return {PERCENT: "a whole per cent", "days": "a whole day"}.get(unit, "a whole number")
