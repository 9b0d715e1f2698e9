"""Counts that are stored in parts of what people read, such as hundredths of a full-time equivalent."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

PLACES = 1
"""Decimal places of a count that is stored in parts: 146.2 full-time equivalents."""


@dataclass(frozen=True)
class Parts:
    """How many stored parts make one of what people read, in a figure's numerator and in its denominator.

    `row` is that of a row's own denominator: figures hold the denominators of some measures divided already.
    """

    numerator: int = 1
    denominator: int = 1
    row: int = 1

    @property
    def numerator_places(self) -> int:
        """Decimal places with which the numerator is printed."""
        return PLACES if self.numerator > 1 else 0

    @property
    def denominator_places(self) -> int:
        """Decimal places with which the denominator is printed."""
        return PLACES if self.row > 1 else 0

    def of_rows(self) -> Parts:
        """Those of sums over rows, which nothing has divided."""
        return Parts(self.numerator, self.row, self.row)

    def shown(
        self, numerator: Fraction | None, denominator: Fraction | None
    ) -> tuple[Fraction | None, Fraction | None]:
        """The two counts as people read them."""
        top = None if numerator is None else numerator / self.numerator
        return top, None if denominator is None else denominator / self.denominator


def parts_of(numerator: int, denominator: int, scale: float) -> Parts:
    """Those of a sum over a sum; `scale` is what the figures have divided the denominator by."""
    row = max(denominator, round(scale))
    return Parts(numerator, max(row // round(scale), 1), row)
