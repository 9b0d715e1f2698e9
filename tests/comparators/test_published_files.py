"""The real published files: read whole, and checked against a second, plain reading of the same files."""

from __future__ import annotations

import csv
import os
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from statistics import quantiles

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from trigpoint.comparators.comparators import for_measure
from trigpoint.comparators.load import load
from trigpoint.comparators.mapping import shipped
from trigpoint.comparators.series import interactive_tool
from trigpoint.language.terms import LOW

HOME = Path(os.environ.get("TRIGPOINT_SHARED", Path(__file__).parents[3] / "shared"))
SHARED, STATISTICS = HOME / "data" / "lait", HOME / "data" / "ees"
pytestmark = pytest.mark.skipif(
    not (SHARED.is_dir() and STATISTICS.is_dir()), reason="the published files are not here (TRIGPOINT_SHARED)"
)
FILES = (
    "c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv",
    "cla_number_and_rate_per_10k_children.csv",
    "la_cla_placement_stability.csv",
)


class Entry:
    def __init__(self, name: str) -> None:
        self.table = load((SHARED if (SHARED / name).exists() else STATISTICS) / name).table

    def read(self) -> pa.Table:
        return self.table


@pytest.fixture(scope="module")
def values() -> Entry:
    return Entry("bds_long_0.parquet")


@pytest.fixture(scope="module")
def neighbours() -> Entry:
    return Entry("sn_may_2025.xlsx")


def test_every_row_is_a_value_or_a_reason(values: Entry) -> None:
    table = values.read()
    raw = pq.read_table(SHARED / "bds_long_0.parquet", columns=["Values"])["Values"].to_pylist()
    assert table.num_rows == len(raw) == 641_070
    dashes = sum(text == "-" for text in raw)
    assert table["value"].null_count == dashes
    assert sum(reason == "not published" for reason in table["reason"].to_pylist()) == dashes


def test_every_mapped_series_exists(values: Entry) -> None:
    there = set(values.read()["measure"].unique().to_pylist())
    assert {series.published for series in interactive_tool()} <= there


def test_every_authority_of_today_has_ten_neighbours(neighbours: Entry) -> None:
    counts = neighbours.read().group_by("area_code").aggregate([("rank", "count")])["rank_count"].to_pylist()
    assert set(counts) == {10}
    assert len(counts) >= 153


def test_birmingham_rereferrals_as_published(values: Entry, neighbours: Entry) -> None:
    found = for_measure([values, neighbours], "rereferrals_12m_pct", "Birmingham")
    assert found is not None
    assert (found.year, str(found.published)) == ("Year to 31 March 2025", "2025-10-01")
    raw = pq.read_table(SHARED / "bds_long_0.parquet", filters=[("Short Desc", "=", "ReReferral")]).to_pylist()
    of_year = {r["LA Number"]: r["Values"] for r in raw if r["Years"] == "2025"}
    codes = [r["neighbour_code"] for r in neighbours.read().to_pylist() if r["area"] == "Birmingham"]
    published = [Fraction(text) for code in codes if (text := of_year[float(code)]) != "-"]
    by_level = {benchmark.level: benchmark.value for benchmark in found.benchmarks}
    assert (by_level["own"], by_level["region"], by_level["england"]) == (
        Fraction("20.7"), Fraction("19.5"), Fraction("22.6"),
    )  # fmt: skip
    mean = by_level["neighbours"]
    assert mean is not None
    assert abs(mean - sum(published, Fraction(0)) / len(published)) < Fraction(1, 10**6)


@pytest.fixture(scope="module")
def statistics() -> list[Entry]:
    return [Entry(name) for name in FILES]


def plain(name: str) -> list[dict[str, str]]:
    with (STATISTICS / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_all_434_measures_stand_with_what_the_dictionary_says_of_them(values: Entry) -> None:
    with (SHARED / "lait_data_dictionary.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = {row["Measure_short"]: row for row in csv.DictReader(file)}
    table = values.read().group_by(["measure", "polarity", "unit", "decimals", "has_quartiles"]).aggregate([])
    read = {row["measure"]: row for row in table.to_pylist()}
    assert len(read) == len(lines) == 434
    said = {"High": "high", "Low": "low", "-": "none", "NA": ""}
    assert {name: row["polarity"] for name, row in read.items()} == {n: said[r["Polarity"]] for n, r in lines.items()}
    assert all(row["unit"] for row in read.values())
    assert sum(row["decimals"] == 2 for row in read.values()) > 100
    assert (read["LACnum"]["decimals"], read["Social_Work_Leavers"]["has_quartiles"]) == (0, False)


def test_every_line_of_the_national_mapping_is_mapped_to_its_measure() -> None:
    with (HOME / "domain" / "national_mapping.csv").open(encoding="utf-8-sig", newline="") as file:
        wanted = {(r["source_code"], r["measure_id"]) for r in csv.DictReader(file) if r["source"] == "LAIT"}
    assert {(one.published, one.measure) for one in interactive_tool()} == wanted


@pytest.mark.parametrize("name", FILES)
def test_a_statistics_file_is_read_cell_by_cell(statistics: list[Entry], name: str) -> None:
    table = statistics[FILES.index(name)].read()
    cells = {(r["measure"], r["year"], r["area_code"]): (r["value"], r["reason"]) for r in table.to_pylist()}
    words = {"c": "suppressed", "x": "not available", "z": "not applicable", "u": "low reliability"}
    count = 0
    for row in plain(name):
        area = row["old_la_code"] or row["region_code"] or row["country_code"]
        for one in (s for s in shipped() if s.columns <= row.keys()):
            if all(row[column] == value for column, value in one.filters):
                value, reason = cells[one.series.published, row["time_period"], area]
                cell, count = row[one.indicator], count + 1
                assert reason == words.get(cell, "")
                assert value == (None if reason else Decimal(cell))
    assert count == len(cells) == table.num_rows


@pytest.mark.parametrize(
    ("measure", "entry"),
    [("rereferrals_12m_pct", 0), ("cla_rate_per_10000", 1), ("cla_3plus_placements_pct", 2), ("cla_started", 1)],
)
@pytest.mark.parametrize("authority", ["E08000025", "886", "Hackney", "Westmorland and Furness", "E06000065"])
def test_the_tool_and_the_statistics_say_the_same(
    values: Entry, neighbours: Entry, statistics: list[Entry], measure: str, entry: int, authority: str
) -> None:
    tool = for_measure([values, neighbours], measure, authority)
    file = for_measure([statistics[entry], neighbours], measure, authority)
    assert tool is not None
    assert file is not None
    assert tool.source != file.source
    assert [(b.level, b.value, b.note) for b in tool.benchmarks] == [
        (b.level, b.value, b.note) for b in file.benchmarks
    ]
    assert [(n.code, n.value) for n in tool.neighbours] == [(n.code, n.value) for n in file.neighbours]
    if measure != "cla_started":  # of which the tool has no polarity, nor have we
        assert tool.among_neighbours == file.among_neighbours


def test_rank_and_quarter_as_the_tool_works_them_out(values: Entry, neighbours: Entry) -> None:
    found = for_measure([values, neighbours], "rereferrals_12m_pct", "330")
    assert found is not None
    raw = pq.read_table(SHARED / "bds_long_0.parquet", filters=[("Short Desc", "=", "ReReferral")]).to_pylist()
    every = sorted(
        float(r["Values"]) for r in raw if r["Years"] == "2025" and r["Region"] != "NA" and r["Values"] != "-"
    )
    low, middle, _ = quantiles(every, n=4, method="inclusive")
    own = 20.7
    assert found.in_england is not None
    assert found.in_england.rank == 1 + sum(value < own for value in every)
    assert (found.in_england.of, found.good) == (len(every), LOW)
    assert found.quartile == ("A" if own <= low else "B" if own <= middle else "C")


def test_both_forms_of_the_neighbours_give_the_same_order_for_nearly_everyone(neighbours: Entry) -> None:
    published = Entry("statistical_neighbours_2025.csv").read().to_pylist()
    tool = {(r["area_code"], r["rank"]): r["neighbour_code"] for r in neighbours.read().to_pylist()}
    same = sum(tool[row["area_code"], row["rank"]] == row["neighbour_code"] for row in published)
    assert len(published) == 1_530
    assert same == 1_530
