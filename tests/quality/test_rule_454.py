"""The edge of rule 454, at which no place of its worked examples lies."""

from __future__ import annotations

import pyarrow as pa
import pytest

from trigpoint.quality.check_return import check_return
from trigpoint.quality.ssda903.rule_454 import rule_454
from trigpoint.records.returns import Collection, LookUps, Place
from trigpoint.records.returns.ssda903 import Episodes


@pytest.mark.parametrize(("miles", "found"), [(350.0, 0), (350.1, 1)])
def test_a_placement_may_lie_just_350_miles_from_home(miles: float, found: int) -> None:
    places = {"A": Place(0, 0, "999"), "B": Place(0, round(miles * 1609.3), "SCO")}
    episode = pa.table({"child_key": ["1"], "HOME_POST": ["A"], "PL_POST": ["B"]})
    collection = Collection(2027, {Episodes: episode}, look_ups=LookUps(postcodes=places))
    assert len(check_return([rule_454], collection).findings) == found
