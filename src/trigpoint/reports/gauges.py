"""Where a figure lies against its target, as a bar of zones: from the target in force, whatever its style."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from trigpoint.judgement.bands import scale
from trigpoint.judgement.standard import Style
from trigpoint.judgement.state import State
from trigpoint.judgement.target import Target
from trigpoint.language.terms import Good
from trigpoint.reports.marks import mark, state_words
from trigpoint.reports.page import Position
from trigpoint.reports.picture import Gauge, Zone
from trigpoint.reports.scale import scale_for
from trigpoint.reports.subject import Subject
from trigpoint.reports.wording import PERCENT, exactly, figure

Cut = tuple[Decimal, str]
"""An edge between two zones and what it is."""


def gauge(subject: Subject) -> Gauge | None:
    """The bar of a subject's figure, or None where there is no target of numbers or no figure."""
    now, target = subject.now, subject.now.target
    if target is None or now.counted.value is None or not now.judgement.state.judged:
        return None
    cuts, states = zones_of(target)
    if not cuts:
        return None
    unit = subject.facts.unit
    shown = [now.counted.value, *(cut for cut, _ in cuts)]
    span = scale_for([*shown, *_room(shown)], percent=unit == PERCENT)
    ends = [span.low, *(cut for cut, _ in cuts), span.high]
    zones = tuple(
        Zone(mark(Position(state), subject.words).words, low, high, mark(Position(state)).tone)
        for (low, high), state in zip(pairwise(ends), states, strict=True)
    )
    edges = [(span.low, figure(span.low, "")), *((cut, f"{exactly(cut, '')} {what}") for cut, what in cuts)]
    place = state_words(now.judgement.state, subject.words)
    return Gauge(
        name=f"{now.counted.figure.text} lies {place}",
        description=f"Scale from {span.low:f} to {span.high:f}. "
        + "; ".join(f"{zone.letter} {zone.low:f} to {zone.high:f}" for zone in zones)
        + ".",
        low=span.low,
        high=span.high,
        zones=zones,
        now=now.counted.value,
        now_text=now.counted.figure.text,
        edges=(*edges, (span.high, figure(span.high, ""))),
    )


def zones_of(target: Target) -> tuple[list[Cut], list[State]]:
    """The edges from low to high, and the states of the zones between them, one more than there are edges."""
    if target.bands:
        return _of_bands(target)
    if target.style is Style.RANGE and target.low is not None and target.high is not None:
        return [(target.low, "target"), (target.high, "target")], [State.OUTSIDE, State.MET, State.OUTSIDE]
    if target.value is None or target.good is Good.NEITHER:
        return [], []
    worse = target.low if target.good is Good.HIGH else target.high
    better = target.high if target.good is Good.HIGH else target.low
    from_worst: list[Cut] = [(worse, "limit")] if worse is not None and worse != target.value else []
    states = [State.OUTSIDE, State.WITHIN] if from_worst else [State.OUTSIDE]
    from_worst.append((target.value, "target"))
    states.append(State.MET)
    if target.style is Style.TWO_SIDED and better is not None:
        if better == target.value:  # on target is the edge itself
            states[-1] = State.BETTER
        else:
            from_worst.append((better, "limit"))
            states.append(State.BETTER)
    return (from_worst, states) if target.good is Good.HIGH else (from_worst[::-1], states[::-1])


def _of_bands(target: Target) -> tuple[list[Cut], list[State]]:
    steps = scale(target.bands, target.good, ordered=target.style is Style.ORDERED).steps
    cuts = [(step.edge, step.name) for step in steps if step.edge is not None]
    states = [step.state for step in steps]
    return (cuts[::-1], states[::-1]) if target.good is Good.HIGH else (cuts, states)


def _room(shown: Sequence[Decimal]) -> list[Decimal]:
    """A little beyond both ends, so that the outer zones can be seen."""
    span = max(shown) - min(shown) or max(abs(max(shown)), Decimal(1))
    low = min(shown) - span / 4
    return [max(low, Decimal(0)) if min(shown) >= 0 else low, max(shown) + span / 4]
