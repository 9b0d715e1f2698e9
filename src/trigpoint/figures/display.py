"""A figure as it is displayed: what is compared when anyone asks whether two figures differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from trigpoint.figures.rounding import half_up
from trigpoint.language.measure import Kind

SUPPLIED = "supplied:"
"""How the definition of a supplied figure begins."""

_STANDS = {"ratio", "rate", "distribution", "average", "true_ratio"}


@dataclass(frozen=True)
class Display:
    """How a row of the tidy table is printed: `times` x numerator / denominator, half-up to `decimals` places.

    `scale` is how many stored units one shown unit has: the sums were whole numbers of stored units.
    """

    form: Kind
    decimals: int
    times: int = 1
    scale: float = 1

    def of(self, row: Mapping[str, Any]) -> str:
        """The printed value, from its whole numbers where it has them; the reason where there is no value."""
        if row["value"] is None:
            return str(row["reason"] or "")
        return str(half_up(self._exact(row), self.decimals))

    def _exact(self, row: Mapping[str, Any]) -> Fraction:
        top, bottom, stored = row["numerator"], row["denominator"], not is_supplied(row)
        if self.form in _STANDS and top is not None and bottom:
            over = self._whole(bottom) if stored and self.form == "true_ratio" else _plain(bottom)
            return self.times * (self._whole(top) if stored and self.form == "average" else _plain(top)) / over
        if self.form == "median" and stored:
            return self._whole(row["value"] * 2) / 2  # the middle of two whole numbers is a half at most
        return _plain(row["value"])

    def _whole(self, number: float) -> Fraction:
        """A sum of stored units in shown units, without what a binary float lost."""
        return Fraction(round(number * self.scale)) / Fraction(self.scale)


def is_supplied(row: Mapping[str, Any]) -> bool:
    """Whether a figure came from elsewhere instead of the records."""
    return str(row["definition"]).startswith(SUPPLIED)


def _plain(number: float) -> Fraction:
    return Fraction(Decimal(repr(float(number))))
