"""How small numbers are treated for an audience: a named, dated rule."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Action(StrEnum):
    """What is done about small numbers: nothing, a flag beside them, or suppression."""

    SHOW = "show"
    FLAG = "flag"
    SUPPRESS = "suppress"


@dataclass(frozen=True)
class Rule:
    """The rule of one audience from a day on.

    Counts from 1 to `threshold` - 1 are small; with `hide_zeros` 0 is too. A share, average or median of fewer than
    `least_denominator` is not shown. Published counts are rounded to a multiple of `round_to` (1: not rounded).
    """

    audience: str
    start: date
    action: Action
    threshold: int = 6
    least_denominator: int = 10
    hide_zeros: bool = False
    round_to: int = 1

    @property
    def least(self) -> int:
        """The smallest count that is small."""
        return 0 if self.hide_zeros else 1

    def is_small(self, number: float) -> bool:
        """Whether a count may not be shown."""
        return number < self.threshold and (number > 0 or (self.hide_zeros and number == 0))
