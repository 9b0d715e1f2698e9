"""The small print of a page: by what rule its figure is judged, and what it counts."""

from __future__ import annotations

from trigpoint.judgement.target import Target
from trigpoint.language.terms import Good
from trigpoint.reports.subject import Subject
from trigpoint.reports.wording import PERCENT, day, exactly


def judged_by(subject: Subject) -> str:
    """Rounding, edges, and who agreed the target from when."""
    target, unit = subject.now.target, subject.facts.unit
    said = [f"Judged on the figure as printed, which is rounded half up to {_precision(subject)}."]
    if target is None:
        return " ".join([*said, "No target has been agreed."])
    if target.value is None:
        said.append("The target is still to be set.")
    else:
        said.append(f"Target {exactly(target.value, unit)} is met at {exactly(target.value, unit)}.")
        said += _edges(target, unit)
    agreed = f", agreed by {target.agreed_by}" if target.agreed_by else ""
    return " ".join([*said, f"In force since {day(target.start)}{agreed}."])


def defined_as(subject: Subject) -> str:
    """The definition in force and what it counts."""
    name = subject.now.counted.definition
    variant = f" Variant: {subject.page.variant}." if subject.page.variant else ""
    return f"Definition{f' {name}' if name else ''}: {subject.facts.definition}{variant}"


def _edges(target: Target, unit: str) -> list[str]:
    if target.low is None or target.high is None:
        return []
    low, high = exactly(target.low, unit), exactly(target.high, unit)
    if target.good is Good.HIGH:
        better = "" if unit == PERCENT and target.high >= 100 else f"; above {high} is better than the range"
        return [f"Below {low} is outside tolerance{better}."]
    return [f"Above {high} is outside tolerance; below {low} is better than the range."]


def _precision(subject: Subject) -> str:
    decimals, unit = subject.facts.decimals, subject.facts.unit
    if decimals:
        return f"{decimals} decimal place{'' if decimals == 1 else 's'}"
    return {PERCENT: "a whole per cent", "days": "a whole day"}.get(unit, "a whole number")
