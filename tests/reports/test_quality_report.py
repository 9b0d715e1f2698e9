"""The quality report: its counts are those of the findings, and what did not run or was left out is on a page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from quality_facts import facts

from trigpoint.reports.block import Chart, Table, Tallies
from trigpoint.reports.formats import formats, writer
from trigpoint.reports.quality_report import quality_report
from trigpoint.reports.report import Sheet


def page(name: str, **changed: object) -> Sheet:
    return next(each for each in quality_report(facts(**changed)).pages if each.file == name)


def cells(sheet: Sheet, at: int = 0) -> list[list[str]]:
    tables = [block for block in sheet.blocks if isinstance(block, Table)]
    return [[cell.plain for cell in row.cells] for row in tables[at].rows]


def test_the_summary_counts_rows_children_and_what_is_new() -> None:
    summary = page("index.html")
    assert summary.lede == "4 rows of 2 children fail a rule; 1 was not there at an earlier check."
    (tallies,) = [block for block in summary.blocks if isinstance(block, Tallies)]
    assert [(tally.words, tally.count) for tally in tallies.items] == [
        ("Error", 3),
        ("Warning", 0),
        ("Query", 1),
        ("New since the last check", 1),
        ("Accepted, with reason", 1),
    ]
    assert cells(summary)[0] == ["142", "The episode has no end", "Episodes", "Error", "3", "1", "worker"]


def test_the_chart_says_whether_it_grows() -> None:
    (chart,) = [block for block in page("index.html").blocks if isinstance(block, Chart)]
    assert chart.title == "2 fewer rows fail than on 30 September 2026"
    once = {date(2026, 10, 31): {"East": 4}}
    assert not [block for block in page("index.html", trend=once).blocks if isinstance(block, Chart)]


def test_teams_have_a_column_for_each_check() -> None:
    assert cells(page("teams.html")) == [["No team recorded", "1", "0", "0"], ["East", "5", "4", "2"]]


def test_rules_that_did_not_run_are_listed_with_their_reason() -> None:
    assert cells(page("rules-not-run.html")) == [
        ["broken", "ssda903", "KeyError: 'x'", "1", "999"],
        ["skipped", "ssda903", "the return has no OC2", "2", "157, 185"],
    ]


def test_every_row_of_the_files_is_accounted_for() -> None:
    sheet = page("reconciliation.html")
    assert sheet.lede.startswith("95 of 100 rows")
    for row in cells(sheet):
        given, used, refused, repeated = (int(cell.replace(",", "")) for cell in row[1:])
        assert given == used + refused + repeated
    assert cells(sheet, 1) == [["error", "DECOM: '…' is not a date", "5"]]


@pytest.mark.parametrize("form", [form for form in formats() if form != "csv"])
def test_it_can_be_written_in_every_format(tmp_path: Path, form: str) -> None:
    written = writer(form)(quality_report(facts()), tmp_path)
    assert all(path.stat().st_size for path in written)
