"""A mapping that an analyst writes: the same as TOML and as CSV, and every mistake named with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from invented_files import MAPPING, mapping_file

from trigpoint.comparators.benchmarks_error import BenchmarksError
from trigpoint.comparators.mapping import read_mapping, shipped
from trigpoint.comparators.series import Series, as_table, from_table, interactive_tool
from trigpoint.language.reading import reading, spelling
from trigpoint.measures import EVERY

CSV = """title,measure,variant,category,indicator,filters,covers,because,unit,decimals
Invented statistics,rereferrals_12m_pct,,,child_percent,need=Any; sex=Total,financial_year,,%,1
Invented statistics,referrals_received,,,child_count,sex=Girls,financial_year,\
The published figures count girls; this page counts every child.,,
"""


def test_toml_and_csv_say_the_same(tmp_path: Path) -> None:
    toml, table = mapping_file(tmp_path / "m.toml"), mapping_file(tmp_path / "m.csv", CSV)
    assert read_mapping(toml) == read_mapping(table)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('measure = "referrals_received"\n', "", "series 2: measure is missing; give measure, indicator, covers"),
        ('unit = "%"', 'colour = "red"', "series 1: 'colour' is no word of a mapping"),
        ('covers = "financial_year"\nbecause', 'covers = "year"\nbecause', "series 2: covers is 'year'; write one"),
        ("decimals = 1", 'decimals = "one"', "series 1: decimals is 'one'; write a whole number"),
        ("[[file.series]]", "[[other.series]]", "has no series"),
        ("[[file]]", "[[file", "cannot be read"),
        ('{ sex = "Girls" }', '"Girls"', "series 2: filters is 'Girls'; write column=value;column=value"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_place(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in MAPPING
    with pytest.raises(BenchmarksError, match=rf"mapping m\.toml.*{said}"):
        read_mapping(mapping_file(tmp_path / "m.toml", MAPPING.replace(old, new)))


def test_a_series_that_stands_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BenchmarksError, match=r"series 3: rereferrals_12m_pct has .* already; delete one of the two"):
        read_mapping(mapping_file(tmp_path / "m.toml", MAPPING + MAPPING))


def every_series() -> list[Series]:
    return [*interactive_tool(), *(one.series for one in shipped())]


def test_what_comes_with_us_names_measures_and_variants_of_the_library() -> None:
    for one in every_series():
        assert spelling(EVERY[one.measure], one.variant) == one.variant, one


def test_every_difference_is_told_in_a_whole_sentence() -> None:
    told = [one.because for one in every_series() if not one.like_for_like]
    assert len(told) > 30
    assert all(because.startswith("The published figures ") and because.endswith(".") for because in told)


def test_no_figure_has_two_series_of_one_publisher_and_a_category_belongs_to_a_distribution() -> None:
    for group in (interactive_tool(), tuple(one.series for one in shipped())):
        names = [(one.measure, one.variant, one.category) for one in group if not one.part]
        assert len(set(names)) == len(names)
        assert all((one.category != "") == (EVERY[one.measure].kind == "distribution") for one in group)


def test_a_percentage_stands_beside_a_percentage() -> None:
    for one in shipped():
        assert one.unit == reading(EVERY[one.series.measure], one.series.variant).unit, one


def test_series_kept_in_a_store_come_back_as_they_were() -> None:
    assert from_table(as_table(every_series())) == tuple(every_series())
