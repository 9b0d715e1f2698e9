"""Pictures other than lines over time: sound drawings whose texts and shapes stay inside, whatever their numbers."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.reports.draw import draw
from trigpoint.reports.labels import width
from trigpoint.reports.picture import BandBars, Bar, Dot, DotPlot, Gauge, Grades, Zone
from trigpoint.reports.scale import scale_for

NAMES = st.text(st.characters(categories=("L", "Nd", "Zs"), max_codepoint=0x24F), max_size=40)
NUMBERS = st.decimals(0, 400, places=1)
TONES = ("outside", "within", "on", "on")


def inside(svg: str) -> ElementTree.Element:
    """The drawing, after a look at every text and box: its measured ends lie inside the drawing."""
    root = ElementTree.fromstring(svg)
    wide, high = float(root.attrib["width"]), float(root.attrib["height"])
    for text in root.iter("text"):
        reach = width(text.text or "", float(text.attrib["font-size"]), bold=text.attrib.get("font-weight") == "700")
        anchor, x = text.attrib.get("text-anchor", "start"), float(text.attrib["x"])
        left = x - {"start": 0.0, "middle": reach / 2, "end": reach}[anchor]
        assert left >= -0.5, text.text
        assert left + reach <= wide + 0.5, text.text
        assert 0 <= float(text.attrib["y"]) <= high
        assert float(text.attrib["font-size"]) >= 12
    for box in root.iter("rect"):
        assert float(box.attrib["width"]) >= 0
        assert float(box.attrib["x"]) + float(box.attrib["width"]) <= wide + 0.5
        assert float(box.attrib["y"]) + float(box.attrib["height"]) <= high + 0.5
    return root


def zones(cuts: list[Decimal], low: Decimal, high: Decimal) -> tuple[Zone, ...]:
    ends = [low, *sorted(cuts), high]
    words = ("Outside tolerance", "Within tolerance", "On target", "Better than range")
    return tuple(Zone(words[n], a, b, TONES[n]) for n, (a, b) in enumerate(pairwise(ends)))


@pytest.mark.parametrize("narrow", [False, True])
@given(cuts=st.lists(NUMBERS, min_size=1, max_size=3, unique=True), value=NUMBERS)
def test_a_gauge_keeps_inside_and_is_named(narrow: bool, cuts: list[Decimal], value: Decimal) -> None:
    span = scale_for([value, *cuts], percent=False)
    made = Gauge(
        name="<b> & lies",
        description="d",
        low=span.low,
        high=span.high,
        zones=zones(cuts, span.low, span.high),
        now=value,
        now_text=f"{value} days",
        edges=tuple((cut, f"{cut} target") for cut in sorted([span.low, *cuts, span.high])),
    )
    root = inside(draw(made, "g", narrow=narrow))
    assert root[0].text == "<b> & lies"
    assert root.attrib["aria-labelledby"].split() == [root[0].attrib["id"], root[1].attrib["id"]]


@pytest.mark.parametrize("narrow", [False, True])
@given(values=st.lists(st.tuples(NAMES, NUMBERS), min_size=3, max_size=12))
def test_a_dot_plot_keeps_inside_whatever_the_names(narrow: bool, values: list[tuple[str, Decimal]]) -> None:
    dots = tuple(Dot(name, value, f"{value}%", ours=n == 0) for n, (name, value) in enumerate(values))
    scale = scale_for([dot.value for dot in dots], percent=False)
    lines = (("England", dots[0].value, dots[0].text), ("Neighbours", dots[1].value, dots[1].text))
    made = DotPlot(name="n", description="d", scale=scale, unit="%", dots=dots, lines=lines)
    root = inside(draw(made, "p", narrow=narrow))
    places = [float(dot.attrib["cx"]) for dot in root.iter("circle")]
    assert len(places) == len(dots)
    order = sorted(range(len(dots)), key=lambda n: dots[n].value)
    assert all(places[a] <= places[b] for a, b in pairwise(order))


@given(cuts=st.lists(NUMBERS, min_size=1, max_size=2, unique=True), value=st.one_of(st.none(), NUMBERS))
def test_bars_of_bands_keep_inside(cuts: list[Decimal], value: Decimal | None) -> None:
    span = scale_for(cuts, percent=False)
    lettered = tuple(replace(zone, letter=zone.letter[0]) for zone in zones(cuts, span.low, span.high))
    bars = tuple(Bar(year, lettered) for year in ("26/27", "27/28"))
    said = "" if value is None else f"now {value} days"
    made = BandBars(span.low, span.high, bars, value, said, f"{span.low}", f"{span.high}")
    root = inside(draw(made, "b"))
    assert root.attrib["aria-hidden"] == "true"


@given(shares=st.tuples(*[st.integers(0, 100)] * 4))
def test_a_bar_of_grades_keeps_inside_even_where_print_adds_to_more(shares: tuple[int, int, int, int]) -> None:
    names = ("Outstanding", "Good", "Requires improvement", "Inadequate")
    made = Grades(tuple((name, Decimal(share)) for name, share in zip(names, shares, strict=True)))
    root = inside(draw(made, "s"))
    drawn = [box for box in root.iter("rect") if "stroke-dasharray" not in box.attrib]
    assert len(drawn) == sum(share > 0 for share in shares)
    if not any(shares):
        assert [text.text for text in root.iter("text")] == ["No", "audits"]
