"""Intervals as displayed, and the guard of small numbers."""

from decimal import Decimal

import pytest

from trigpoint.judgement.uncertainty import interval, small_number


def test_worked_intervals() -> None:
    """Wilson for 0 of 10 and 10 of 10 (0 to 27.8, 72.2 to 100); Byar for 16 of 36,100 (2.5 to 7.2 per 10,000)."""
    assert interval("share", 0, 10, 1) == (Decimal("0.0"), Decimal("27.8"))
    assert interval("share", 10, 10, 1) == (Decimal("72.2"), Decimal("100.0"))
    assert interval("rate", 16, 36_100, 1, 10_000) == (Decimal("2.5"), Decimal("7.2"))
    assert interval("share", 0, 0, 1) is None


@pytest.mark.parametrize(
    ("denominator", "public", "said"),
    [(10, False, ""), (9, False, "small"), (5, False, "small"), (6, True, "small"), (5, True, "hidden")],
)
def test_small_numbers(denominator: int, public: bool, said: str) -> None:
    assert small_number(denominator, public=public) == said
    assert small_number(None) == ""


def test_a_council_may_ask_for_more_cases() -> None:
    assert small_number(12, public=True, least=15) == "hidden"
