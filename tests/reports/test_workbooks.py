"""The report as workbooks: the same numbers in every format, typed, one marked table a sheet, the same bytes."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import every_block
import pytest
from every_block import BAD
from python_calamine import CalamineWorkbook, SheetVisibleEnum

from trigpoint.reports.block import Cell, Column, Group, Row, Table
from trigpoint.reports.formats import writer
from trigpoint.reports.page import Figure
from trigpoint.reports.report import Report
from trigpoint.reports.workbook_of import workbook

Sheets = dict[str, list[list[object]]]
HEAD = 2


@pytest.fixture(scope="module")
def report() -> Report:
    return every_block.report("; ".join(BAD))


@pytest.fixture(scope="module")
def folder(report: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("workbooks")
    for name in ("xlsx", "ods", "csv", "html"):
        writer(name)(report, out)
    return out


def sheets(path: Path) -> Sheets:
    book = CalamineWorkbook.from_path(path)
    return {name: [list(row) for row in book.get_sheet_by_name(name).to_python()] for name in book.sheet_names}


def records(rows: list[list[object]]) -> list[dict[str, object]]:
    return [dict(zip(map(str, rows[HEAD]), row, strict=True)) for row in rows[HEAD + 1 :]]


@pytest.fixture(scope="module", params=["xlsx", "ods"])
def book(request: pytest.FixtureRequest, folder: Path) -> tuple[Path, Sheets]:
    path = folder / f"every-block.{request.param}"
    return path, sheets(path)


def test_both_workbooks_hold_the_same(folder: Path) -> None:
    assert sheets(folder / "every-block.xlsx") == sheets(folder / "every-block.ods")


def test_every_figure_is_the_same_in_every_format(folder: Path, report: Report) -> None:
    """By its trace: the model, both workbooks, the tidy file and the pages."""
    said = {past.figure.trace: (past.figure.value, past.figure.text) for line in report.lines for past in line.history}
    assert len(said) == sum(len(line.history) for line in report.lines)
    for ending in ("xlsx", "ods"):
        found = {row["Trace"]: row["Value"] for row in records(sheets(folder / f"every-block.{ending}")["Figures"])}
        assert found == {t: text if value is None else float(value) for t, (value, text) in said.items()}
    with (folder / "every-block.csv").open(encoding="utf-8", newline="") as file:
        tidy = {row["trace"]: row["value"] for row in csv.DictReader(file) if row["trace"]}
    assert tidy == {t: text.strip("[]") if value is None else f"{value:f}" for t, (value, text) in said.items()}
    pages = (folder / "every-block.html").read_text(encoding="utf-8")
    printed = {
        trace: re.sub(r"<[^>]+>", "", text)
        for trace, text in re.findall(r'data-trace="([^"]+)"[^>]*>(.*?)</(?:td|th|span)>', pages)
    }
    assert {trace: printed[trace] for trace in said} == {trace: text for trace, (_, text) in said.items()}


def test_the_latest_figures_stand_with_their_judgement(book: tuple[Path, Sheets], report: Report) -> None:
    rows = {row["Code"]: row for row in records(book[1]["Measures"])}
    for line in report.lines:
        row = rows[line.code]
        assert row["Value"] == float(line.now.figure.value or 0)
        assert (row["Status"], row["Target"], row["Finding"]) == (line.now.status.words, line.target, line.finding)
        assert (row["Excluded"], row["Unknown"], row["Pending"]) == (line.excluded, line.unknown, line.pending)
    assert "Weekly check of every assessment" in str(rows["KPI 3"]["Commentary: actions"])
    assert rows["KPI 2"]["Commentary due"]


def test_numbers_and_dates_are_typed(book: tuple[Path, Sheets], report: Report) -> None:
    rows = records(book[1]["Figures"])
    for row in rows:
        assert isinstance(row["Value"], float) or re.fullmatch(r"\[[a-z]+\]|–", str(row["Value"])), row
        assert isinstance(row["Value"], float) or row["Reason without a value"], row
        assert type(row["Starts"]) is type(row["Ends"]) is date
    others = records(book[1]["Comparators"])
    assert len(others) == sum(len(line.others) for line in report.lines)
    assert all(isinstance(row["Value"], float) for row in others)
    promises = records(book[1]["Measures by promise"])
    assert [row["2026/27 Q3"] for row in promises] == [67.0, 100.0, 0.0]
    assert [row["2025/26 Q1"] for row in promises] == [79.0, 75.0, "[z]"]
    assert records(book[1]["Proposed targets and bands"])[0]["December 2026 all children"] == 57.1


def test_each_sheet_is_one_table_under_its_title(book: tuple[Path, Sheets]) -> None:
    for name, rows in book[1].items():
        title, about, heads, *below = rows
        assert all(title[:1])
        assert not any(title[1:])
        assert all(about[:1])
        assert not any(about[1:])
        assert all(heads), name
        assert len({str(head).lower() for head in heads}) == len(heads), name
        assert below, name
        assert all(any(cell != "" for cell in row) for row in below), f"{name} has an empty row"
        assert len(name) <= 31
        assert not set(name) & set("[]:*?/\\'")
    assert next(iter(book[1])) == "Notes"


def test_notes_say_what_the_sheets_and_symbols_are(book: tuple[Path, Sheets], report: Report) -> None:
    notes = {str(item): str(said) for item, said in book[1]["Notes"][HEAD + 1 :]}
    assert {f"Sheet: {name}" for name in book[1] if name != "Notes"} <= set(notes)
    assert {"Symbol [c]", "Symbol [x]", "Symbol [z]", "Symbol –", "Data as at", "Definitions", "Status"} <= set(notes)
    assert set(report.notes) <= set(notes.values())


def test_nothing_is_hidden_merged_or_calculated(book: tuple[Path, Sheets]) -> None:
    path, _ = book
    assert all(sheet.visible is SheetVisibleEnum.Visible for sheet in CalamineWorkbook.from_path(path).sheets_metadata)
    for name, text in parts(path):
        assert "<f>" not in text, name
        assert "<f " not in text, name
        for sign in ("table:formula", "mergeCell", "spanned", "hidden=", "externalLink", "hyperlink", "xlink:href"):
            assert sign not in text, (name, sign)
    assert {"=1+1", "+44", "@all"} <= set(re.findall(r"=1\+1|\+44|@all", str(book[1])))


def parts(path: Path) -> Iterator[tuple[str, str]]:
    with ZipFile(path) as packed:
        for info in packed.infolist():
            yield info.filename, packed.read(info).decode()


def test_tables_are_marked_and_their_heads_stay_in_sight(folder: Path, report: Report) -> None:
    many = len(workbook(report).sheets)
    excel = dict(parts(folder / "every-block.xlsx"))
    assert sum(name.startswith("xl/tables/") for name in excel) == many
    pages = [text for name, text in excel.items() if name.startswith("xl/worksheets/sheet")]
    assert len(pages) == many
    assert all('state="frozen"' in text and 'ySplit="3"' in text and "<cols>" in text for text in pages)
    open_document = dict(parts(folder / "every-block.ods"))
    assert open_document["content.xml"].count("<table:database-range ") == many
    assert open_document["content.xml"].count("<table:table-header-rows>") == many
    assert open_document["settings.xml"].count('config:name="VerticalSplitPosition"') == many


def test_percentages_keep_their_unit(folder: Path) -> None:
    assert '0&quot;%&quot;"' in dict(parts(folder / "every-block.xlsx"))["xl/styles.xml"]
    assert "<number:text>%</number:text>" in dict(parts(folder / "every-block.ods"))["content.xml"]


def test_the_same_inputs_give_the_same_bytes_on_any_day(book: tuple[Path, Sheets], tmp_path: Path) -> None:
    path, _ = book
    again = writer(path.suffix[1:])(every_block.report("; ".join(BAD)), tmp_path)[0]
    assert again.read_bytes() == path.read_bytes()
    with ZipFile(path) as packed:
        assert {info.date_time[:3] for info in packed.infolist()} == {(1980, 1, 1)}
    dates = {found for _, text in parts(path) for found in re.findall(r">(\d{4}-\d\d-\d\dT[^<]*)<", text)}
    assert all(found.startswith("2026-12-31T00:00:00") for found in dates)
    assert dates


def test_a_suppressed_figure_takes_its_counts_with_it(report: Report, tmp_path: Path) -> None:
    line = report.lines[0]
    now = replace(line.now, figure=Figure("[c]", None, "trace-c"), reason="suppressed")
    hidden = replace(report, lines=(replace(line, history=(now,)),), id="hidden")
    for ending in ("xlsx", "ods"):
        found = sheets(writer(ending)(hidden, tmp_path)[0])
        for name in ("Measures", "Figures"):
            row = records(found[name])[0]
            assert {row["Numerator"], row["Denominator"], row["Value"]} == {"[c]"}, name


def test_titles_that_no_sheet_may_have_become_names(report: Report, tmp_path: Path) -> None:
    def table(title: str) -> Table:
        rows = (Row(cells=(Cell(text="a"), Cell(text="1", value=Decimal(1)))),)
        columns = (Column(head="Name", kind="name"), Column(head="name", kind="number"))
        return Table(title=title, columns=columns, groups=(Group("", rows),), look="ctx")

    titles = (
        "Figures",
        "x" * 40,
        "x" * 40,
        "A/B: [c]?",
        "History",
        "'quoted'",
        "measures",
        "Ends in a word that is cut",
    )
    page = replace(report.pages[0], blocks=tuple(table(title) for title in titles))
    odd = replace(report, pages=(page,), id="odd")
    excel, open_document = (sheets(writer(ending)(odd, tmp_path)[0]) for ending in ("xlsx", "ods"))
    assert list(excel) == list(open_document)
    assert len({name.lower() for name in excel}) == len(excel) == 4 + len(titles)
    assert all(len(name) <= 31 for name in excel)
    assert excel["Figures 2"][HEAD] == ["Name", "name (2)"]


def test_control_characters_break_no_file(report: Report, tmp_path: Path) -> None:
    odd = replace(report, notes=("a\x0b\x00b\ud800", "two\nlines"), id="odd")
    notes = sheets(writer("ods")(odd, tmp_path)[0])["Notes"]
    assert ["Note 1", "ab"] in notes


def test_a_text_longer_than_a_cell_is_cut_and_not_lost(report: Report, tmp_path: Path) -> None:
    odd = replace(report, notes=("long " * 8000,), id="odd")
    notes = {str(row[0]): str(row[1]) for row in sheets(writer("xlsx")(odd, tmp_path)[0])["Notes"]}
    assert len(notes["Note 1"]) == 32_767


def test_an_office_opens_them(folder: Path, tmp_path: Path) -> None:
    if not shutil.which("soffice"):
        message = "soffice is missing: apt-get install --no-install-recommends libreoffice-calc"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    for ending, other in (("xlsx", "ods"), ("ods", "xlsx")):
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        subprocess.run(
            ["soffice", profile, "--headless", "--convert-to", other, "--outdir", tmp_path,
             folder / f"every-block.{ending}"],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        converted = sheets(tmp_path / f"every-block.{other}")
        assert [row[:11] for row in converted["Figures"]] == [
            row[:11] for row in sheets(folder / f"every-block.{ending}")["Figures"]
        ]
