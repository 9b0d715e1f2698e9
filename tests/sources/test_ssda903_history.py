"""Returns of several years of one authority become one history, and what they contradict each other in is told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from returns_help import Return, Row, episodes, write_return

from trigpoint import synthetic
from trigpoint.sources import Part, plan, ssda903

YEAR = "year"
"""What the ids of children begin with who are there to tell the year."""


def loaded(folder: Path, years: dict[int, Return]) -> dict[str, Part]:
    """Record tables of an authority with a folder for each year. A last episode of another child tells the year."""
    for year, modules in years.items():
        (folder / str(year)).mkdir(parents=True)
        care = [*modules["Episodes"], *episodes(f"{YEAR}{year} {year - 1}-07-13 S {year - 1}-07-14 E4A")]
        write_return(folder / str(year), {**modules, "Episodes": care})
    return {part.table: part for part in plan([folder], "Kent").parts() if not part.is_return}


def told(parts: Mapping[str, Part]) -> list[tuple[str, int | None, str, str]]:
    found = [(i.file, i.row, i.column, i.what) for part in parts.values() for i in part.issues]
    return [issue for issue in found if "in the Header" not in issue[3]]


def column(parts: Mapping[str, Part], table: str, *names: str) -> list[tuple[Any, ...]]:
    """Cells of a table without those of the children who tell the year."""
    rows = parts[table].data.to_pylist()
    return [
        tuple(row[name] for name in names)
        for row in rows
        if not any(isinstance(cell, str) and cell.startswith(YEAR) for cell in row.values())
    ]


def spans(parts: Mapping[str, Part]) -> list[tuple[Any, ...]]:
    """Period, start, end and reason of every episode."""
    found = column(
        parts,
        "ssd_cla_episodes",
        "clae_person_id",
        "clae_cla_id",
        "clae_cla_episode_start_date",
        "clae_cla_episode_ceased_date",
        "clae_cla_episode_ceased_reason",
    )
    return sorted(found, key=lambda row: row[:3])


JOINED: dict[str, tuple[list[str], list[str], list[str]]] = {
    "open at the end and ended in the next": (
        ["A 2019-04-13 S - -"],
        ["A 2019-04-13 S 2020-05-01 E4A"],
        ["A-care20190413 2019-04-13 2020-05-01 E4A"],
    ),
    "open in both": (["A 2019-04-13 S - -"], ["A 2019-04-13 S - -"], ["A-care20190413 2019-04-13 - -"]),
    "X1 in one and its continuation in the next alone": (
        ["A 2019-04-13 S 2020-03-31 X1"],
        ["A 2020-03-31 P 2020-05-01 E4A"],
        ["A-care20190413 2019-04-13 2020-03-31 X1", "A-care20190413 2020-03-31 2020-05-01 E4A"],
    ),
    "a new period in the next": (
        ["A 2019-04-13 S 2019-05-01 E4A"],
        ["A 2020-06-13 S - -"],
        ["A-care20190413 2019-04-13 2019-05-01 E4A", "A-care20200613 2020-06-13 - -"],
    ),
    "two on one day, of which one goes on": (
        ["A 2019-04-13 S 2019-04-13 E4A", "A 2019-04-13 S - -"],
        ["A 2019-04-13 S 2020-05-01 E4A"],
        ["A-care20190413 2019-04-13 2019-04-13 E4A", "A-care20190413-2 2019-04-13 2020-05-01 E4A"],
    ),
    "two on one day in both": (
        ["A 2020-03-31 S 2020-03-31 E4A", "A 2020-03-31 S - -"],
        ["A 2020-03-31 S 2020-04-01 E4A", "A 2020-03-31 S 2020-03-31 E4A"],
        ["A-care20200331 2020-03-31 2020-03-31 E4A", "A-care20200331-2 2020-03-31 2020-04-01 E4A"],
    ),
}


@pytest.mark.parametrize(("before", "after", "expected"), JOINED.values(), ids=list(JOINED))
def test_an_episode_of_two_returns_is_one(
    tmp_path: Path, before: list[str], after: list[str], expected: list[str]
) -> None:
    parts = loaded(tmp_path, {2020: {"Episodes": episodes(*before)}, 2021: {"Episodes": episodes(*after)}})
    assert [" ".join(str(cell or "-") for cell in row[1:]) for row in spans(parts)] == expected
    part = parts["ssd_cla_episodes"]
    assert part.rows_in == len(before) + len(after) + 2
    assert part.repeated == len(before) + len(after) - len(expected)
    assert told(parts) == []


def test_a_period_of_three_returns_knows_its_entry(tmp_path: Path) -> None:
    """Alone the newest return would not know when care began."""
    care = [["A 2019-04-13 S - -"], ["A 2019-04-13 S 2020-06-01 X1", "A 2020-06-01 P - -"], ["A 2020-06-01 P - -"]]
    entry = "ssd_cla_episodes", "clae_entered_care_date"
    alone = loaded(tmp_path / "alone", {2022: {"Episodes": episodes(*care[2])}})
    assert column(alone, *entry) == [(None,)]
    parts = loaded(tmp_path / "all", {2020 + at: {"Episodes": episodes(*rows)} for at, rows in enumerate(care)})
    assert column(parts, *entry) == [(date(2019, 4, 13),)] * 2
    assert told(parts) == []


def test_how_care_began_is_asked_of_the_first_return_that_has_it(tmp_path: Path) -> None:
    care = episodes("A 2019-04-13 P - -", "B 2018-04-13 P - -")
    parts = loaded(tmp_path, {2020: {"Episodes": care}, 2021: {"Episodes": care}})
    unknown = "children were in care before their first episode here; their entry is taken as its start"
    assert told(parts) == [
        ("2021/file0.csv", 2, "RNE", "care begins on 2019-04-13 with the reason P, not S"),
        ("2021/file0.csv", 3, "RNE", f"1 {unknown}"),
    ]


def test_the_newer_return_has_the_word_and_contradictions_are_told_with_both_files(tmp_path: Path) -> None:
    before = episodes("A 2019-04-13 S 2019-06-01 E4A C2 U4", "B 2019-04-14 S 2020-03-01 E4A C2 U4")
    after = episodes("A 2019-04-13 S 2020-06-01 E4A C2 K2", "B 2019-04-14 S - - C2 U4")
    before[0] |= {"PL_POST": "AB1 2CD", "URN": "SC1"}
    after[0]["URN"] = "SC1"
    parts = loaded(tmp_path, {2020: {"Episodes": before}, 2021: {"Episodes": after}})
    assert [row[3] for row in spans(parts)] == [date(2020, 6, 1), None]
    places = column(parts, "ssd_cla_placement", "clap_cla_placement_type", "clap_cla_placement_postcode")
    assert places == [("K2", "AB1 2CD"), ("U4", None)]
    stands = "the newer return stands"
    assert sorted(told(parts)) == [
        ("2021/file0.csv", 2, "DEC", f"is 2020-06-01 here and was 2019-06-01 in row 2 of 2020/file0.csv; {stands}"),
        ("2021/file0.csv", 2, "PLACE", f"is K2 here and was U4 in row 2 of 2020/file0.csv; {stands}"),
        ("2021/file0.csv", 3, "DEC", f"is empty here and was 2020-03-01 in row 3 of 2020/file0.csv; {stands}"),
        ("2021/file0.csv", 3, "REC", f"is empty here and was E4A in row 3 of 2020/file0.csv; {stands}"),
    ]


def test_a_code_that_the_newer_year_replaced_contradicts_nothing(tmp_path: Path) -> None:
    years = {
        year: {"Episodes": episodes(f"A 2023-04-13 S - - C2 {place}"), "Header": [{"CHILD": "A", "SEX": sex}]}
        for year, place, sex in ((2025, "Z1", "F"), (2026, "Z12", "M"))
    }
    parts = loaded(tmp_path, years)
    assert column(parts, "ssd_cla_placement", "clap_cla_placement_type") == [("Z12",)]
    assert column(parts, "ssd_person", "pers_sex") == [("M",)]
    assert told(parts) == []


def test_an_episode_that_the_next_return_forgot_is_told(tmp_path: Path) -> None:
    years = {2020: {"Episodes": episodes("A 2019-04-13 S - -")}, 2022: {"Episodes": episodes("B 2021-04-13 S - -")}}
    parts = loaded(tmp_path, years)
    assert spans(parts)[0][3] is None
    following = "2022/file0.csv, the return of 2021/22"
    assert told(parts) == [
        ("2020/file0.csv", 2, "DEC", f"the episode is open when 2019/20 ends and is not in {following}"),
        ("2022/file0.csv", None, "", "the return of 2020/21 is not there: what began and ended then is not known"),
    ]


BORN = {"DOB": "2010-05-20"}


def test_a_child_has_its_newest_facts_and_another_birth_is_told(tmp_path: Path) -> None:
    old: Row = {"CHILD": "A", "DOB": "2010-05-20", "ETHNIC": "NOBT", "UPN": "A123456789012", "MOTHER": "0"}
    new: Row = {"CHILD": "A", "DOB": "2010-05-21", "ETHNIC": "WBRI", "MOTHER": "1", "MC_DOB": "2020-05-20"}
    gone: Row = {"CHILD": "B", "DOB": "2009-05-20"}
    care = episodes("A 2019-04-13 S - -")
    years: dict[int, Return] = {2020: {"Header": [gone, old], "Episodes": care}}
    years[2021] = {"Header": [new], "Episodes": care}
    parts = loaded(tmp_path, years)
    assert column(parts, "ssd_person", "pers_person_id", "pers_dob", "pers_ethnicity", "pers_upn") == [
        ("B", date(2009, 5, 20), None, None),
        ("A", date(2010, 5, 21), "WBRI", "A123456789012"),
    ]
    what = "is 2010-05-21 here and was 2010-05-20 in row 3 of 2020/file0.csv; the newer return stands"
    assert told(parts) == [("2021/file0.csv", 2, "DOB", what)]


def test_what_each_year_repeats_is_there_once_and_what_it_says_of_itself_every_year(tmp_path: Path) -> None:
    care = episodes("A 2019-04-13 S - -")
    child = {"CHILD": "A", **BORN}
    worker = {**child, "SW_ID": "SW7", "SW_DECOM": "2024-02-13"}
    decision = {**child, "DATE_PLACED": "2024-02-14"}
    both: Return = {
        "Episodes": care,
        "Header": [child],
        "PrevPerm": [{**child, "PREV_PERM": "P1", "DATE_PERM": "zz/zz/2015"}],
        "OC2": [{**child, "HEALTH_ASSESSMENT": "1"}],
        "Reviews": [{**child, "REVIEW": "2024-03-31", "REVIEW_CODE": "PN1"}],
    }
    old: Return = {
        "SWEpisodes": [worker],
        "PlacedAdoption": [decision],
        "Missing": [{**child, "MISSING": "M", "MIS_START": "2024-03-30"}],
        "UASC": [{**child, "DUC": "2028-05-20"}],
    }
    new: Return = {
        "SWEpisodes": [{**worker, "SW_DEC": "2024-05-13", "SW_REASON": "MANAGE"}],
        "PlacedAdoption": [{**decision, "DATE_PLACED_CEASED": "2024-06-14", "REASON_PLACED_CEASED": "RD1"}],
        "Missing": [{**child, "MISSING": "M", "MIS_START": "2024-03-30", "MIS_END": "2024-04-02"}],
        "UASC": [{**child, "DUC": "2025-01-01"}],
    }
    parts = loaded(tmp_path, {2024: both | old, 2025: both | new})
    assert told(parts) == []

    assert column(parts, "ssd_involvements", "invo_involvement_end_date") == [(date(2024, 5, 13),)]
    assert column(parts, "ssd_permanence", "perm_decision_reversed_date") == [(date(2024, 6, 14),)]
    assert column(parts, "ssd_missing", "miss_missing_episode_end_date") == [(date(2024, 4, 2),)]
    assert column(parts, "ssd_immigration_status", "immi_immigration_status_end_date") == [(date(2025, 1, 1),)]
    assert column(parts, "ssd_cla_previous_permanence", "lapp_person_id") == [("A",)]
    assert column(parts, "ssd_cla_reviews", "clar_cla_review_id") == [("A-review20240331",)]
    assert column(parts, "ssd_cla_health", "clah_health_check_date") == [(date(2024, 3, 31),), (date(2025, 3, 31),)]


def test_each_year_is_kept_as_it_was_given(tmp_path: Path) -> None:
    for year, end in ((2020, "- -"), (2021, "2020-05-01 E4A")):
        (tmp_path / str(year)).mkdir()
        write_return(tmp_path / str(year), {"Episodes": episodes(f"A 2019-04-13 S {end}")})
    given = [part for part in plan([tmp_path], "Kent").parts() if part.is_return]
    assert [(part.table, part.data.select(["collection_year", "file", "DEC"]).to_pylist()) for part in given] == [
        ("return_ssda903_episodes", [{"collection_year": 2020, "file": "2020/file0.csv", "DEC": None}]),
        ("return_ssda903_episodes", [{"collection_year": 2021, "file": "2021/file0.csv", "DEC": "2020-05-01"}]),
    ]


def test_a_check_of_two_years_names_the_other_file(tmp_path: Path) -> None:
    years = {
        2020: {"Episodes": episodes("A 2019-04-13 S 2019-06-01 X1")},
        2021: {"Episodes": episodes("A 2019-05-13 P - -")},
    }
    assert told(loaded(tmp_path, years)) == [
        (
            "2021/file0.csv",
            2,
            "DECOM",
            "the episode starts on 2019-05-13, before the one in row 2 of 2020/file0.csv ends on 2019-06-01",
        )
    ]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, pa.Table]:
    """Ten years of one invented authority."""
    folder = tmp_path_factory.mktemp("extract")
    synthetic.synthesize(40, 10, 5, date(2026, 3, 31), folder, form="parquet")
    return {part.table: part.data for part in plan([folder], "Kent").parts()}


@pytest.mark.parametrize("form", ["csv", "xml"])
@pytest.mark.parametrize("years", [(2025, 2026), (2022, 2023, 2024)])
def test_returns_of_some_years_are_the_history_of_the_extract(
    tmp_path: Path, tables: Mapping[str, pa.Table], years: tuple[int, ...], form: str
) -> None:
    for year in years:
        ssda903.write(tables, tmp_path / str(year), year=year, form="xml" if form == "xml" else "csv")
    planned = plan([tmp_path], "Kent")
    assert {file.year for file in planned.files} == set(years)
    parts = {part.table: part.data for part in planned.parts() if not part.is_return}
    assert history(parts, years) == history(tables, years)


def history(tables: Mapping[str, pa.Table], years: tuple[int, ...]) -> dict[str, list[Any]]:
    """What returns of these years carry of episodes, periods of care, reviews and missing episodes."""
    last = date(years[-1], 3, 31)
    spells = [(date(year - 1, 4, 1), date(year, 3, 31)) for year in years]

    def seen(start: date, end: date | None) -> bool:
        return any(start <= to and (end is None or end >= since) for since, to in spells)

    def rows(table: str, *columns: str) -> list[tuple[Any, ...]]:
        return [tuple(row[name] for name in columns) for row in tables[table].to_pylist()]

    care = rows(
        "ssd_cla_episodes",
        "clae_person_id",
        "clae_cla_episode_start_date",
        "clae_cla_episode_ceased_date",
        "clae_cla_episode_start_reason",
        "clae_cla_episode_ceased_reason",
        "clae_cla_id",
    )
    known = [row for row in care if row[1] and seen(row[1], row[2])]
    ended = [(row[2], row[4]) if row[2] and row[2] <= last else (None, None) for row in known]
    periods: dict[str, list[tuple[str, date]]] = {}
    for row in known:
        periods.setdefault(row[5], []).append((row[0], row[1]))
    looked_after = {row[0] for row in known}
    reviews = rows("ssd_cla_reviews", "clar_cla_person_id", "clar_cla_review_date", "clar_cla_review_cancelled")
    missing = rows("ssd_missing", "miss_person_id", "miss_missing_episode_start_date", "miss_missing_episode_end_date")
    return {
        "episodes": sorted((*row[:2], row[3], str(end)) for row, end in zip(known, ended, strict=True)),
        "periods": sorted(sorted(rows) for rows in periods.values()),
        "reviews": sorted({row[:2] for row in reviews if row[1] and seen(row[1], row[1]) and row[2] != "Y"}),
        "missing": sorted(
            (row[0], row[1], row[2] if row[2] and row[2] <= last else date.max)
            for row in missing
            if row[0] in looked_after and row[1] and seen(row[1], row[2])
        ),
    }
