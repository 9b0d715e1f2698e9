"""`trigpoint targets`: what is checked, what is kept, and the workbook."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from commands import contents, run
from python_calamine import CalamineWorkbook

from trigpoint.judgement import entries
from trigpoint.judgement.target_columns import COLUMNS, NAMES
from trigpoint.store import Store

TOML = """\
set = "ours"
title = "Ours"
[[target]]
measure = "rereferrals_12m_pct"
period_types = ["month"]
target = 21
tolerance = [17, 24]
good = "low"
from = 2026-04-01
"""
ROW: dict[str, Any] = {
    "set": "ours",
    "title": "Ours",
    "measure": "rereferrals_12m_pct",
    "period_types": "month, rolling12",
    "style": "two_sided",
    "good": "low",
    "target": 21.5,
    "tolerance_low": 17,
    "tolerance_high": 24,
    "from": date(2026, 4, 1),
    "agreed_by": "Board",
    "agreed_on": date(2026, 2, 6),
}


def workbook(path: Path, *rows: dict[str, Any]) -> Path:
    """A workbook as a person would fill it in: the headings of the template and these rows."""
    book = xlsxwriter.Workbook(path)
    sheet, day = book.add_worksheet("Targets"), book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_row(0, 0, NAMES)
    for number, row in enumerate(rows, start=1):
        for name, cell in row.items():
            if isinstance(cell, date):
                sheet.write_datetime(number, NAMES.index(name), datetime(cell.year, cell.month, cell.day), day)  # noqa: DTZ001
            else:
                sheet.write(number, NAMES.index(name), cell)
    book.close()
    return path


def write(folder: Path, text: str) -> Path:
    path = folder / "ours.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_checked_file_is_loaded_as_an_entry_and_counts_from_then_on(tmp_path: Path) -> None:
    file, store = write(tmp_path, TOML), tmp_path / "store"
    assert run("targets", "check", file).code == 0
    assert not store.exists()
    done = run("targets", "load", file, "--store", store)
    assert (done.code, done.err) == (0, "")
    run("targets", "load", write(tmp_path, TOML.replace("target = 21", "target = 20")), "--store", store)
    tables = [entry.read() for entry in Store(store).entries("targets")]
    assert len(tables) == 2
    assert [target.value for target in entries.newest(tables, "ours")] == [Decimal(20)]


def test_a_workbook_gives_the_same_targets(tmp_path: Path) -> None:
    file, store = workbook(tmp_path / "ours.xlsx", ROW), tmp_path / "store"
    assert run("targets", "load", file, "--store", store).code == 0
    month, rolling = entries.from_table(Store(store).entries("targets")[0].read())
    assert (month.period_type, rolling.period_type) == ("month", "rolling12")
    assert (month.value, month.low, month.high) == (Decimal("21.5"), Decimal(17), Decimal(24))
    assert (month.start, month.end, month.agreed_on) == (date(2026, 4, 1), None, date(2026, 2, 6))


def test_every_style_can_be_written_in_a_workbook(tmp_path: Path) -> None:
    plain = {name: ROW[name] for name in ("set", "title", "measure", "from", "good")}
    ends = {"from": date(2020, 4, 1), "to": date(2021, 3, 31)}
    rows = [
        {**plain, "period_types": "month", "target": "138.0-168.6", "style": "range"},
        {**plain, "period_types": "rolling12", "target": "to be set", "due": date(2026, 12, 31)},
        {**plain, "period_types": "quarter", "target": 21, "tolerance_high": 24},
        {**plain, "period_types": "ytd", "target": "none", "rationale": "Small numbers"},
        {**plain, **ends, "period_types": "ytd", "style": "ordered", "bands": "RI:25:30;Good:20:24;Best::19"},
    ]
    done = run("targets", "load", workbook(tmp_path / "t.xlsx", *rows), "--store", tmp_path / "store")
    assert done.code == 1  # three bands of whole numbers leave gaps, which are told
    assert "between Good (from 20)" not in done.err
    assert done.err.count("nothing is printed") == 2
    found = entries.from_table(Store(tmp_path / "store").entries("targets")[0].read())
    assert [str(target.style) for target in found] == ["range", "two_sided", "one_sided", "two_sided", "ordered"]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({**ROW, "target": "lots"}, "t.xlsx, row 2 (rereferrals_12m_pct): `target` is 'lots', not a number"),
        ({**ROW, "from": "spring"}, "`from` is not a date"),
        ({**ROW, "period_types": "monthly"}, "`period_types` is ['monthly']"),
        ({**ROW, "measure": "rereferrals"}, "`measure` is not in the library"),
        ({**ROW, "variant": "level=moon"}, "`variant` is not one of the measure's"),
        ({**ROW, "period_types": "snapshot"}, "`period_types` names snapshot; give some of month"),
        ({**ROW, "target": "=1+1"}, "t.xlsx, row 2: a cell is calculated by a formula"),
    ],
)
def test_a_faulty_workbook_says_3_and_changes_nothing(tmp_path: Path, row: dict[str, Any], says: str) -> None:
    file, store = workbook(tmp_path / "t.xlsx", row), tmp_path / "store"
    run("targets", "load", write(tmp_path, TOML), "--store", store)
    before = contents(store)
    done = run("targets", "load", file, "--store", store)
    assert (done.code, done.out) == (3, "")
    assert says in done.err
    assert contents(store) == before


def test_a_file_with_two_sets_or_no_sheet_of_ours_is_refused(tmp_path: Path) -> None:
    two = workbook(tmp_path / "two.xlsx", ROW, {**ROW, "set": "theirs", "to": date(2027, 3, 31)})
    assert "several sets (ours, theirs)" in run("targets", "check", two).err
    book = xlsxwriter.Workbook(tmp_path / "other.xlsx")
    book.add_worksheet("Sheet1").write(0, 0, "x")
    book.close()
    assert "has no sheet Targets" in run("targets", "check", tmp_path / "other.xlsx").err
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04 nothing")
    assert run("targets", "check", tmp_path / "broken.xlsx").code == 3
    assert "cannot be opened" in run("targets", "check", tmp_path / "none.toml").err


def test_the_template_explains_every_column_and_is_refused_until_its_examples_are_gone(tmp_path: Path) -> None:
    first, second = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    assert run("targets", "template", "--out", first).code == 0
    run("targets", "template", "--out", second)
    assert first.read_bytes() == second.read_bytes()
    book = CalamineWorkbook.from_path(first)
    assert book.get_sheet_by_name("Targets").to_python()[0] == list(NAMES)
    said = {row[0] for row in book.get_sheet_by_name("Notes").to_python()}
    assert {column.name for column in COLUMNS} <= said
    assert "the example rows are still there" in run("targets", "check", first).err
    assert run("targets", "template", "--out", tmp_path / "a.csv").code == 2
