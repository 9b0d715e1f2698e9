"""Searching measures: the best fit stands first, a wrong letter is forgiven, a word that is nowhere finds nothing."""

from __future__ import annotations

import pytest

from trigpoint.tasks.measure_search import Searched, search, words

EVERY = [
    Searched("visits", words("Visits to children looked after in timescale"), words("every visit was on time")),
    Searched("reviews", words("Reviews of children looked after", "KPI9"), words("no review is overdue; visits are")),
    Searched("plans", words("Child protection plans"), words("a plan that began in the month")),
]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("visits", ["visits", "reviews"]),
        ("vists", ["visits", "reviews"]),
        ("KPI9", ["reviews"]),
        ("looked after", ["visits", "reviews"]),
        ("protec", ["plans"]),
        ("visits plan", []),
        ("of the", ["visits", "reviews", "plans"]),
        ("", ["visits", "reviews", "plans"]),
        ("xy", []),
    ],
)
def test_what_is_found_and_in_which_order(query: str, found: list[str]) -> None:
    assert search(query, EVERY) == found
