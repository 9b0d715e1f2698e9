"""An authority is the same one by number, ONS code or name, also after its code changed."""

import pytest

from trigpoint.comparators.areas import all_areas, area, key


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("330", "330"),
        ("E08000025", "330"),
        ("birmingham", "330"),
        ("E10000023", "815"),  # North Yorkshire as a county
        ("E06000065", "815"),  # and as a unitary authority
        ("Durham", "840"),
        ("Herefordshire", "884"),
        ("Kingston Upon Hull, City of", "810"),
        ("St Helens", "342"),
        ("Dorset", "838"),  # today's, not the county that was
        ("Dorset (Pre LG)", "835"),
        ("London (Outer)", "988"),
        ("Yorkshire and the Humber", "982"),
        ("England", "970"),
    ],
)
def test_known_names_and_codes(text: str, number: str) -> None:
    found = area(text)
    assert found is not None
    assert found.number == number
    assert key(text) == number


@pytest.mark.parametrize("text", ["", "Nowhere", "999", "E99999999", "   "])
def test_what_is_no_area_of_england_is_not_guessed(text: str) -> None:
    assert area(text) is None


def test_an_unknown_area_keeps_its_own_code() -> None:
    assert key("X06000001", "Borderfield") == "X06000001"
    assert key("", "Borderfield") == key("", "BORDERFIELD")


def test_153_authorities_stand_today_and_every_one_lies_in_a_region_we_know() -> None:
    today = [one for one in all_areas() if one.level == "authority" and not one.until]
    assert len(today) == 153
    regions = {one.name for one in all_areas() if one.level == "region"}
    assert {one.region for one in today} == regions - {"London"}


def test_no_number_and_no_code_stands_for_two_areas() -> None:
    numbers = [one.number for one in all_areas()]
    codes = [code for one in all_areas() for code in one.ons_codes]
    assert len(set(numbers)) == len(numbers)
    assert len(set(codes)) == len(codes)
