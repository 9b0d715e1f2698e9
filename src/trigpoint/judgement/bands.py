"""Bands: named stretches of a scale, as printed, and the continuous scale that is made of them.

Printed bands leave gaps ("15 and below", "16 to 18") and share edges. The rules (decision 0014):
  - red-amber-green: an edge that two bands share is the better one's; a gap beside the middle band is the middle's
    (amber is what is neither green nor red);
  - ordered thresholds: a gap is the worse neighbour's, so that a band begins where it is printed to begin; a shared
    edge is the better one's, but not that of a band without a low end ("below 20"); beyond the bad end lies Inadequate;
  - beyond the good end is the best band; where bands overlap by more than an edge, the better one counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import pairwise

from trigpoint.judgement.state import State
from trigpoint.language.terms import Good

INADEQUATE = "Inadequate"


class BandsError(ValueError):
    """Bands that make no scale: what is wrong and how to mend it, without the place."""


@dataclass(frozen=True)
class Band:
    """One band as printed, both ends included; None is an open end."""

    name: str
    low: Decimal | None
    high: Decimal | None

    def holds(self, value: Decimal) -> bool:
        """Whether the value lies in it as printed."""
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)

    def __str__(self) -> str:
        return ":".join((self.name, *("" if end is None else f"{end:f}" for end in (self.low, self.high))))


@dataclass(frozen=True)
class Step:
    """A band made continuous: every value better than `edge`, which it includes if `closed`; None: all that is left."""

    name: str
    edge: Decimal | None
    closed: bool
    state: State


@dataclass(frozen=True)
class Placed:
    """The band of a value, its state, and what had to be decided because the print left it open."""

    name: str
    state: State
    note: str = ""


@dataclass(frozen=True)
class Scale:
    """Bands made continuous, best first. `notes` say what the print leaves open; a gap between whole numbers is one."""

    steps: tuple[Step, ...]
    good: Good
    printed: tuple[Band, ...]
    notes: tuple[str, ...]

    def place(self, value: Decimal) -> Placed:
        """The band of a value, which is the figure as displayed."""
        step = next(step for step in self.steps if self._reaches(value, step))
        return Placed(step.name, step.state, self._note(value, step.name))

    def _reaches(self, value: Decimal, step: Step) -> bool:
        if step.edge is None:
            return True
        gap = (value - step.edge) * _side(self.good)
        return gap > 0 or (step.closed and gap == 0)

    def _note(self, value: Decimal, name: str) -> str:
        holding = [band.name for band in self.printed if band.holds(value)]
        if not holding and name == INADEQUATE:
            return ""
        if not holding:
            return f"{value} lies in no printed band; it counts as {name}"
        ends = [band for band in self.printed if value in (band.low, band.high)]
        if name != holding[0] or (len(holding) > 1 and len(ends) < len(holding)):
            return f"{value} lies in {' and '.join(holding)} as printed; it counts as {name}"
        return ""


def parse(text: str) -> tuple[Band, ...]:
    """`Red::45;Amber:45:60;Green:60:` as bands. Raises BandsError.

    >>> [str(band) for band in parse("Good:70:79; Outstanding:80:")]
    ['Good:70:79', 'Outstanding:80:']
    """
    return tuple(_band(part.strip()) for part in text.split(";") if part.strip())


def scale(bands: Sequence[Band], good: Good, *, ordered: bool) -> Scale:
    """The continuous scale of some bands: `ordered` thresholds, or red-amber-green. Raises BandsError."""
    best_first = _checked(bands, good, least=1 if ordered else 2)
    notes = tuple(_notes(best_first, good))
    edges = [_edge(a, b, good, ordered, last=b is best_first[-1]) for a, b in pairwise(best_first)]
    worst = best_first[-1]
    end = _ends(worst, good)[1]
    names = [band.name for band in best_first]
    if ordered and end is not None and worst.name != INADEQUATE:
        edges.append((end, True))
        names.append(INADEQUATE)
    states = _states(len(names), ordered, inadequate=end is None or INADEQUATE in names)
    steps = [Step(n, e, c, s) for n, (e, c), s in zip(names, [*edges, (None, False)], states, strict=True)]
    return Scale(tuple(steps), good, tuple(best_first), notes)


def _band(text: str) -> Band:
    parts = [part.strip() for part in text.rsplit(":", 2)]
    if len(parts) != 3 or not parts[0]:
        raise BandsError(f"{text!r} is not a band; write it as name:low:high with an empty end where it is open")
    try:
        low, high = (Decimal(part) if part else None for part in parts[1:])
    except InvalidOperation:
        raise BandsError(f"{text!r} has an end that is no number; write it as name:low:high") from None
    if any(end is not None and not end.is_finite() for end in (low, high)):
        raise BandsError(f"{text!r} has an end that is no number; leave an open end empty")
    if low is not None and high is not None and low > high:
        raise BandsError(f"{text!r} begins above its end; swap the two numbers")
    return Band(parts[0], low, high)


def _checked(bands: Sequence[Band], good: Good, least: int) -> list[Band]:
    if good is Good.NEITHER:
        raise BandsError("bands have a good side; say whether higher or lower is better")
    if len(bands) < least:
        raise BandsError(f"there {'is one band' if bands else 'are no bands'}; give at least {least}")
    if len({band.name for band in bands}) < len(bands):
        raise BandsError("two bands have the same name; give each its own")
    for side in ("low", "high"):
        if sum(getattr(band, side) is None for band in bands) > 1:
            raise BandsError(f"two bands are open at their {side} end; give all but one of them a number there")
    lowest, highest = Decimal("-Infinity"), Decimal("Infinity")
    rising = sorted(bands, key=lambda b: (lowest if b.low is None else b.low, highest if b.high is None else b.high))
    return rising[::-1] if good is Good.HIGH else rising


def _side(good: Good) -> int:
    return 1 if good is Good.HIGH else -1


def _ends(band: Band, good: Good) -> tuple[Decimal | None, Decimal | None]:
    """Its good end and its bad end."""
    return (band.high, band.low) if good is Good.HIGH else (band.low, band.high)


def _edge(better: Band, worse: Band, good: Good, ordered: bool, last: bool) -> tuple[Decimal, bool]:  # noqa: FBT001
    """Where the better of two neighbours begins, and whether the edge is its own."""
    begins, ends = _ends(better, good)[1], _ends(worse, good)[0]
    if begins is None or ends is None:
        raise BandsError(f"{better.name} and {worse.name} run into each other; give each its ends")
    if ordered:
        return begins, not (begins == ends and better.low is None)  # "below 20" leaves out 20
    gap = (begins - ends) * _side(good) > 0
    return (ends, False) if gap and last else (begins, True)


def _states(count: int, ordered: bool, inadequate: bool) -> list[State]:  # noqa: FBT001
    """Best first. Three passing grades are better than range, met and within; red-amber-green has no better."""
    if not ordered:
        return [State.MET, *[State.WITHIN] * (count - 2), State.OUTSIDE]
    passing = count - inadequate
    first = [State.BETTER, State.MET] if passing > 2 else [State.MET]
    return [*first, *[State.WITHIN] * (passing - len(first)), *[State.OUTSIDE] * inadequate]


def _notes(best_first: Sequence[Band], good: Good) -> Iterator[str]:
    for better, worse in pairwise(best_first):
        begins, ends = _ends(better, good)[1], _ends(worse, good)[0]
        if begins is None or ends is None:
            continue
        gap = (begins - ends) * _side(good)
        if gap > 0:
            yield f"between {worse.name} (to {ends:f}) and {better.name} (from {begins:f}) nothing is printed"
        elif gap < 0:
            yield f"{better.name} and {worse.name} overlap from {min(begins, ends):f} to {max(begins, ends):f}"
