"""What a return says of a child against the returns of the years before."""

from __future__ import annotations

import pyarrow as pa
import pytest

from trigpoint.quality.between_years import carried_over, is_other_distance
from trigpoint.quality.unaccompanied import was_lately_unaccompanied
from trigpoint.records.returns import Collection, LookUps, Place
from trigpoint.records.returns.ssda903 import UASC, Episodes

HOME = Place(0, 0, "999")


def returned(
    year: int, miles: float | None = None, *, uasc: bool = False, before: Collection | None = None
) -> Collection:
    there = {} if miles is None else {"B": Place(round(miles * 1609.3), 0, "999")}
    episode = {"child_key": ["1"], "DECOM": ["2020-05-01"], "HOME_POST": ["A"], "PL_POST": ["B"]}
    tables = {Episodes: pa.table(episode), UASC: pa.table({"child_key": pa.array(["1"] * uasc, pa.string())})}
    return Collection(year, tables, previous=before, look_ups=LookUps(postcodes={"A": HOME, **there}))


@pytest.mark.parametrize(
    ("then", "now", "is_other"),
    [
        (1.0, 1.1, False),
        (1.0, 1.2, True),  # 1.2 less 1.0 is a little under 0.2 as a computer reckons
        (1.2, 1.0, True),
        (None, 1.0, True),
        (1.0, None, True),
        (None, None, False),
    ],
)
def test_a_distance_is_another_from_two_tenths_of_a_mile(
    then: float | None, now: float | None, *, is_other: bool
) -> None:
    ((left_open, first),) = carried_over(returned(2027, now, before=returned(2026, then)))
    assert is_other_distance(left_open, first) is is_other


@pytest.mark.parametrize(("years_ago", "counts"), [(0, True), (1, True), (2, True), (3, False)])
def test_having_been_unaccompanied_counts_for_two_years_after(years_ago: int, *, counts: bool) -> None:
    collection = None
    for year in range(2024, 2028):
        collection = returned(year, uasc=year == 2027 - years_ago, before=collection)
    assert collection is not None
    assert was_lately_unaccompanied(collection.children["1"]) is counts


def test_a_year_without_the_child_does_not_hide_the_year_before_it() -> None:
    first = returned(2025, uasc=True)
    without = Collection(2026, {}, previous=first)
    assert was_lately_unaccompanied(returned(2027, before=without).children["1"])
