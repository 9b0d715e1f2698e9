"""The neighbours of an authority on one scale, and the gap to their mean in children."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from invented import PAGES, beside, filling, pack, page

from trigpoint.comparators.comparators import Benchmark
from trigpoint.reports.block import Chart, Prose
from trigpoint.reports.build import subject
from trigpoint.reports.neighbours_plot import gap_in_children, neighbours_chart
from trigpoint.reports.picture import DotPlot


def neighbours_of(
    given: tuple[int, int], mean: str, measure: str = "one", like: bool = True
) -> tuple[Prose | None, Chart]:
    made = pack("indicators", pages=(page("1", measure),))
    found_ = beside(measure)
    benchmarks = tuple(
        Benchmark(b.level, b.area, Fraction(mean)) if b.level == "neighbours" else b for b in found_.benchmarks
    )
    compared = replace(found_, benchmarks=benchmarks, like_for_like=like, because="" if like else "Other ages.")
    filled = filling({(measure, date.min): given}, comparators={(measure, ""): compared})
    about = subject(made, filled, made.pages[0])
    plot = neighbours_chart(about)
    assert plot is not None
    return gap_in_children(about), plot


@pytest.mark.parametrize(
    ("given", "mean", "measure", "words"),
    [
        ((70, 100), "76", "one", "76%, Borderfield would have 6 more cases (better)."),
        ((71, 103), "76", "one", "76%, Borderfield would have 8 more cases (better)."),  # 78.28 of 103: 7.28 rounded up
        ((27, 100), "20", "low three", "20%, Borderfield would have 7 fewer cases (better)."),
        ((15, 100), "20", "low three", "20%, Borderfield would have 5 more cases (worse)."),
        ((198, 36080), "44", "rate", "44.0, Borderfield would have 40 fewer children (better)."),
        ((70, 100), "70", "one", None),
        ((70, 100), "70.000001", "one", "70%, Borderfield would have 1 more cases (better)."),
        ((0, 0), "70", "one", None),
        ((10, 2), "70", "days", None),
    ],
)
def test_the_gap_to_the_neighbours_is_told_in_children(
    given: tuple[int, int], mean: str, measure: str, words: str | None
) -> None:
    gap, _ = neighbours_of(given, mean, measure)
    assert (gap.paragraphs[0].text.partition("average of ")[2] if gap else None) == words


def test_what_is_not_like_for_like_has_no_gap_and_says_so_above_the_dots() -> None:
    gap, plot = neighbours_of((70, 100), "76", like=False)
    assert gap is None
    assert plot.subtitle.endswith("Not like for like: Other ages.")


def test_neighbours_stand_in_order_with_ours_among_them() -> None:
    _, plot = neighbours_of((70, 100), "76")
    assert isinstance(plot.picture, DotPlot)
    assert [(dot.label, dot.ours) for dot in plot.picture.dots] == [
        ("Ash", False), ("Beech", False), ("Borderfield", True), ("Cedar", False), ("Elm", False),
    ]  # fmt: skip
    assert plot.title == "Third highest of 5"
    assert [line[0] for line in plot.picture.lines] == ["England", "Neighbours"]


def test_fewer_than_three_neighbours_are_no_picture() -> None:
    made = pack("indicators", pages=PAGES[:1])
    few = replace(beside("one"), neighbours=beside("one").neighbours[:2])
    about = subject(made, filling(comparators={("one", ""): few}), made.pages[0])
    assert neighbours_chart(about) is None
