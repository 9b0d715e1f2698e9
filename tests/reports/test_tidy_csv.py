"""The report as tidy data: the columns of the open data standards, every combination once, nothing a formula."""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from borderfield import report as borderfield

from trigpoint.reports.formats.csv import write
from trigpoint.reports.page import Figure
from trigpoint.reports.report import Report

Rows = list[dict[str, str]]
FIRST = [
    *("time_period", "time_identifier", "geographic_level", "country_code", "country_name", "region_code"),
    *("region_name", "old_la_code", "la_name", "new_la_code"),
]


@pytest.fixture(scope="module")
def report() -> Report:
    return borderfield()


@pytest.fixture(scope="module")
def written(report: Report, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return write(report, tmp_path_factory.mktemp("tidy"))


def read(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_row_for_each_period_and_for_each_comparator(written: list[Path], report: Report) -> None:
    rows = read(written[0])
    assert len(rows) == sum(len(line.history) + len(line.others) for line in report.lines)
    keys = ("measure_code", "measure", "variant", "area", "period_type", "period")
    assert max(Counter(tuple(row[key] for key in keys) for row in rows).values()) == 1


def test_time_and_place_come_first_in_their_codes(written: list[Path]) -> None:
    rows = read(written[0])
    assert list(rows[0])[: len(FIRST)] == FIRST
    assert all(re.fullmatch(r"[a-z_]+", name) for name in rows[0])
    assert all(re.fullmatch(r"\d{4}", row["time_period"]) for row in rows)
    assert {row["country_code"] for row in rows} == {"E92000001"}
    levels = {row["area"]: row["geographic_level"] for row in rows}
    assert levels == {
        "Borderfield": "Local authority",
        "Statistical neighbours": "Statistical neighbours",
        "Marches": "Regional",
        "England": "National",
    }
    assert {row["new_la_code"] for row in rows if row["area"] == "Borderfield"} == {"X06000001"}
    assert {row["region_name"] for row in rows if row["geographic_level"] == "Regional"} == {"Marches"}


def test_published_years_are_placed_by_the_month_they_end_in(written: list[Path]) -> None:
    published = [row for row in read(written[0]) if row["period_type"] == "published"]
    assert {(row["time_period"], row["time_identifier"]) for row in published} == {
        ("2026", "March"),
        ("2026", "September"),
    }


def test_values_are_numbers_or_symbols(written: list[Path], report: Report) -> None:
    rows = read(written[0])
    for row in rows:
        for name in ("value", "numerator", "denominator", "target_value"):
            assert re.fullmatch(r"-?\d+(\.\d+)?|c|low|x|z", row[name]), (name, row)
    none = [row for row in rows if row["measure_code"] == "KPI 5" and row["period"] == "August 2026"]
    assert [(row["value"], row["numerator"], row["reason"]) for row in none] == [("z", "0", "no cases")]
    targets = {row["measure_code"]: row["target_value"] for row in rows if row["target"]}
    assert targets == {line.code: str(line.target_value) for line in report.lines}


def test_a_suppressed_figure_takes_its_counts_with_it(report: Report, tmp_path: Path) -> None:
    line = report.lines[0]
    hidden = replace(line, history=(replace(line.now, figure=Figure("[c]")),), others=())
    row = read(write(replace(report, lines=(hidden,)), tmp_path)[0])[0]
    assert (row["value"], row["numerator"], row["denominator"]) == ("c", "c", "c")


def test_the_second_file_names_every_other_column(written: list[Path]) -> None:
    names = list(read(written[0])[0])
    meta = read(written[1])
    assert [row["col_name"] for row in meta] == names[len(FIRST) :]
    assert {row["col_type"] for row in meta} == {"Filter", "Indicator"}
    assert all(row["label"] for row in meta)
    digits = {row["col_name"]: row["indicator_dp"] for row in meta if row["col_type"] == "Indicator"}
    assert digits == {"numerator": "0", "denominator": "1", "value": "0", "target_value": "0"}


@pytest.mark.parametrize("bad", ["=1+1", "+44", "-5", "@all", "\t=1"])
def test_no_cell_begins_like_a_formula(report: Report, tmp_path: Path, bad: str) -> None:
    line = replace(report.lines[0], title=bad, group=bad)
    paths = write(replace(report, lines=(line,)), tmp_path)
    assert {row["measure_title"] for row in read(paths[0])} == {f"'{bad}"}


def test_the_files_are_plain_and_the_same_every_time(written: list[Path], tmp_path: Path) -> None:
    for path in written:
        raw = path.read_bytes()
        assert b"\r" not in raw
        assert raw.endswith(b"\n")
        assert not raw.startswith(b"\xef\xbb\xbf")
    assert [path.read_bytes() for path in write(borderfield(), tmp_path)] == [path.read_bytes() for path in written]
    assert [path.name for path in written] == ["birmingham.csv", "birmingham.meta.csv"]
