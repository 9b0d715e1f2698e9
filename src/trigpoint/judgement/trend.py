"""The three-quarter trend: a computed suggestion, which a named person may override with a reason.

Let a, b, c be the last three periods, d1 = b - a and d2 = c - b: in points for percentages, otherwise as a percentage
of the target (of `a` where there is none).
  1. a target still to be set and fewer than three periods with a figure: New measure
  2. d1 and d2 of opposite sign: Volatile when d2 is 7 or more either way, else Stable
  3. either is nought: Stable
  4. a change from a to c of 3 or more: Improving on the good side, otherwise Worsening; a smaller one: Stable
With two of the three, their change is held against rule 4 alone; with one, nothing can be said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from trigpoint.language.terms import Good

VOLATILE, NET = Decimal(7), Decimal(3)

IMPROVING, WORSENING, STABLE, UNSETTLED, NEW = "Improving", "Worsening", "Stable", "Volatile", "New measure"
RISING, FALLING = "Rising", "Falling"
WORDS = (IMPROVING, WORSENING, STABLE, UNSETTLED, NEW, RISING, FALLING)


@dataclass(frozen=True)
class Trend:
    """`word` is what is printed. Where a person has overridden it, `computed` keeps what the rule says."""

    word: str
    computed: str
    overridden_by: str = ""
    reason: str = ""
    on: date | None = None

    def override(self, word: str, by: str, reason: str, on: date) -> Trend:
        """The same trend in the word of a person, named by role. Raises ValueError without a reason or a known word."""
        if word not in WORDS:
            raise ValueError(f"{word!r} is no trend; use one of {', '.join(WORDS)}.")
        if not by.strip() or not reason.strip():
            raise ValueError("A trend is overridden by somebody for a reason; give the role and the reason.")
        return replace(self, word=word, overridden_by=by, reason=reason, on=on)


def trend(
    values: Sequence[Decimal | None],
    good: Good,
    *,
    percent: bool,
    target: Decimal | None = None,
    to_be_set: bool = False,
) -> Trend:
    """The trend of displayed values, oldest first; the last three count. The word is empty when none can be said."""
    last = list(values)[-3:]
    there = [value for value in last if value is not None]
    if to_be_set and len(there) < 3:
        return _said(NEW)
    if len(there) < 2 or last[-1] is None:
        return _said("")
    scale = _scale(there[0], target, percent=percent)
    if scale is None:
        return _said("")
    steps = [(b - a) * scale for a, b in pairwise(there)]
    if len(steps) == 2 and steps[0] * steps[1] < 0:
        return _said(UNSETTLED if abs(steps[1]) >= VOLATILE else STABLE)
    net = sum(steps, Decimal(0))
    if 0 in steps or abs(net) < NET:
        return _said(STABLE)
    return _said(_moved(net, good))


def _scale(first: Decimal, target: Decimal | None, *, percent: bool) -> Decimal | None:
    """What a difference is multiplied by; None where there is nothing to measure it against."""
    if percent:
        return Decimal(1)
    base = target if target else first
    return 100 / abs(base) if base else None


def _moved(net: Decimal, good: Good) -> str:
    if good is Good.NEITHER:
        return RISING if net > 0 else FALLING
    return IMPROVING if (net > 0) is (good is Good.HIGH) else WORSENING


def _said(word: str) -> Trend:
    return Trend(word, word)
