"""The three-quarter rule, worked; and a person's word instead of it."""

from datetime import date
from decimal import Decimal

import pytest

from trigpoint.judgement.trend import trend
from trigpoint.language.terms import Good


def numbers(text: str) -> list[Decimal | None]:
    return [None if part == "-" else Decimal(part) for part in text.split()]


@pytest.mark.parametrize(
    ("values", "good", "word"),
    [
        ("87 91 96", Good.HIGH, "Improving"),
        ("71 60 42", Good.HIGH, "Worsening"),
        ("11 10 8", Good.LOW, "Improving"),
        ("20 21 22", Good.HIGH, "Stable"),  # net 2
        ("20 21 23", Good.HIGH, "Improving"),  # net 3
        ("41 30 30", Good.LOW, "Stable"),  # the second step is nought
        ("85 95 88", Good.HIGH, "Volatile"),  # back by 7
        ("85 95 89", Good.HIGH, "Stable"),  # back by 6
        ("1 2 3 60 61 62", Good.HIGH, "Stable"),  # only the last three count
        ("60 61 66", Good.NEITHER, "Rising"),
        ("66 61 60", Good.NEITHER, "Falling"),
        ("- 15 13", Good.LOW, "Stable"),
        ("- 15 11", Good.LOW, "Improving"),
        ("90 - 80", Good.HIGH, "Worsening"),
        ("90 80 -", Good.HIGH, ""),
        ("- - 80", Good.HIGH, ""),
    ],
)
def test_percentages_in_points(values: str, good: Good, word: str) -> None:
    assert trend(numbers(values), good, percent=True).word == word


def test_other_units_as_a_percentage_of_the_target() -> None:
    days = numbers("55 90 154")
    assert trend(days, Good.LOW, percent=False, target=Decimal(121)).word == "Worsening"
    steady = numbers("1000 1004 1008")
    assert trend(steady, Good.LOW, percent=False, target=Decimal(1000)).word == "Stable"
    assert trend(steady, Good.LOW, percent=True).word == "Worsening"
    assert trend(numbers("200 203 208"), Good.LOW, percent=False).word == "Worsening"  # of the first of the three
    assert trend(numbers("0 3 8"), Good.LOW, percent=False).word == ""


def test_a_new_measure_has_a_target_to_be_set_and_fewer_than_three_figures() -> None:
    assert trend(numbers("- 7 8"), Good.HIGH, percent=True, to_be_set=True).word == "New measure"
    assert trend(numbers("7"), Good.HIGH, percent=True, to_be_set=True).word == "New measure"
    assert trend(numbers("6 7 9"), Good.HIGH, percent=True, to_be_set=True).word == "Improving"


def test_a_person_may_override_with_a_reason_and_the_rule_stays_beside_it() -> None:
    computed = trend(numbers("24 3 3"), Good.LOW, percent=True)
    said = computed.override("Improving", "Performance manager", "24 was a sibling group of six", date(2020, 1, 20))
    assert (said.word, said.computed, said.overridden_by) == ("Improving", "Stable", "Performance manager")
    for word, by, reason in (("Nicer", "Manager", "so"), ("Improving", "", "so"), ("Improving", "Manager", " ")):
        with pytest.raises(ValueError, match=r"\.$"):
            computed.override(word, by, reason, date(2020, 1, 20))
