"""Charts: scales that hold their values, labels that never overlap, gaps that stay gaps, texts that stay text."""

import re
from decimal import Decimal
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.reports.chart import drawing
from trigpoint.reports.labels import pushed_apart
from trigpoint.reports.page import ChartSeries, Point, Reference
from trigpoint.reports.scale import Scale, scale_for
from trigpoint.reports.spark import sparkline

NUMBERS = st.decimals(0, 2000, places=1)


@given(st.lists(NUMBERS, min_size=1, max_size=20), st.booleans())
def test_a_scale_holds_its_values_in_few_round_steps(values: list[Decimal], percent: bool) -> None:
    scale = scale_for(values, percent=percent)
    assert scale.low <= min(values) <= max(values) <= scale.high
    assert 1 <= len(scale.ticks) - 1 <= 6
    assert scale.ticks[0] == scale.low
    assert scale.ticks[-1] == scale.high
    assert str(scale.step.normalize().as_tuple().digits[0]) in "125"
    assert not (percent and max(values) <= 100 and scale.high > 100)


def test_scales_that_people_expect() -> None:
    assert scale_for([Decimal(73), Decimal(87), Decimal(90)], percent=True) == Scale(
        Decimal(70), Decimal(95), Decimal(5)
    )
    assert scale_for([Decimal(3), Decimal(40)], percent=True).low == 0
    assert not scale_for([], percent=False).cut


@given(st.lists(st.floats(0, 400), max_size=8))
def test_labels_keep_their_order_and_their_distance(places: list[float]) -> None:
    found = pushed_apart(places, 16, 14, 352)
    assert all(14 <= place <= 352.001 for place in found)
    assert all(below - above >= 15.999 for above, below in pairwise(sorted(found)))
    for (wanted, above), (wanted_next, below) in pairwise(sorted(zip(places, found, strict=True))):
        assert above <= below or wanted == wanted_next


def test_labels_with_room_stay_where_they_belong() -> None:
    assert pushed_apart([100.0, 50.0, 300.0], 16, 14, 352) == [100.0, 50.0, 300.0]
    assert pushed_apart([100.0, 100.0], 16, 14, 352) == [92.0, 108.0]


def chart(values: list[int | None], place: str = "Borderfield", fresh: int = -1) -> ChartSeries:
    points = [
        Point("May", "May", "2026" if n == 0 else "", None if v is None else Decimal(v), f"{v}%", n == fresh)
        for n, v in enumerate(values)
    ]
    return ChartSeries(
        title="t",
        subtitle="s",
        name="Assessments <in time> & more",
        description="d",
        place=place,
        unit="%",
        scale=scale_for([Decimal(70), Decimal(95)], percent=True),
        points=tuple(points),
        references=(Reference("Target", "Target", Decimal(85), "85%", is_target=True),),
        low=Decimal(80),
        high=Decimal(90),
        tolerance="Tolerance 80% to 90%",
        worst=0,
    )


def lines(svg: str) -> list[str]:
    return re.findall(r'<path d="([^"]+)" fill="none" stroke="#12436d" stroke-width="2.5"', svg)


@pytest.mark.parametrize("narrow", [False, True])
def test_a_gap_is_a_gap_and_a_lone_point_is_a_point(narrow: bool) -> None:
    svg = drawing(chart([81, 82, None, 84, None, 86, 87]), "k", narrow=narrow)
    assert [path.count("L") for path in lines(svg)] == [1, 1]
    assert svg.count("<circle") == 5


def test_a_new_count_is_not_joined_to_the_old_one() -> None:
    assert [path.count("L") for path in lines(drawing(chart([81, 82, 83, 84], fresh=2), "k"))] == [1, 1]


@pytest.mark.parametrize("narrow", [False, True])
@given(
    values=st.lists(st.one_of(st.none(), st.integers(70, 95)), min_size=1, max_size=12).filter(lambda v: v[0]),
    place=st.text(max_size=30),
)
def test_every_drawing_is_sound_and_keeps_inside_its_box(narrow: bool, values: list[int | None], place: str) -> None:
    printable = "".join(letter for letter in place if letter.isprintable())
    svg = drawing(chart(values, printable), "k", narrow=narrow)
    root = ElementTree.fromstring(svg)
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    named = root.attrib["aria-labelledby"].split()
    assert [each.attrib["id"] for each in root[:2]] == named
    assert root[0].text == "Assessments <in time> & more"
    for text in root.iter("text"):
        assert 0 <= float(text.attrib["x"]) <= width
        assert 0 <= float(text.attrib["y"]) <= height
        assert float(text.attrib["font-size"]) >= 12


def test_the_name_of_the_tolerance_stands_clear_of_the_line() -> None:
    svg = drawing(chart([88, 88, 88, 88, 82, 82, 82, 82]), "k")
    x, y = re.findall(r'<text x="([^"]+)" y="([^"]+)"[^>]*>Tolerance', svg)[-1]
    path = [(float(a), float(b)) for a, b in re.findall(r"[ML]([\d.]+) ([\d.]+)", lines(svg)[0])]
    near = [b for a, b in path if float(x) - 10 <= a <= float(x) + 140]
    assert near
    assert min(abs(b - (float(y) - 4)) for b in near) > 10


def test_a_sparkline_is_decoration() -> None:
    svg = sparkline([Decimal(1), None, Decimal(3), Decimal(4)], Decimal(2))
    root = ElementTree.fromstring(svg)
    assert root.attrib["aria-hidden"] == "true"
    assert svg.count("<path") == 2  # the target and the one stretch of two
    assert sparkline([None, None], None) == ""
