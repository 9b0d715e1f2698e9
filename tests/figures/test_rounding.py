"""Half-up from integers, where binary floats go wrong."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.figures.rounding import displayed, half_up


def test_exact_halves_go_up_though_floats_say_otherwise() -> None:
    assert displayed(57, 200, 100, 0) == 29  # 28.499999999999996 in binary
    assert displayed(1, 8, 100, 0) == 13  # round() would give 12
    assert str(displayed(23, 2, 1, 0)) == "12"
    assert str(displayed(1, 3, 100, 1)) == "33.3"


@given(st.integers(-(10**9), 10**9), st.integers(1, 10**6), st.integers(0, 3))
def test_within_half_a_unit_and_ties_away_from_zero(n: int, d: int, decimals: int) -> None:
    exact = Fraction(n, d) * 100
    shown = displayed(n, d, 100, decimals)
    off = Fraction(shown) - exact
    half = Fraction(1, 2 * 10**decimals)
    assert abs(off) < half or (abs(off) == half and off * n >= 0)
    assert shown.as_tuple().exponent == -decimals


@given(st.decimals(-1000, 1000, places=4), st.integers(0, 3))
def test_agrees_with_the_decimal_module(value: Decimal, decimals: int) -> None:
    assert half_up(value, decimals) == value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def test_nothing_over_nothing_is_refused() -> None:
    with pytest.raises(ZeroDivisionError, match="no cases"):
        displayed(0, 0, 100, 0)
