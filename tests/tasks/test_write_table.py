"""A table is written aside and then moved: the file is there whole, or as it was before."""

from __future__ import annotations

import csv
import errno
import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv as pc
import pyarrow.parquet as pq
import pytest

from trigpoint.sources import Issue
from trigpoint.tasks import write_table as module
from trigpoint.tasks.load import write_issues
from trigpoint.tasks.write_table import OutputError, write_table

TABLE = pa.table(
    {
        "name": pa.array(["plain", 'a "quoted", comma', "two\nlines", "Zoë", None]),
        "n": pa.array([1, 2, 3, None, 5], pa.int64()),
        "value": pa.array([0.1, 1 / 3, None, 1e-9, 100.0]),
        "day": pa.array([date(2024, 2, 29), None, date(2024, 1, 1), None, None], pa.date32()),
    }
)
ENDINGS = (".csv", ".parquet", ".json")


def read(path: Path) -> list[dict[str, Any]]:
    if path.suffix == ".parquet":
        return list(pq.read_table(path).to_pylist())
    if path.suffix == ".json":
        rows = json.loads(path.read_text(encoding="utf-8"))
        return [row | {"day": date.fromisoformat(row["day"]) if row["day"] else None} for row in rows]
    options = pc.ConvertOptions(column_types=TABLE.schema, strings_can_be_null=True, quoted_strings_can_be_null=False)
    parsing = pc.ParseOptions(newlines_in_values=True)
    return list(pc.read_csv(path, parse_options=parsing, convert_options=options).to_pylist())


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_is_written_is_read_again(ending: str, tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / f"table{ending}"
    write_table(TABLE, path)
    assert read(path) == TABLE.to_pylist()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_table_without_rows_keeps_its_columns(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"table{ending}"
    write_table(TABLE.slice(0, 0), path)
    assert read(path) == []
    if ending == ".csv":
        assert next(csv.reader(path.open(encoding="utf-8"))) == TABLE.column_names


def test_the_same_table_gives_the_same_bytes(tmp_path: Path) -> None:
    for ending in ENDINGS:
        for name in "ab":
            write_table(TABLE, tmp_path / f"{name}{ending}")
        assert (tmp_path / f"a{ending}").read_bytes() == (tmp_path / f"b{ending}").read_bytes()


def half_written(table: pa.Table, path: Path) -> None:
    path.write_text("half", encoding="utf-8")
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_full_disk_leaves_the_old_file(ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / f"table{ending}"
    path.write_text("the old file", encoding="utf-8")
    monkeypatch.setitem(module._WRITERS, ending, half_written)
    with pytest.raises(OutputError, match=r"could not be written: No space left on device; choose another place\.$"):
        write_table(TABLE, path)
    assert path.read_text(encoding="utf-8") == "the old file"
    assert list(tmp_path.iterdir()) == [path]


def test_a_move_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "table.csv"
    path.write_text("the old file", encoding="utf-8")

    def refused(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "replace", refused)
    with pytest.raises(OutputError, match="Permission denied"):
        write_table(TABLE, path)
    assert path.read_text(encoding="utf-8") == "the old file"
    assert list(tmp_path.iterdir()) == [path]


def test_a_fault_of_ours_leaves_the_old_file_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "table.csv"
    path.write_text("the old file", encoding="utf-8")

    def broken(table: pa.Table, aside: Path) -> None:
        aside.write_text("half", encoding="utf-8")
        raise ZeroDivisionError

    monkeypatch.setitem(module._WRITERS, ".csv", broken)
    with pytest.raises(ZeroDivisionError):
        write_table(TABLE, path)
    assert path.read_text(encoding="utf-8") == "the old file"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["table", "table.txt", "table.csv.gz", ".csv"])
def test_a_name_must_say_how_to_write(name: str, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"no ending that says how to write it: use \.csv, \.parquet or \.json\.$"):
        write_table(TABLE, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["here", "here/table.csv"])
def test_a_place_that_cannot_be_written_is_told(name: str, tmp_path: Path) -> None:
    (tmp_path / "here").write_text("a file in the way", encoding="utf-8")
    (tmp_path / "here.csv").mkdir()
    path = tmp_path / (name if name.endswith(".csv") else f"{name}.csv")
    with pytest.raises(OutputError, match=r"could not be written: .*; choose another place\.$"):
        write_table(TABLE, path)


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_text_like_a_formula_is_defused_among_issues(text: str, tmp_path: Path) -> None:
    issues = [Issue(text, 2, text, text, text), Issue("a.csv", None, "", "plain", "mend it", "warning")]
    write_issues(issues, tmp_path / "issues.csv")
    with (tmp_path / "issues.csv").open(encoding="utf-8", newline="") as lines:
        first, second = csv.DictReader(lines)
    assert {name: cell for name, cell in first.items() if cell == f"'{text}"}.keys() == {
        "file",
        "column",
        "what",
        "mend",
    }
    assert (first["kind"], first["row"]) == ("error", "2")
    assert (second["file"], second["row"], second["what"]) == ("a.csv", "", "plain")


def test_issues_are_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "issues.csv"
    path.write_text("the old file", encoding="utf-8")

    def stops() -> Any:
        yield Issue("a.csv", 2, "x", "what", "mend")
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OutputError):
        write_issues(stops(), path)
    assert path.read_text(encoding="utf-8") == "the old file"
    assert list(tmp_path.iterdir()) == [path]
