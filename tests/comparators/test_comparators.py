"""What stands beside a measure: the right year, the right areas, a mean that says of how many it is."""

from dataclasses import dataclass
from fractions import Fraction

import pyarrow as pa
import pytest

from trigpoint.comparators import invented
from trigpoint.comparators.comparators import every_category, for_measure, for_measures
from trigpoint.comparators.covers import Covers
from trigpoint.comparators.schema import NEIGHBOURS, VALUES
from trigpoint.comparators.series import Series, as_table
from trigpoint.comparators.standing import Standing


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


def series_of(name: str, year: str, source: str) -> Entry:
    """The invented values of one series under another publisher's name, of another year."""
    rows = [row for row in invented.values(2026, 1).to_pylist() if row["measure"] == "ReReferral"]
    return Entry(
        pa.Table.from_pylist([{**r, "measure": name, "year": year, "source": source} for r in rows], schema=VALUES)
    )


C1 = "rereferral_percent (category=Referrals and Re-referrals)"
C1_CHILDREN = "rereferral_child_percent (category=Referrals and Re-referrals)"


@pytest.mark.parametrize(("year", "source"), [("2026", "newest"), ("2027", "newest"), ("2025", "Invented")])
def test_of_two_publishers_the_later_year_counts_then_the_newest_entry(year: str, source: str) -> None:
    found = for_measure([*LOADED, series_of(C1, year, "newest")], "rereferrals_12m_pct", "Borderfield")
    assert found is not None
    assert found.source.startswith(source)


def test_what_counts_the_same_thing_is_preferred_to_a_later_year_that_does_not() -> None:
    entries = [series_of(C1_CHILDREN, "2024", "children"), *LOADED]
    found = for_measure(entries, "rereferrals_12m_pct", "Borderfield", "level=child")
    assert found is not None
    assert (found.source, found.year, found.like_for_like) == ("children", "Year to 31 March 2024", True)


def test_a_loaded_mapping_changes_what_comes_with_us() -> None:
    flagged = Series("rereferrals_12m_pct", "", "", "ReReferral", Covers.MARCH, "The published figures are odd.")
    found = for_measure([*LOADED, Entry(as_table([flagged]))], "rereferrals_12m_pct", "Borderfield")
    assert found is not None
    assert (found.year, found.because) == ("31 March 2026", "The published figures are odd.")


def test_a_category_of_a_distribution_is_found_by_its_name_only() -> None:
    entries = [series_of("RefBySource_Police_%", "2025", "tool")]
    (police,) = every_category(entries, [("referrals_by_source_dist", "")], "Borderfield")
    assert police.category == "Police"
    assert for_measure(entries, "referrals_by_source_dist", "Borderfield") is None


def test_an_older_set_of_neighbours_is_used_when_it_is_named() -> None:
    rows = [{**row, "version": "April 2021", "closeness": "Far"} for row in invented.neighbours().to_pylist()[:3]]
    entries = [Entry(pa.Table.from_pylist(rows, schema=NEIGHBOURS)), *LOADED]
    pair = ("rereferrals_12m_pct", "")
    newest, older = (for_measures(entries, [pair], "Borderfield", version)[pair] for version in ("", "April 2021"))
    assert (newest.neighbour_set, len(newest.neighbours)) == ("invented", 10)
    assert (older.neighbour_set, [n.closeness for n in older.neighbours]) == ("April 2021", ["Far"] * 3)


def test_where_the_publisher_gives_no_quarters_neither_do_we() -> None:
    rows = [{**row, "has_quartiles": False} for row in invented.values(2026).to_pylist()]
    found = for_measure([Entry(pa.Table.from_pylist(rows, schema=VALUES))], "rereferrals_12m_pct", "Borderfield")
    assert found is not None
    assert (found.quartile, found.in_england) == ("", Standing(9, 9, 1))


def test_an_entry_of_before_units_and_decimals_is_still_read() -> None:
    older = invented.values(2026).drop_columns(["unit", "decimals", "has_quartiles"])
    neighbours = invented.neighbours().drop_columns(["version"])
    found = for_measure([Entry(older), Entry(neighbours)], "rereferrals_12m_pct", "Borderfield")
    assert found is not None
    assert (found.unit, found.decimals, found.quartile, found.neighbour_set) == ("", 1, "D", invented.SOURCE)
