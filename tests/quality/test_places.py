"""Where an episode is placed, by look-up lists of postcodes and providers."""

from __future__ import annotations

import pyarrow as pa
import pytest

from trigpoint.quality import places
from trigpoint.records.returns import Collection, LookUps
from trigpoint.records.returns.collection import Place, Provider
from trigpoint.records.returns.ssda903 import Episodes

LISTS = LookUps(
    postcodes={
        "AB11AA": Place(400_000, 300_000, "999"),
        "AB12AA": Place(401_609, 300_000, "999"),
        "CD11AA": Place(430_000, 340_000, "888"),
        "EH11AA": Place(325_000, 673_000, "SCO"),
    },
    providers={"SC1": Provider(frozenset(), frozenset(), None, "CD11AA")},
    authority="999",
)


def episode(lists: LookUps = LISTS, **cells: str) -> Episodes:
    table = pa.table({"child_key": ["1"], **{name: [value] for name, value in cells.items()}})
    return Collection(2026, {Episodes: table}, look_ups=lists).rows(Episodes)[0]


@pytest.mark.parametrize(
    ("home", "there", "miles"),
    [("AB1 1AA", "ab12aa", 1.0), ("AB11AA", "CD1 1AA", 31.1), ("AB11AA", "ab1 1aa", 0.0), ("AB11AA", "ZZ1 1ZZ", None)],
)
def test_distance_is_the_straight_line_in_miles_to_one_decimal(home: str, there: str, miles: float | None) -> None:
    assert places.distance(episode(HOME_POST=home, PL_POST=there)) == miles


@pytest.mark.parametrize(
    ("there", "lies", "outside"),
    [("AB1 1AA", "IN", False), ("CD11AA", "OUT", False), ("EH11AA", "OUT", True), ("ZZ11ZZ", None, False)],
)
def test_a_placement_lies_in_or_out_of_the_returning_authority(there: str, lies: str | None, outside: bool) -> None:
    one = episode(PL_POST=there)
    assert (places.location(one), places.is_outside_england(one)) == (lies, outside)


def test_without_a_returning_authority_no_placement_is_in_or_out() -> None:
    assert places.location(episode(LookUps(postcodes=LISTS.postcodes), PL_POST="AB11AA")) is None


def test_without_lists_nothing_is_known_of_a_placement() -> None:
    one = episode(LookUps(), PL_POST="AB11AA", HOME_POST="AB12AA", URN="SC1")
    assert (places.authority(one), places.distance(one), places.provider(one)) == (None, None, None)


@pytest.mark.parametrize(("given", "asked", "lies_in"), [("sc1 ", "SC1", "888"), ("xxxxxxx", None, None)])
def test_a_provider_is_found_by_its_urn(given: str, asked: str | None, lies_in: str | None) -> None:
    one = episode(URN=given)
    assert (places.urn(one), places.provider_authority(one)) == (asked, lies_in)
