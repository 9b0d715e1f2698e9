"""Bands made continuous equal the rules in words, on any edges; what the print leaves open is said."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.judgement.bands import INADEQUATE, BandsError, parse, scale
from trigpoint.language.terms import Good

TENTHS = st.integers(-50, 1100).map(lambda tenths: Decimal(tenths) / 10)
EDGES = st.lists(st.integers(0, 100), min_size=2, max_size=2, unique=True).map(sorted)


def by_the_words(x: Decimal, good_edge: int, red_edge: int, good: Good) -> str:
    """Green on its edge and beyond; red beyond its own edge; amber is what is neither."""
    if good is Good.HIGH:
        return "Green" if x >= good_edge else "Red" if x < red_edge else "Amber"
    return "Green" if x <= good_edge else "Red" if x > red_edge else "Amber"


@given(EDGES, TENTHS)
def test_red_amber_green_where_high_is_good(edges: list[int], x: Decimal) -> None:
    red, green = edges
    bands = parse(f"Red::{red};Amber:{red}:{green};Green:{green}:")
    assert scale(bands, Good.HIGH, ordered=False).place(x).name == by_the_words(x, green, red, Good.HIGH)


@given(EDGES, st.integers(0, 3), TENTHS)
def test_red_amber_green_where_low_is_good_and_amber_begins_late(edges: list[int], late: int, x: Decimal) -> None:
    """ "15 and below", "16 to 18", "above 18": what lies between green and amber is amber."""
    green, red = edges
    bands = parse(f"Green::{green};Amber:{min(green + late, red)}:{red};Red:{red}:")
    assert scale(bands, Good.LOW, ordered=False).place(x).name == by_the_words(x, green, red, Good.LOW)


@given(st.integers(0, 110).map(Decimal), st.booleans())
def test_whole_numbers_lie_in_the_band_that_is_printed_for_them(x: Decimal, high: bool) -> None:
    text = "RI:60:69;Good:70:79;Outstanding:80:100" if high else "RI:21:25;Good:11:20;Outstanding:0:10"
    bands = parse(text)
    literal = [band.name for band in bands if band.holds(x)]
    beyond_good = x > 100 if high else x < 0
    expected = literal[0] if literal else "Outstanding" if beyond_good else INADEQUATE
    assert scale(bands, Good.HIGH if high else Good.LOW, ordered=True).place(x).name == expected


@pytest.mark.parametrize(
    ("bands", "good", "ordered", "value", "name", "note"),
    [
        ("RI:60:69;Good:70:79", Good.HIGH, True, "69.5", "RI", "69.5 lies in no printed band; it counts as RI"),
        ("RI:60:69;Good:70:79", Good.HIGH, True, "59.9", "Inadequate", ""),
        ("Good:10:14;Best:5:9", Good.LOW, True, "4", "Best", "4 lies in no printed band; it counts as Best"),
        ("Good:20:24;Best::20", Good.LOW, True, "20", "Good", "20 lies in Best and Good as printed; it counts as Good"),
        ("Good:70:80;Best:78:100", Good.HIGH, True, "79", "Best", "79 lies in Best and Good as printed; it counts as Best"),  # noqa: E501
        ("Good:70:80;Best:80:", Good.HIGH, True, "80", "Best", ""),
        ("Weak::60;RI:60:70", Good.HIGH, True, "60", "RI", ""),
        ("Good:20:24;RI:24:30", Good.LOW, True, "24", "Good", ""),
        ("R::44;A:45:60;G:60:", Good.HIGH, False, "44.5", "A", "44.5 lies in no printed band; it counts as A"),
        ("R::44;A:45:60;G:60:", Good.HIGH, False, "44", "R", ""),
        ("R::44;A:45:60;G:60:", Good.HIGH, False, "60", "G", ""),
        ("Weak::59;RI:60:69;Good:70:", Good.HIGH, True, "0", "Weak", ""),
    ],
)  # fmt: skip
def test_what_the_print_leaves_open(bands: str, good: Good, ordered: bool, value: str, name: str, note: str) -> None:
    placed = scale(parse(bands), good, ordered=ordered).place(Decimal(value))
    assert (placed.name, placed.note) == (name, note)


def test_gaps_and_overlaps_are_noted_once_for_all_values() -> None:
    made = scale(parse("Red:18:;Amber:16:18;Green::15"), Good.LOW, ordered=False)
    assert made.notes == ("between Amber (to 16) and Green (from 15) nothing is printed",)
    made = scale(parse("Good:70:80;Best:78:100"), Good.HIGH, ordered=True)
    assert made.notes == ("Best and Good overlap from 78 to 80",)


def test_states_by_rank() -> None:
    four = scale(parse("RI:60:69;Good:70:79;Outstanding:80:100"), Good.HIGH, ordered=True)
    assert [str(step.state) for step in four.steps] == [
        "Better than range",
        "On target",
        "Within tolerance",
        "Outside tolerance",
    ]
    three = scale(parse("Red::45;Amber:45:60;Green:60:"), Good.HIGH, ordered=False)
    assert [str(step.state) for step in three.steps] == ["On target", "Within tolerance", "Outside tolerance"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Red:45", "write it as name:low:high"),
        ("Red::x;Green:1:", "no number"),
        ("Red::nan;Green:1:", "no number"),
        ("Red:9:3;Green:1:", "swap the two numbers"),
        ("Red::1", "there is one band"),
        ("", "there are no bands"),
        ("Red::1;Red:1:", "the same name"),
        ("Red::1;Amber::2;Green:2:", "two bands are open at their low end"),
        ("Red:1:;Amber:0:;Green:2:3", "two bands are open at their high end"),
    ],
)
def test_bands_that_make_no_scale(text: str, says: str) -> None:
    with pytest.raises(BandsError, match=says):
        scale(parse(text), Good.HIGH, ordered=False)
