"""Files of open statistics: any filters and indicators, symbols as reasons, and every refusal in a sentence."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest
from invented_files import (
    BIRMINGHAM,
    COVENTRY,
    ENGLAND,
    MAPPING,
    TIDY,
    TIDY_ROWS,
    mapping_file,
    tidy_file,
    tidy_row,
)

from trigpoint.comparators import statistics_file
from trigpoint.comparators.benchmarks_error import BenchmarksError
from trigpoint.comparators.load import load
from trigpoint.comparators.mapping import Selection, read_mapping
from trigpoint.comparators.schema import VALUES

PERCENT = "child_percent (need=Any; sex=Total)"
GIRLS = "child_count (sex=Girls)"


@pytest.fixture
def mapping(tmp_path: Path) -> tuple[Selection, ...]:
    return read_mapping(mapping_file(tmp_path / "ours.toml"))


def test_each_mapped_series_is_taken_for_the_areas_we_compare_with(
    tmp_path: Path, mapping: tuple[Selection, ...]
) -> None:
    loaded = load(tidy_file(tmp_path / "download.txt"), mapping)
    assert loaded.table.schema.equals(VALUES)
    rows = {(row["measure"], row["level"], row["area_code"]): row for row in loaded.table.to_pylist()}
    assert {name: row["value"] or row["reason"] for name, row in rows.items()} == {
        (PERCENT, "england", "E92000001"): Decimal("10.5"),
        (PERCENT, "region", "E12000005"): Decimal("11.5"),
        (PERCENT, "authority", "330"): Decimal("12.5"),
        (PERCENT, "authority", "331"): "rounds to 0 but is not 0",
        (GIRLS, "england", "E92000001"): Decimal(400),
        (GIRLS, "authority", "330"): "suppressed",
    }
    birmingham = rows[PERCENT, "authority", "330"]
    assert (birmingham["area"], birmingham["region"], birmingham["source"], birmingham["unit"]) == (
        "Birmingham", "West Midlands", "Invented statistics", "%",
    )  # fmt: skip
    assert loaded.series is not None
    assert loaded.series["published"].to_pylist() == [PERCENT, GIRLS]


def test_the_size_of_a_block_changes_nothing(
    tmp_path: Path, mapping: tuple[Selection, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    areas = [BIRMINGHAM.replace("330", str(code)) for code in range(200, 400)]
    path = tidy_file(
        tmp_path / "long.csv",
        (*TIDY_ROWS[:2], *(tidy_row("Local authority", area, "Total,Any,1,2.5") for area in areas)),
    )
    whole = load(path, mapping).table
    monkeypatch.setattr(statistics_file, "_BLOCK", 1_000)
    assert load(path, mapping).table.equals(whole)


def test_a_long_file_needs_no_memory_of_its_size(
    tmp_path: Path, mapping: tuple[Selection, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    others = [tidy_row("School", COVENTRY, f"Total,Any,{n},{n}") for n in range(60_000)]
    path = tidy_file(tmp_path / "long.csv", (*others, *TIDY_ROWS))
    monkeypatch.setattr(statistics_file, "_BLOCK", 1 << 14)
    before, pool = pa.default_memory_pool(), pa.proxy_memory_pool(pa.default_memory_pool())
    pa.set_memory_pool(pool)
    try:
        assert load(path, mapping).table.num_rows == 6
    finally:
        pa.set_memory_pool(before)
    most = pool.max_memory()
    assert most is not None
    assert 0 < most < path.stat().st_size / 5


def test_without_an_old_code_the_ons_code_names_the_authority(tmp_path: Path, mapping: tuple[Selection, ...]) -> None:
    rows = tuple(row.replace(",330,", ",z,") for row in TIDY_ROWS)
    table = load(tidy_file(tmp_path / "a.csv", rows), mapping).table
    assert "E08000025" in table["area_code"].to_pylist()


def test_a_year_of_six_digits_reads_as_an_academic_or_financial_year(
    tmp_path: Path, mapping: tuple[Selection, ...]
) -> None:
    rows = tuple(row.replace("2025,Reporting year", "202425,Academic year") for row in TIDY_ROWS)
    table = load(tidy_file(tmp_path / "a.csv", rows), mapping).table
    assert set(table["year"].to_pylist()) == {"2024/25"}


@pytest.mark.parametrize(
    ("rows", "header", "said"),
    [
        ((*TIDY_ROWS, TIDY_ROWS[3]), TIDY, "rows 5 and 9: '.*' has two values for one area and year; name in"),
        ((*TIDY_ROWS, tidy_row("National", ENGLAND, "Total,Any,1,n/k", "2024")), TIDY, "row 9, child_percent: 'n/k'"),
        ((*TIDY_ROWS, tidy_row("National", ENGLAND, "Total,Any,1,1", "24")), TIDY, "row 9, time_period: '24' is"),
        ((*TIDY_ROWS, tidy_row("National", ENGLAND, "Total,Any,1,1", "2024", "Week 3")), TIDY, "'Week 3' is no year"),
        ((*TIDY_ROWS, tidy_row("Local authority", ENGLAND, "Total,Any,1,1")), TIDY, "row 9: it names no area"),
        ((*TIDY_ROWS, "2025,Reporting year"), TIDY, "cannot be read: .*; download it again"),
        ((TIDY_ROWS[0],), TIDY, "has no row where sex is 'Girls': spell it"),
        (TIDY_ROWS, TIDY.replace("need", "sex"), "has the column sex twice"),
        (TIDY_ROWS, TIDY.replace("child_", "person_"), r"no column that the mapping names \(its own are sex, need,"),
    ],
)  # fmt: skip
def test_a_file_that_does_not_fit_is_refused(tmp_path: Path, rows: tuple[str, ...], header: str, said: str) -> None:
    path = mapping_file(tmp_path / "m.toml", MAPPING.replace(', need = "Any"', "") if "sex,sex" in header else MAPPING)
    with pytest.raises(BenchmarksError, match=rf"bad\.csv.*{said}"):
        load(tidy_file(tmp_path / "bad.csv", rows, header), read_mapping(path))


def test_two_values_name_the_filters_that_could_tell_them_apart(tmp_path: Path) -> None:
    path = mapping_file(tmp_path / "m.toml", MAPPING.replace('sex = "Total", ', "").replace('{ sex = "Girls" }', "{}"))
    with pytest.raises(BenchmarksError, match=r"rows 2 and 3: .* tells them apart, one of: sex\.$"):
        load(tidy_file(tmp_path / "a.csv"), read_mapping(path))


def test_series_of_another_file_are_left_and_told(tmp_path: Path) -> None:
    two_files = read_mapping(mapping_file(tmp_path / "m.toml", MAPPING.replace("child_percent", "rate")))
    loaded = load(tidy_file(tmp_path / "a.csv"), two_files)
    assert loaded.table["measure"].unique().to_pylist() == [GIRLS]
    assert "1 of the mapping's series name columns that it has not" in loaded.words


def test_a_mapping_for_a_file_that_needs_none_is_refused(tmp_path: Path, mapping: tuple[Selection, ...]) -> None:
    (tmp_path / "other.csv").write_text("a,b\n", encoding="utf-8")
    with pytest.raises(BenchmarksError, match=r"other\.csv needs no mapping"):
        load(tmp_path / "other.csv", mapping)
