"""Which files a load would take, as what, and whose they are."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from sources_help import text_file

from trigpoint.sources import Refused, plan
from trigpoint.sources.formats import formats

FAMILY = "fami_table_id,fami_family_id,fami_person_id\n1,F,P\n"
POPULATION = "area,age_from,age_to,sex,year,children,source,published_on\n"


def test_a_plan_names_each_file_with_its_hash_and_format(tmp_path: Path) -> None:
    path = text_file(tmp_path, "SSD_Family.CSV", FAMILY)
    planned = plan([tmp_path])
    (found,) = planned.files
    assert (found.name, found.size, found.format, found.year) == ("SSD_Family.CSV", len(FAMILY), "ssd", None)
    assert found.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert planned.authorities == [tmp_path.name]


def test_what_is_not_recognised_beside_data_is_reported_and_left_out(tmp_path: Path) -> None:
    text_file(tmp_path, "ssd_family.csv", FAMILY)
    text_file(tmp_path, "ssd_visitors.csv", "a,b\n")
    pq.write_table(pa.table({"CHILD": ["A"]}), tmp_path / "other.parquet")
    (tmp_path / "notes.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / ".hidden").write_text("x")
    (tmp_path / "older").mkdir()
    issues = plan([tmp_path]).issues
    assert [(issue.file, issue.kind) for issue in issues] == [
        ("notes.pdf", "warning"),
        ("other.parquet", "warning"),
        ("ssd_visitors.csv", "warning"),
        ("older/", "warning"),
    ]


@pytest.mark.parametrize("rows", ["Kent,0,17,,2023,1,ONS,\n", "Kent,0,17,,2023,1,ONS,\nDevon,0,17,,2023,1,ONS,\n", ""])
def test_one_area_in_the_population_names_a_single_folder(tmp_path: Path, rows: str) -> None:
    text_file(tmp_path, "ext_population.csv", POPULATION + rows)
    alone = plan([tmp_path])
    assert alone.authorities == ["Kent" if rows.count("\n") == 1 else tmp_path.name]
    assert plan([tmp_path], "Medway").authorities == ["Medway"]


def test_a_folder_of_folders_is_one_authority_each_read_one_part_at_a_time(tmp_path: Path) -> None:
    for name in ("Kent", "Devon"):
        (tmp_path / name).mkdir()
        text_file(tmp_path / name, "ssd_family.csv", FAMILY)
        text_file(tmp_path / name, "ext_population.csv", POPULATION + "Elsewhere,0,17,,2023,1,ONS,\n")
    (tmp_path / "empty").mkdir()
    planned = plan([tmp_path])
    assert planned.authorities == ["Devon", "Kent"]
    assert [issue.file for issue in planned.issues] == ["empty/"]
    assert next(file.name for file in planned.files) == "Devon/ext_population.csv"
    (tmp_path / "Kent" / "ssd_family.csv").unlink()
    parts = planned.parts()
    assert {(part.authority, part.table) for part in (next(parts), next(parts))} == {
        ("Devon", "ssd_family"),
        ("Devon", "ext_population"),
    }
    assert next(parts).table == "ext_population"
    with pytest.raises(Refused, match=r"^Kent/ssd_family"):
        next(parts)


def test_files_given_by_themselves_belong_to_their_folder(tmp_path: Path) -> None:
    path = text_file(tmp_path, "ssd_family.csv", FAMILY)
    assert plan([path]).authorities == [tmp_path.name]
    other = text_file(tmp_path, "other.csv", "a,b\n")
    with pytest.raises(Refused, match=r"other.csv: the file is not recognised.*check its name"):
        plan([path, other])
    (tmp_path / "notes.pdf").write_bytes(b"%PDF-1.7")
    with pytest.raises(Refused, match=r"notes.pdf: the file is a PDF document"):
        plan([path, tmp_path / "notes.pdf"])


def test_nothing_recognised_is_refused(tmp_path: Path) -> None:
    text_file(tmp_path, "other.csv", "a,b\n")
    with pytest.raises(Refused, match="nothing here is recognised"):
        plan([tmp_path])
    with pytest.raises(Refused, match="not an ordinary file"):
        plan([tmp_path / "nowhere"])
    with pytest.raises(Refused, match="no path"):
        plan([])


def test_an_archive_is_refused_whatever_its_name(tmp_path: Path) -> None:
    text_file(tmp_path, "ssd_family.csv", FAMILY)
    with zipfile.ZipFile(tmp_path / "rest.dat", "w") as archive:
        archive.writestr("ssd_person.csv", "pers_person_id\n1\n")
    with pytest.raises(Refused, match=r"rest.dat: the file is a zip archive.*unzip it first"):
        plan([tmp_path])


def test_one_table_is_not_taken_twice(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        text_file(tmp_path / name, "ssd_family.csv", FAMILY)
    assert plan([tmp_path]).authorities == ["a", "b"]
    with pytest.raises(Refused, match="ssd_family of Kent would come twice"):
        plan([tmp_path], "Kent")
    (tmp_path / "a" / "ssd_family.parquet").write_bytes((tmp_path / "a" / "ssd_family.csv").read_bytes())
    with pytest.raises(Refused, match="given twice"):
        plan([tmp_path])


def test_every_format_is_found_by_its_module() -> None:
    assert list(formats()) == ["annex_a", "cin_census", "dfe_api", "ssd", "ssda903"]
