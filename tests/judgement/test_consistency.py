"""Every check finds its failing example and lets its passing one be."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.figures.rounding import displayed
from trigpoint.judgement.consistency import CHECKS, check
from trigpoint.judgement.consistency_check import Check
from trigpoint.judgement.printed import Printed


@pytest.mark.parametrize("each", CHECKS, ids=[each.name for each in CHECKS])
def test_it_finds_what_it_is_declared_to_find_and_no_more(each: Check) -> None:
    assert list(each.findings(each.fails)), "finds nothing in its failing rows"
    assert list(each.findings(each.passes)) == []
    assert list(each.findings(())) == []


def test_checks_have_names_of_their_own() -> None:
    names = [each.name for each in CHECKS]
    assert len(set(names)) == len(names)


def test_a_finding_is_one_sentence_with_its_numbers() -> None:
    (found,) = check([Printed(ref="KPI 7", value=Decimal(67), numerator=Decimal(466), denominator=Decimal(680))])
    assert str(found) == (
        "KPI 7: the figure is not what its own counts give (466 of 680 is 69, printed 67); "
        "a percentage is its numerator over its denominator, half up."
    )


@given(st.integers(1, 5000).flatmap(lambda d: st.tuples(st.integers(0, d), st.just(d))), st.integers(0, 2))
def test_a_figure_printed_from_its_counts_is_never_contradicted(counts: tuple[int, int], decimals: int) -> None:
    n, d = counts
    row = Printed(
        ref="a", value=displayed(n, d, 100, decimals), numerator=Decimal(n), denominator=Decimal(d), decimals=decimals
    )
    assert check([row]) == []


@given(st.lists(st.integers(0, 60), min_size=4, max_size=4).filter(any))
def test_grades_rounded_from_their_counts_are_never_contradicted(counts: list[int]) -> None:
    total = sum(counts)
    rows = [
        Printed(
            ref="a",
            period="Q1",
            variant=f"grade {place}",
            kind="grade",
            value=displayed(count, total, 100, 0),
            numerator=Decimal(count),
        )
        for place, count in enumerate(counts)
    ]
    assert check(rows) == []
