"""Where a figure stands among others of its kind: its rank, with ties shared, and its quarter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from trigpoint.language.terms import HIGH, LOW, Good


@dataclass(frozen=True)
class Standing:
    """`rank` 1 is the best of `of` published figures; `tied` of them share it (1: nobody else does)."""

    rank: int
    of: int
    tied: int


def standing(own: Fraction, others: Sequence[Fraction], good: Good) -> Standing | None:
    """The rank of a figure among it and `others`; None when neither direction is good.

    Equal figures share the best rank of them, and the next rank is left empty, as in the Local Authority Interactive
    Tool.
    """
    if good not in {HIGH, LOW}:
        return None
    better = sum(other > own if good is HIGH else other < own for other in others)
    return Standing(rank=better + 1, of=len(others) + 1, tied=1 + sum(other == own for other in others))


def quartile(own: Fraction, values: Sequence[Fraction], good: Good) -> str:
    """The quarter of all published figures that `own` lies in: A the best to D; empty when neither direction is good.

    `values` are all of them, the figure itself among them. Quarters are cut where the Local Authority Interactive Tool
    cuts them: between neighbouring figures by linear interpolation, a figure on the cut belonging to the lower side.
    """
    if good not in {HIGH, LOW}:
        return ""
    ordered = sorted(values)
    from_low = next((n for n in range(3) if own <= _cut(ordered, n + 1)), 3)
    return "ABCD"[from_low] if good is LOW else "DCBA"[from_low]


def best_quarter(values: Sequence[Fraction], good: Good) -> Fraction | None:
    """The cut between the best quarter of published figures and the rest; None when neither direction is good.

    A figure is in the best quarter above the cut where high is good, and on it or below where low is.
    """
    if good not in {HIGH, LOW} or not values:
        return None
    return _cut(sorted(values), 3 if good is HIGH else 1)


def _cut(ordered: Sequence[Fraction], quarter: int) -> Fraction:
    whole, rest = divmod((len(ordered) - 1) * quarter, 4)
    low = ordered[whole]
    return low if rest == 0 else low + (ordered[whole + 1] - low) * Fraction(rest, 4)
