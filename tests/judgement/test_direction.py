"""The arrow follows the number, the word the goodness."""

from decimal import Decimal

import pytest

from trigpoint.judgement.direction import direction
from trigpoint.language.terms import Good


@pytest.mark.parametrize(
    ("value", "other", "good", "number", "word"),
    [
        ("84", "82", Good.HIGH, "up", "better"),
        ("84", "82", Good.LOW, "up", "worse"),
        ("11", "12", Good.LOW, "down", "better"),
        ("11", "12", Good.HIGH, "down", "worse"),
        ("11", "12", Good.NEITHER, "down", ""),
        ("12.0", "12", Good.LOW, "same", "no change"),
    ],
)
def test_direction(value: str, other: str, good: Good, number: str, word: str) -> None:
    found = direction(Decimal(value), Decimal(other), good, "November 2026")
    assert (found.number, found.word, found.difference) == (number, word, Decimal(value) - Decimal(other))
