"""Shares that add to 100 as displayed."""

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from trigpoint.reports.largest_remainder import rounded

COUNTS = st.lists(st.integers(0, 5000), min_size=1, max_size=6).filter(any)


@given(COUNTS)
def test_shares_of_counts_add_to_100_each_less_than_1_away(counts: list[int]) -> None:
    total = sum(counts)
    exact = [Decimal(100 * count) / total for count in counts]
    found = rounded(exact)
    assert sum(found) == 100
    for count, share in zip(counts, found, strict=True):
        assert abs(Fraction(100 * count, total) - Fraction(share)) < 1
        assert share >= 0
        assert count or share == 0


@given(COUNTS)
def test_more_cases_never_show_a_smaller_share(counts: list[int]) -> None:
    total = sum(counts)
    found = rounded([Decimal(100 * count) / total for count in counts])
    pairs = sorted(zip(counts, found, strict=True))
    assert all(less[1] <= more[1] for less, more in pairwise(pairs) if less[0] < more[0])


def test_thirds_and_whole_shares() -> None:
    third = Decimal(100) / 3
    assert rounded([third, third, third]) == [34, 33, 33]
    assert rounded([Decimal(100), Decimal(0)]) == [100, 0]
    assert rounded([Decimal("6.06"), Decimal("36.36"), Decimal("42.42"), Decimal("15.16")]) == [6, 36, 43, 15]
