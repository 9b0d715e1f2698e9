"""Returns of several years as people give them: a folder for each year, several folders, several files in one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from returns_help import episodes, write_return
from sources_help import record_rows, text_file

from trigpoint.sources import Plan, Refused, plan, ssda903
from trigpoint.tasks.load import load


def csv_return(folder: Path, year: int) -> Path:
    """A return that fits no other year."""
    folder.mkdir(parents=True, exist_ok=True)
    return write_return(folder, {"Episodes": episodes(f"A {year - 1}-07-13 S {year - 1}-07-14 E4A")})


def xml_return(folder: Path, year: int) -> Path:
    row = {"clae_cla_episode_id": "1", "clae_person_id": "A", "clae_cla_episode_start_date": date(year - 1, 7, 13)}
    (path,) = ssda903.write({"ssd_cla_episodes": record_rows("ssd_cla_episodes", [row])}, folder, year=year, form="xml")
    return path


def given(planned: Plan) -> dict[str, dict[str, int | None]]:
    """Year by file, for each authority."""
    years = {file.name: file.year for file in planned.files}
    return {
        name: {
            file.name: years[file.name] for d in planned.deliveries if d.authority == name for file in d.files.values()
        }
        for name in planned.authorities
    }


def test_a_folder_for_each_year_within_the_authoritys(tmp_path: Path) -> None:
    csv_return(tmp_path / "Kent" / "2023-24", 2024)
    csv_return(tmp_path / "Kent" / "SSDA903 2024_25", 2025)
    expected = {"Kent": {"2023-24/file0.csv": 2024, "SSDA903 2024_25/file0.csv": 2025}}
    assert given(plan([tmp_path / "Kent"])) == expected


def test_such_a_folder_for_each_authority(tmp_path: Path) -> None:
    for name, year in (("Kent", 2024), ("Kent", 2025), ("Devon", 2025)):
        csv_return(tmp_path / name / str(year), year)
    csv_return(tmp_path / "Medway", 2025)
    (tmp_path / "Surrey" / "old").mkdir(parents=True)
    planned = plan([tmp_path])
    assert given(planned) == {
        "Devon": {"Devon/2025/file0.csv": 2025},
        "Kent": {"Kent/2024/file0.csv": 2024, "Kent/2025/file0.csv": 2025},
        "Medway": {"Medway/file0.csv": 2025},
    }
    assert [issue.file for issue in planned.issues] == ["Surrey/"]


def test_folders_and_files_given_one_by_one_keep_names_that_tell_them_apart(tmp_path: Path) -> None:
    folders = [csv_return(tmp_path / name, year) for name, year in (("old", 2024), ("new", 2025))]
    assert given(plan(folders, "Kent")) == {"Kent": {"old/file0.csv": 2024, "new/file0.csv": 2025}}
    files = [folder / "file0.csv" for folder in folders]
    assert given(plan(files, "Kent")) == {"Kent": {"old/file0.csv": 2024, "new/file0.csv": 2025}}
    years = [csv_return(tmp_path / "Kent" / str(year), year) for year in (2024, 2025)]
    assert plan(years).authorities == ["Kent"]


def test_several_files_of_xml_in_one_folder_beside_csv_of_another_year(tmp_path: Path) -> None:
    for year in (2025, 2024):
        xml_return(tmp_path, year)
    csv_return(tmp_path, 2023)
    found = given(plan([tmp_path], "Kent"))["Kent"]
    assert found == {"file0.csv": 2023, "ssda903_2024.xml": 2024, "ssda903_2025.xml": 2025}


REFUSED: dict[str, tuple[Callable[[Path], object], str]] = {
    "one year in two folders": (
        lambda folder: [csv_return(folder / name, 2024) for name in ("2024", "2024 again")],
        r"two returns of 2023/24 are given for Kent: from 2024/file0.csv and from 2024 again/file0.csv; keep the one",
    ),
    "one year in both forms": (
        lambda folder: [csv_return(folder, 2024), xml_return(folder, 2024)],
        r"ssda903_2024.xml: two returns of 2023/24 are given for Kent",
    ),
    "one module twice": (
        lambda folder: [
            csv_return(folder, 2024),
            text_file(folder, "again.csv", (folder / "file0.csv").read_text()),
        ],
        "Episodes is given twice",
    ),
    "the dataset beside returns": (
        lambda folder: [
            xml_return(folder, 2024),
            text_file(folder, "ssd_missing.csv", "miss_table_id,miss_person_id\nM,A\n"),
        ],
        r"ssd_missing of Kent would come twice: from ssd_missing.csv and from ssda903_2024.xml",
    ),
}


@pytest.mark.parametrize(("give", "said"), REFUSED.values(), ids=list(REFUSED))
def test_refused(tmp_path: Path, give: Callable[[Path], object], said: str) -> None:
    give(tmp_path)
    with pytest.raises(Refused, match=said):
        plan([tmp_path], "Kent")


def test_a_load_keeps_the_year_of_each_file_and_each_year_as_it_was_given(tmp_path: Path) -> None:
    for year in (2024, 2025):
        xml_return(tmp_path / "Kent" / str(year), year)
    done = load([tmp_path / "Kent"], tmp_path / "store", date(2025, 3, 31))
    assert done.snapshot is not None
    assert [(file["name"], file["year"]) for file in done.snapshot.manifest["files"]] == [
        ("2024/ssda903_2024.xml", 2024),
        ("2025/ssda903_2025.xml", 2025),
    ]
    kept = pq.read_table(
        done.snapshot.tables["return_ssda903_episodes"][0], columns=["collection_year", "given_as", "DECOM"]
    )
    assert kept.to_pylist() == [
        {"collection_year": 2024, "given_as": "xml", "DECOM": "2023-07-13"},
        {"collection_year": 2025, "given_as": "xml", "DECOM": "2024-07-13"},
    ]
    assert done.rows["ssd_cla_episodes"] == {"in": 2, "loaded": 2, "refused": 0, "repeated": 0}
