"""Confidence limits against published values and against their own definitions."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.figures.intervals import byar, wilson

Z = 1.959963984540054


def one(value: float) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.array([value], dtype=float)


@pytest.mark.parametrize(
    ("numerator", "denominator", "lower", "upper"),
    [
        (81, 263, 25.53, 36.62),  # Newcombe (1998), Statistics in Medicine 17, table I, method 3
        (15, 148, 6.24, 16.05),
        (0, 20, 0.0, 16.11),
        (1, 29, 0.61, 17.18),
        (29, 29, 88.30, 100.0),
    ],
)
def test_wilson_gives_the_limits_published(numerator: int, denominator: int, lower: float, upper: float) -> None:
    low, high = wilson(one(numerator), one(denominator))
    assert (low[0], high[0]) == pytest.approx((lower, upper), abs=0.006)


@given(st.integers(1, 10**6).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilsons_limits_are_the_shares_that_lie_just_as_far_off(figure: tuple[int, int]) -> None:
    """By definition: at each limit the share observed is z standard errors away."""
    x, n = figure
    share = x / n
    for limit in (side[0] / 100 for side in wilson(one(x), one(n))):
        assert 0 <= limit <= 1
        assert abs(share - limit) == pytest.approx(Z * math.sqrt(limit * (1 - limit) / n), abs=1e-7)


@given(st.integers(1, 10**6).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_share_lies_between_its_limits(figure: tuple[int, int]) -> None:
    x, n = figure
    low, high = wilson(one(x), one(n))
    assert low[0] <= 100 * x / n + 1e-9
    assert high[0] >= 100 * x / n - 1e-9
    other_low, other_high = wilson(one(n - x), one(n))
    assert (100 - other_high[0], 100 - other_low[0]) == pytest.approx((low[0], high[0]), abs=1e-9)


# Exact Poisson limits of a count, as printed in statistical tables; Byar's lie within their last digits.
POISSON = [(10, 4.80, 18.39), (20, 12.22, 30.89), (50, 37.11, 65.92), (100, 81.36, 121.63), (500, 457.13, 545.81)]


@pytest.mark.parametrize(("count", "lower", "upper"), POISSON)
def test_byar_comes_near_the_exact_poisson_limits(count: int, lower: float, upper: float) -> None:
    low, high = byar(one(count), one(10_000), 10_000)
    assert (low[0], high[0]) == pytest.approx((lower, upper), abs=0.06)


def test_byar_of_a_rate_is_its_count_over_the_population() -> None:
    low, high = byar(one(81), one(26_300), 10_000)
    count_low, count_high = byar(one(81), one(1), 1)
    assert (low[0], high[0]) == pytest.approx((count_low[0] / 2.63, count_high[0] / 2.63))
    assert low[0] < 81 / 2.63 < high[0]


def test_no_cases_have_a_lowest_limit_of_nothing_and_a_highest_of_something() -> None:
    low, high = byar(one(0), one(10_000), 10_000)
    assert low[0] == 0
    assert high[0] == pytest.approx(3.69, abs=0.1)


def test_nothing_over_nothing_has_no_limits() -> None:
    for low, high in (wilson(one(0), one(0)), byar(one(3), one(float("nan")), 10_000)):
        assert np.isnan([low[0], high[0]]).all()
