"""`trigpoint rate`: the columns promised, whole files only, one sentence for each fault."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from commands import run

COLUMNS = [
    *("ref", "style", "value", "unit", "polarity", "decimals", "target", "tolerance_low", "tolerance_high"),
    *("bands", "history"),
]
ROWS = """\
KPI 2,two_sided,24.13,%,lower,0,21,17,24,,22
1,ordered,90,%,higher,0,,,,RI:60:69;Good:70:79;Outstanding:80:100,86;76;83
"""


def test_the_same_rows_come_back_with_five_columns_more(tmp_path: Path) -> None:
    given = tmp_path / "given.csv"
    given.write_text(",".join([*COLUMNS, "owner"]) + "\n" + ROWS.replace("\n", ",me\n"), encoding="utf-8-sig")
    done = run("rate", given, "--out", tmp_path / "out.csv")
    assert (done.code, done.err) == (0, "")
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert list(rows[0]) == [*COLUMNS, "owner", "judgement", "state", "trend", "direction", "note"]
    assert [row["judgement"] for row in rows] == ["within", "Outstanding"]
    assert (rows[1]["trend"], rows[1]["direction"], rows[1]["owner"]) == ("Improving", "up, better", "me")
    assert rows[0]["value"] == "24.13"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("ref,style,value\na,rag,lots\n", "given.csv, row 2 (a), column value: 'lots' is not a number"),
        ("ref,style\n", "given.csv, row 1: there is no column value"),
        ("ref,style,value,value\n", "given.csv, row 1: column value occurs twice"),
        ("ref,style,value\n", "given.csv has no rows below the headings"),
        ("ref,style,value\na,rag,1,060\n", "given.csv, row 2: it has more cells than headings; put a cell"),
        ("ref,style,value\na\xe9", ""),
    ],
)
def test_a_table_that_cannot_be_judged_says_3_and_writes_nothing(tmp_path: Path, text: str, says: str) -> None:
    given = tmp_path / "given.csv"
    given.write_text(text, encoding="latin-1")
    done = run("rate", given, "--out", tmp_path / "out.csv")
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith(says or "given.csv is not CSV text in UTF-8")
    assert not (tmp_path / "out.csv").exists()


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    given = tmp_path / "given.csv"
    given.write_text("ref,style,value\na,blue,1\nb,green,1\n", encoding="utf-8")
    done = run("rate", given, "--out", tmp_path / "out.csv")
    assert (done.code, len(done.err.splitlines())) == (3, 2)


def test_a_table_ends_in_csv_and_has_a_name(tmp_path: Path) -> None:
    given = tmp_path / "given.csv"
    given.write_text("ref,style,value\na,rag,1\n", encoding="utf-8")
    assert run("rate", given, "--out", tmp_path / "out.txt").code == 2
    assert run("rate", given).code == 2


def test_contradictions_are_listed_and_say_1(tmp_path: Path) -> None:
    done = run("rate", "--check", "herefordshire")
    assert (done.code, done.err.strip()) == (1, "1 contradictions found in herefordshire.")
    assert done.out.startswith("beside: page 03 rate per 10,000 (YTD) 2014-08: ")
    given = tmp_path / "given.csv"
    given.write_text("ref,style,value\na,rag,1\n", encoding="utf-8")
    assert run("rate", "--check", given).code == 0
    assert run("rate", "kent", "--check", "--out", tmp_path / "found.csv").out == ""
    assert len((tmp_path / "found.csv").read_text(encoding="utf-8").splitlines()) == 5
