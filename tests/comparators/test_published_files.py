"""The real published files: read whole, and checked against a second, plain reading of the same file."""

import os
from fractions import Fraction
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from trigpoint.comparators.comparators import for_measure
from trigpoint.comparators.load import load
from trigpoint.comparators.series import interactive_tool

SHARED = Path(os.environ.get("TRIGPOINT_SHARED", Path(__file__).parents[3] / "shared")) / "data" / "lait"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the published files are not here (TRIGPOINT_SHARED)")


class Entry:
    def __init__(self, name: str) -> None:
        self.table = load(SHARED / name).table

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
