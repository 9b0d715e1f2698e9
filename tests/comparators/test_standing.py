"""Rank and quarter: each equals a slow, obvious second way of finding it, on generated figures full of ties."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.comparators.standing import Standing, best_quarter, quartile, standing
from trigpoint.language.terms import HIGH, LOW, NEITHER, Good

FIGURES = st.lists(st.integers(-3, 12).map(lambda tenths: Fraction(tenths, 10)), min_size=1, max_size=40)
DIRECTIONS = st.sampled_from([HIGH, LOW])


def slow_standing(own: Fraction, others: list[Fraction], good: Good) -> Standing:
    """Lay all figures out, best first, and count along until our own is met."""
    line = sorted([own, *others], reverse=good is HIGH)
    place = 1
    for figure in line:
        if figure == own:
            break
        place += 1
    return Standing(place, len(line), line.count(own))


def slow_quartile(own: Fraction, values: list[Fraction], good: Good) -> str:
    """Walk along the ordered figures in steps of a quarter of a gap: three steps to a cut are a quarter of the line."""
    line = sorted(values)
    fine = [a + (b - a) * step / 4 for a, b in pairwise(line) for step in range(4)] + [line[-1]]
    cuts = [fine[(len(line) - 1) * quarter] for quarter in (1, 2, 3)]
    letters = "ABCD" if good is LOW else "DCBA"
    return letters[sum(own > cut for cut in cuts)]


@given(FIGURES, DIRECTIONS)
def test_rank_and_quarter_equal_the_slow_way(values: list[Fraction], good: Good) -> None:
    own, others = values[0], values[1:]
    assert standing(own, others, good) == slow_standing(own, others, good)
    assert quartile(own, values, good) == slow_quartile(own, values, good)


@given(FIGURES)
def test_the_order_of_ranks_turns_round_with_the_direction_that_is_good(values: list[Fraction]) -> None:
    own, others = values[0], values[1:]
    high, low = standing(own, others, HIGH), standing(own, others, LOW)
    assert high is not None
    assert low is not None
    assert high.rank + low.rank + high.tied == len(values) + 2
    assert quartile(own, values, HIGH) == "DCBA"["ABCD".index(quartile(own, values, LOW))]


@given(FIGURES, DIRECTIONS)
def test_a_better_figure_never_has_a_worse_rank_or_quarter(values: list[Fraction], good: Good) -> None:
    ranked = sorted(values, reverse=good is HIGH)
    ranks = []
    for place, own in enumerate(ranked):
        found = standing(own, [*ranked[:place], *ranked[place + 1 :]], good)
        assert found is not None
        ranks.append((found.rank, quartile(own, values, good)))
    assert ranks == sorted(ranks)


def test_where_neither_direction_is_good_nothing_is_ranked() -> None:
    assert standing(Fraction(1), [Fraction(2)], NEITHER) is None
    assert quartile(Fraction(1), [Fraction(1), Fraction(2)], NEITHER) == ""


@pytest.mark.parametrize(
    ("own", "good", "quarter"),
    [(10, LOW, "A"), (20, LOW, "A"), (21, LOW, "B"), (50, LOW, "D"), (20, HIGH, "D"), (41, HIGH, "A"), (40, HIGH, "B")],
)
def test_a_figure_on_a_cut_belongs_to_the_lower_side(own: int, good: Good, quarter: str) -> None:
    values = [Fraction(value) for value in (10, 20, 30, 40, 50)]  # cut at 20, 30 and 40
    assert quartile(Fraction(own), values, good) == quarter


@given(FIGURES, DIRECTIONS)
def test_the_cut_of_the_best_quarter_parts_it_from_the_rest(values: list[Fraction], good: Good) -> None:
    cut = best_quarter(values, good)
    assert cut is not None
    inside = {value for value in values if (value > cut if good is HIGH else value <= cut)}
    assert inside == {value for value in values if quartile(value, values, good) == "A"}


def test_there_is_no_best_quarter_where_neither_direction_is_good() -> None:
    assert best_quarter([Fraction(1)], NEITHER) is None
    assert best_quarter([], HIGH) is None
