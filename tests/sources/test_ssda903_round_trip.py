"""A return read into record tables and written again is the same return, for every collection year."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from returns_help import Return, episodes, read_rows, returns, write_return
from sources_help import record_rows

from trigpoint.sources import plan, ssda903
from trigpoint.sources.ssda903.modules import MODULES

DAY = date(2026, 5, 13)


@settings(max_examples=40, deadline=None)
@given(returns())
def test_a_return_is_what_was_read(made: tuple[int, Return]) -> None:
    year, modules = made
    with tempfile.TemporaryDirectory() as given_folder, tempfile.TemporaryDirectory() as written_folder:
        planned = plan([write_return(Path(given_folder), modules)], "Kent")
        assert {file.year for file in planned.files} == {year}
        parts = list(planned.parts())
        assert not [str(issue) for part in parts for issue in part.issues if issue.kind == "error"]
        written = ssda903.write({part.table: part.data for part in parts}, Path(written_folder), year=year)
        assert [path.name for path in written] == [MODULES[name].file for name in modules]
        for name, rows in modules.items():
            again = read_rows(Path(written_folder) / MODULES[name].file)
            given_again = Path(given_folder) / "again.csv"
            write_return_one(given_again, name, rows)
            assert again == read_rows(given_again), name


def write_return_one(path: Path, name: str, rows: list[dict[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_return(Path(folder), {name: [complete(name, row) for row in rows]})
        path.write_bytes((Path(folder) / "file0.csv").read_bytes())


def complete(name: str, row: dict[str, str]) -> dict[str, str]:
    """What reading cannot know is written as nothing or as no."""
    return {**dict.fromkeys(MODULES[name].names, ""), **row}


def test_only_years_of_the_return_are_written(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no return of 2017"):
        ssda903.write({}, tmp_path, year=2017)
    empty = ssda903.write({}, tmp_path, year=2027)
    assert [path.read_text().count("\n") for path in empty] == [1] * 12


INVOLVED = {
    "invo_involvements_id": "1",
    "invo_professional_id": "w",
    "invo_person_id": "A, B",
    "invo_involvement_start_date": DAY,
}


def test_a_return_is_of_children_looked_after_in_the_year(tmp_path: Path) -> None:
    """Others, cancelled reviews, open statuses that ended and workers without registration stay out."""
    made: dict[str, list[dict[str, Any]]] = {
        "ssd_cla_episodes": [
            {"clae_cla_episode_id": "1", "clae_person_id": "A, B", "clae_cla_episode_start_date": DAY}
        ],
        "ssd_cla_reviews": [
            {"clar_cla_review_id": "1", "clar_cla_person_id": "A, B", "clar_cla_review_date": DAY},
            {"clar_cla_review_id": "2", "clar_cla_person_id": "Z", "clar_cla_review_date": DAY},
            {
                "clar_cla_review_id": "3",
                "clar_cla_person_id": "A, B",
                "clar_cla_review_date": DAY,
                "clar_cla_review_cancelled": "y",
            },
        ],
        "ssd_immigration_status": [
            {"immi_immigration_status_id": "1", "immi_person_id": "A, B", "immi_immigration_status": "Settled"},
            {"immi_immigration_status_id": "2", "immi_person_id": "Z", "immi_immigration_status": "UASC"},
        ],
        "ssd_missing": [{"miss_table_id": "1", "miss_person_id": "Z", "miss_missing_episode_start_date": DAY}],
        "ext_deprivation_of_liberty": [{"order_id": "1", "person_id": "Z", "start_date": DAY}],
        "ssd_professionals": [{"prof_professional_id": "w"}],
        "ssd_involvements": [INVOLVED],
        "ssd_cla_previous_permanence": [{"lapp_table_id": "1", "lapp_person_id": "Z"}],
        "ext_care_leaver_birthday": [{"person_id": "Z", "birthday_on": date(2030, 1, 1)}],
    }
    written = ssda903.write({name: record_rows(name, rows) for name, rows in made.items()}, tmp_path, year=2027)
    assert {path.name: len(read_rows(path)) for path in written if read_rows(path)} == {
        "header.csv": 1,
        "episodes.csv": 1,
        "reviews.csv": 1,
    }
    assert read_rows(tmp_path / "header.csv")[0]["CHILD"] == "A, B"


def test_outcomes_are_of_children_in_care_since_the_first_day(tmp_path: Path) -> None:
    starts = {"A": date(2026, 4, 1), "B": date(2026, 4, 2)}
    care = [
        {"clae_cla_episode_id": child, "clae_person_id": child, "clae_cla_episode_start_date": start}
        for child, start in starts.items()
    ]
    ended = [
        {
            "lega_legal_status_id": child,
            "lega_person_id": child,
            "lega_legal_status": "C2",
            "lega_legal_status_end_date": end,
        }
        for child, end in (("A", date(2026, 4, 2)), ("B", date(2026, 4, 2)))
    ]
    tables = {"ssd_cla_episodes": record_rows("ssd_cla_episodes", care)}
    tables["ssd_legal_status"] = record_rows("ssd_legal_status", ended)
    ssda903.write(tables, tmp_path, year=2027)
    assert [row["CHILD"] for row in read_rows(tmp_path / "oc2.csv")] == ["A"]
    assert {row["CHILD"]: row["LS"] for row in read_rows(tmp_path / "episodes.csv")} == {"A": "C2", "B": ""}


def test_what_lay_after_the_year_is_not_in_its_return(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    rows = episodes("A 2020-04-20 S 2020-06-13 X1", "A 2020-06-13 P 2021-05-13 E4A", "B 2021-04-20 S - -")
    write_return(folder, {"Episodes": rows})
    tables: dict[str, pa.Table] = {part.table: part.data for part in plan([folder], "Kent").parts()}
    ssda903.write(tables, tmp_path / "out", year=2021)
    found = read_rows(tmp_path / "out" / "episodes.csv")
    assert [(row["DECOM"], row["DEC"], row["REC"]) for row in found] == [
        ("13/06/2020", "", ""),
        ("20/04/2020", "13/06/2020", "X1"),
    ]
