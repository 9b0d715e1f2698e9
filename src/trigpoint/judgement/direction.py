"""Direction: which way a figure differs from a named comparator; the arrow follows the number, the word the good."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from trigpoint.language.terms import Good


@dataclass(frozen=True)
class Direction:
    """`difference` is this figure less the comparator's, as displayed; `word` is empty when neither way is good."""

    number: Literal["up", "down", "same"]
    word: Literal["better", "worse", "no change", ""]
    difference: Decimal
    comparator: str

    def __str__(self) -> str:
        """Arrow and word as text: "up, better", "no change"."""
        if self.number == "same":
            return "no change"
        return f"{self.number}, {self.word}" if self.word else self.number


def direction(
    value: Decimal, other: Decimal, good: Good, comparator: str, same_within: Decimal = Decimal(0)
) -> Direction:
    """The direction from `other`, which `comparator` names ("November 2026", "England"), to `value`.

    A difference of at most `same_within` is no change.
    """
    difference = value - other
    if abs(difference) <= same_within:
        return Direction("same", "no change", difference, comparator)
    number: Literal["up", "down"] = "up" if difference > 0 else "down"
    if good is Good.NEITHER:
        return Direction(number, "", difference, comparator)
    better = (difference > 0) is (good is Good.HIGH)
    return Direction(number, "better" if better else "worse", difference, comparator)
