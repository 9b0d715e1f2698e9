"""`trigpoint benchmarks`: what is taken, what is refused in a sentence, and what is shown."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

import pytest
from commands import run

sys.path.insert(0, str(Path(__file__).parents[1] / "comparators"))

from invented_files import (
    BIRMINGHAM,
    COVENTRY,
    ENGLAND,
    MAPPING,
    REGION,
    mapping_file,
    neighbour_lines,
    tidy_file,
    tidy_row,
)

from trigpoint.comparators import invented
from trigpoint.store import Store
from trigpoint.tasks.published import COLUMNS

NOTTINGHAM = "E92000001,England,E12000004,East Midlands,892,Nottingham,E06000018"
ROWS = (
    tidy_row("National", ENGLAND, "Total,Any,1000,22.6"),
    tidy_row("National", ENGLAND, "Girls,Any,400,9.5"),
    tidy_row("Regional", REGION, "Total,Any,100,19.5"),
    tidy_row("Local authority", BIRMINGHAM, "Total,Any,60,20.7"),
    tidy_row("Local authority", COVENTRY, "Total,Any,60,c"),
    tidy_row("Local authority", NOTTINGHAM, "Total,Any,60,20.2"),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("benchmarks")
    file, mapping = tidy_file(home / "statistics.csv", ROWS), mapping_file(home / "ours.toml")
    head, row = neighbour_lines()
    row = row.replace("401", "892").replace("402", "331")
    (home / "neighbours_may_2025.csv").write_text(f"{head}\n{row}\n", encoding="utf-8")
    done = run("benchmarks", "load", file, "--mapping", mapping, "--store", home / "store")
    assert (done.code, done.err) == (0, "")
    assert "6 rows of statistics.csv" in done.out
    done = run("benchmarks", "load", home / "neighbours_may_2025.csv", "--store", home / "store")
    assert (done.code, done.err) == (0, "")
    assert "May 2025" in done.out
    return home / "store"


def show(store: Path, *more: object, measure: str = "rereferrals_12m_pct", authority: str = "E08000025") -> str:
    done = run("benchmarks", "show", "--store", store, "--measure", measure, "--authority", authority, *more)
    assert (done.code, done.err) == (0, "")
    return done.out


def test_what_stands_is_shown_as_rows(store: Path) -> None:
    lines = list(csv.DictReader(io.StringIO(show(store, "--format", "csv"))))
    assert tuple(lines[0]) == COLUMNS
    assert [(row["level"], row["area"], row["value"] or row["reason"]) for row in lines[:6]] == [
        ("own", "Birmingham", "20.7"),
        ("neighbours", "Statistical neighbours", "20.2"),
        ("region", "West Midlands", "19.5"),
        ("england", "England", "22.6"),
        ("neighbour", "Nottingham", "20.2"),
        ("neighbour", "Coventry", "suppressed"),
    ]
    assert len(lines) == 14
    own = lines[0]
    assert (own["rank_neighbours"], own["of_neighbours"], own["rank_england"], own["of_england"], own["quartile"]) == (
        "2", "2", "2", "2", "D",
    )  # fmt: skip
    assert {row["year"] for row in lines} == {"Year to 31 March 2025"}
    assert {row["source"] for row in lines} == {"Invented statistics"}
    assert {row["neighbour_set"] for row in lines} == {"May 2025"}


def test_and_in_words(store: Path) -> None:
    said = show(store)
    assert "Year to 31 March 2025. Like for like." in said
    assert "20.2  plain mean of 1 of 10, set of May 2025" in said
    assert "Rank: 2 of 2 among it and the neighbours with a figure; 2 of 2 in England; quartile D (A is best)." in said
    assert "Not in the mean or the rank: Coventry, 403" in said


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--period-type", "financial_year"), "Like for like."),
        (("--period-type", "month"), "Not like for like. The published figures are for a year to 31 March; this"),
        (("--period-type", "rolling12", "--to", "2026-10"), "this one is for 12 months, to another month than March."),
    ],
)  # fmt: skip
def test_another_time_is_not_like_for_like(store: Path, more: tuple[str, ...], said: str) -> None:
    assert said in show(store, *more)


def test_a_loaded_mapping_says_how_its_series_differs(store: Path) -> None:
    assert "Not like for like. The published figures count girls; this page counts every child." in show(
        store, measure="referrals_received"
    )


def test_an_authority_that_published_nothing_still_sees_england(store: Path) -> None:
    said = show(store, authority="Kent")
    assert "England" in said
    assert "Rank" not in said


@pytest.mark.parametrize(
    ("measure", "authority", "more", "code", "said"),
    [
        ("eha_open", "330", (), 3, "has no published figures for eha_open"),
        ("rereferrals_12m_pct", "Nowhere", (), 3, "No published figure is for the authority 'Nowhere'"),
        ("rereferrals_12m_pct", "330", ("--neighbours", "2021"), 3, "of '2021'; loaded are: May 2025"),
        ("rereferrals", "330", (), 2, "There is no measure 'rereferrals'"),
        ("rereferrals_12m_pct", "330", ("--variant", "level=family"), 2, "level"),
        ("rereferrals_12m_pct", "330", ("--period-type", "month,ytd"), 2, "one period type"),
    ],
)  # fmt: skip
def test_what_cannot_be_shown_is_told_in_a_sentence(
    store: Path, measure: str, authority: str, more: tuple[str, ...], code: int, said: str
) -> None:
    done = run("benchmarks", "show", "--store", store, "--measure", measure, "--authority", authority, *more)
    assert done.code == code
    assert said in done.err


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("rereferrals_12m_pct", "rereferral_pct", "The mapping ours.toml, series 1: There is no measure"),
        ('indicator = "child_percent"', 'variant = "level=adult"\nindicator = "child_percent"', "series 1: "),
        ('indicator = "child_percent"', 'variant = "level=referral"\nindicator = "child_percent"', "write the variant"),
        ("child_percent", "percent", "has no row where sex is 'Girls'"),
    ],
)  # fmt: skip
def test_a_refused_file_leaves_no_entry(tmp_path: Path, old: str, new: str, said: str) -> None:
    rows = tuple(row for row in ROWS if "Girls" not in row)
    file, mapping = tidy_file(tmp_path / "a.csv", rows), mapping_file(tmp_path / "ours.toml", MAPPING.replace(old, new))
    done = run("benchmarks", "load", file, "--mapping", mapping, "--store", tmp_path / "store")
    assert done.code == 3
    assert said in done.err
    assert len(done.err.splitlines()) == 1
    assert Store(tmp_path / "store").entries("benchmarks") == []


def test_a_distribution_is_shown_by_category(tmp_path: Path) -> None:
    table = invented.values(2026, 1)
    names = ["RefBySource_Police_%" if n == "ReReferral" else n for n in table["measure"].to_pylist()]
    with Store(tmp_path).writing() as writer:
        writer.add_entry("benchmarks", table.set_column(1, table.schema.field(1), [names]))
    assert "Referrals by source, Police" in show(
        tmp_path, measure="referrals_by_source_dist", authority=invented.AUTHORITY_CODE
    )
