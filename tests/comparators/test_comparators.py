"""What stands beside a measure: the right year, the right areas, a mean that says of how many it is."""

from dataclasses import dataclass
from fractions import Fraction

import pyarrow as pa
import pytest

from trigpoint.comparators import invented
from trigpoint.comparators.comparators import for_measure, for_measures
from trigpoint.comparators.schema import VALUES


@dataclass(frozen=True)
class Entry:
    table: pa.Table

    def read(self) -> pa.Table:
        return self.table


LOADED = [Entry(invented.values(2026)), Entry(invented.neighbours())]


@pytest.mark.parametrize("authority", ["X06000001", "Borderfield"])
def test_england_region_and_the_mean_of_published_neighbours(authority: str) -> None:
    found = for_measure(LOADED, "rereferrals_12m_pct", authority)
    assert found is not None
    assert (found.year, found.like_for_like) == ("Year to 31 March 2026", True)
    assert "Invented" in found.source
    values = {b.level: b.value for b in found.benchmarks}
    rows = [r for r in invented.values(2026, 1).to_pylist() if r["measure"] == "ReReferral" and r["value"] is not None]
    published = [Fraction(str(r["value"])) for r in rows if r["level"] == "authority" and r["area"] != "Borderfield"]
    assert len(published) == 8
    assert values == {
        "own": Fraction(23),
        "neighbours": sum(published) / 8,
        "region": Fraction("21.1"),
        "england": Fraction("22.5"),
    }
    neighbours = found.at("neighbours")
    assert neighbours is not None
    assert neighbours.note == "mean of 8 of 10"


def test_the_newest_entry_that_has_the_series_is_used() -> None:
    found = for_measure([*LOADED, Entry(invented.values(2027))], "rereferrals_12m_pct", "Borderfield")
    assert found is not None
    assert found.year == "Year to 31 March 2027"


def test_a_year_that_england_lacks_is_not_used() -> None:
    rows = invented.values(2026).to_pylist()
    for row in rows:
        if row["level"] == "england" and row["year"] == "2026":
            row.update(value=None, reason="not available")
    found = for_measure([Entry(pa.Table.from_pylist(rows, schema=VALUES))], "rereferrals_12m_pct", "Borderfield")
    assert found is not None
    england = found.at("england")
    assert england is not None
    assert (found.year, england.value) == ("Year to 31 March 2025", Fraction(23))
    assert found.at("neighbours") is None


def test_a_variant_that_differs_says_how() -> None:
    found = for_measure(LOADED, "cpp_second_or_subsequent_pct", "Borderfield", "lookback=24m")
    assert found is not None
    assert not found.like_for_like
    assert "24 months" in found.because


def test_what_is_not_mapped_not_loaded_or_not_known_is_left_out() -> None:
    assert for_measure(LOADED, "icpc_15wd_pct", "Borderfield", "transfer_in=only") is None
    assert for_measure([], "rereferrals_12m_pct", "Borderfield") is None
    assert for_measures(LOADED, [("nothing", ""), ("cla_rate_per_10000", "")], "Borderfield").keys() == {
        ("cla_rate_per_10000", "")
    }
    stranger = for_measure(LOADED, "cla_rate_per_10000", "Elsewhere")
    assert stranger is not None
    assert [b.level for b in stranger.benchmarks] == ["england"]
