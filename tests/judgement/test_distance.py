"""The distance to target equals what counting up one case at a time finds."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from trigpoint.figures.rounding import displayed
from trigpoint.judgement.distance import cases_to_target
from trigpoint.language.terms import Good


def one_at_a_time(n: int, d: int, target: Decimal, good: Good, decimals: int) -> int | None:
    for cases in range(d + 1):
        changed = n + cases if good is Good.HIGH else n - cases
        if not 0 <= changed <= d:
            return None
        value = displayed(changed, d, 100, decimals)
        if value >= target if good is Good.HIGH else value <= target:
            return cases
    return None


@given(
    st.integers(1, 300).flatmap(lambda d: st.tuples(st.integers(0, d), st.just(d))),
    st.integers(0, 1000).map(lambda tenths: Decimal(tenths) / 10),
    st.sampled_from([Good.HIGH, Good.LOW]),
    st.integers(0, 2),
)
def test_equals_counting_up(counts: tuple[int, int], target: Decimal, good: Good, decimals: int) -> None:
    n, d = counts
    assert cases_to_target(n, d, target, good, decimals) == one_at_a_time(n, d, target, good, decimals)


def test_out_of_reach_and_no_cases() -> None:
    assert cases_to_target(5, 10, Decimal(101), Good.HIGH, 0) is None
    assert cases_to_target(0, 0, Decimal(85), Good.HIGH, 0) is None
