"""The layouts on invented figures: what a page says first, its columns, cohorts, late figures, and its edge cases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import pytest
from invented import COHORT, PAGES, PERIOD, Given, filling, pack, page, target

from trigpoint.judgement.composite import Level
from trigpoint.judgement.standard import Style
from trigpoint.judgement.state import State
from trigpoint.language.period import PeriodType
from trigpoint.packs.model import Count, Pack, Page
from trigpoint.reports.block import Block, Cell, Found, Mark, Strip, Table, Tallies, flat
from trigpoint.reports.build import report, subjects
from trigpoint.reports.filling import Filling
from trigpoint.reports.formats.html import render
from trigpoint.reports.layouts import layouts
from trigpoint.reports.period_columns import period_columns, shown_ends
from trigpoint.reports.report import Report, Sheet
from trigpoint.reports.standings import due, lede, moved, tallies

GOLDEN = Path(__file__).parent / "golden"
NOVEMBER, OCTOBER, YEAR_AGO = date(2026, 11, 30), date(2026, 10, 31), date(2025, 12, 31)
LAYOUTS = layouts()
ON_ITS_OWN = [layout for layout in LAYOUTS if layout in ("contract", "indicators")]


def first(made: Pack, given: Filling) -> Sheet:
    return report(made, given).pages[0]


B = TypeVar("B", bound=Block)


def found(sheet: Sheet, kind: type[B]) -> list[B]:
    return [block for block in flat(sheet.blocks) if isinstance(block, kind)]


def rows(sheet: Sheet) -> Iterator[tuple[Cell, ...]]:
    return (row.cells for table in found(sheet, Table) for row in table.rows)


def said(sheet: Sheet) -> list[str]:
    """Every text of a page's tables and strips."""
    cells = [cell.plain for row in rows(sheet) for cell in row]
    return cells + [f"{each.text} {' '.join(each.sub)}" for strip in found(sheet, Strip) for each in strip.items]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_one_page_of_each_layout_is_as_it_was_agreed(layout: str, tmp_path: Path) -> None:
    """To accept a change: copy the page named in the failure over the golden file, and look at it first."""
    whole = report(pack(layout), filling())
    sheet = whole.pages[1 if layout == "indicators" else 0]
    text = render(sheet, whole)
    written = tmp_path / f"{layout}.html"
    written.write_text(text, encoding="utf-8")
    golden = GOLDEN / written.name
    assert text == golden.read_text(encoding="utf-8"), f"{written} is not {golden}"


# what a scorecard says first


def test_totals_count_every_measure_once_and_compare_with_the_period_before() -> None:
    given = filling({("one", NOVEMBER): (60, 100), ("one", PERIOD): (81, 100)})
    about = subjects(pack("scorecard"), given)
    items = tallies(about, "November").items
    assert sum(tally.count for tally in items) == len(about)
    assert {tally.words: (tally.count, tally.change) for tally in items} == {
        "On target": (2, "1 more than November"),
        "Within tolerance": (0, "no change on November"),
        "Outside tolerance": (1, "1 fewer than November"),
    }
    assert lede(about, "November") == (
        "1 of 3 measures is outside tolerance, 1 fewer than in November. One moved to a better position."
    )


def test_a_councils_own_words_stand_in_totals_and_sentences() -> None:
    words = {State.OUTSIDE: "Red", State.MET: "Green"}
    about = subjects(pack("scorecard", words=words), filling())
    assert [tally.words for tally in tallies(about, "November").items] == ["Green", "Within tolerance", "Red"]
    assert lede(about, "November").startswith("1 of 3 measures is red")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_councils_own_words_reach_every_mark_of_every_page(layout: str) -> None:
    words = {State.OUTSIDE: "Red", State.MET: "Green", State.WITHIN: "Amber", State.BETTER: "Blue"}
    whole = report(pack(layout, words=words), filling())
    marks = [mark.words for sheet in whole.pages for row in rows(sheet) for cell in row for mark in cell.marks]
    assert "Red" in " ".join(marks).title()
    assert not {"On target", "Within tolerance", "Outside tolerance", "Better than range"} & set(marks)


def test_what_moved_is_listed_with_both_figures_and_what_did_not_is_not() -> None:
    given = filling({("one", NOVEMBER): (60, 100), ("one", PERIOD): (81, 100), ("two", NOVEMBER): "not collected"})
    about = subjects(pack("scorecard"), given)
    assert moved(about, {}, "November").items == ((None, "1 Measure one: 60% to 81%, better, now on target"),)
    lost = subjects(pack("scorecard"), filling({("one", PERIOD): "not collected", ("one", NOVEMBER): (81, 100)}))
    assert moved(lost, {}, "November").items == ((None, "1 Measure one: no figure, was on target at 81%"),)
    still = subjects(pack("scorecard", pages=PAGES[2:]), filling())
    assert moved(still, {}, "November") == Found(
        "What changed position since November", (), "No measure changed position."
    )


def test_commentary_is_due_by_the_packs_rule() -> None:
    given = filling({("one", NOVEMBER): (72, 100), ("one", PERIOD): (60, 100)})
    about = subjects(pack("scorecard"), given)
    items = [text for _, text in due(about, {}).items]
    assert [text for text in items if text.startswith("1 ")] == ["1 Measure one: outside tolerance and worse"]


def test_nothing_is_compared_where_there_is_nothing_to_compare_with() -> None:
    given = {(name, NOVEMBER): "not collected" for name in ("one", "two", "low three")}
    about = subjects(pack("scorecard"), filling(given))
    assert {tally.change for tally in tallies(about, "November").items} == {""}
    assert "than in" not in lede(about, "November")


# columns


def test_a_year_is_printed_where_it_starts_and_the_latest_period_is_marked() -> None:
    columns = period_columns([NOVEMBER.replace(year=2025, day=30), YEAR_AGO, date(2026, 1, 31)], quarterly=False)
    assert [(c.head, c.year, c.year_starts, c.now) for c in columns] == [
        ("Nov", "2025", True, False), ("Dec", "2025", False, False), ("Jan", "2026", True, True),
    ]  # fmt: skip
    quarters = period_columns([date(2026, 3, 31), date(2026, 6, 30)], quarterly=True)
    assert [(c.head, c.year, c.year_starts) for c in quarters] == [("Q4", "2025/26", True), ("Q1", "2026/27", True)]


def test_columns_begin_with_the_first_period_that_has_a_figure() -> None:
    given: Given = {("one", date.min): "not collected", ("one", NOVEMBER): (1, 2), ("one", PERIOD): (1, 2)}
    about = subjects(pack("scorecard", pages=PAGES[:1]), filling(given))
    assert shown_ends(about, 6) == [NOVEMBER, PERIOD]
    nothing = subjects(pack("scorecard", pages=PAGES[:1]), filling({("one", date.min): "not collected"}))
    assert shown_ends(nothing, 6) == [PERIOD]


def test_a_quarterly_pack_shows_the_ends_of_quarters_of_any_period_type() -> None:
    pages = tuple(
        page(str(n), "one", period_type=kind)
        for n, kind in enumerate((PeriodType.QUARTER, PeriodType.SNAPSHOT, PeriodType.ROLLING12, PeriodType.MONTH))
    )
    for each in subjects(pack("scorecard", pages=pages, frequency="quarterly", periods=7), filling()):
        assert len(each.ends) == 7
        assert {end.month for end in each.ends} <= {3, 6, 9, 12}
        assert (each.ends[0], each.ends[-1]) == (date(2025, 6, 30), PERIOD)
        assert each.before.end == date(2026, 9, 30)


def test_a_pack_between_quarters_ends_with_the_last_complete_one() -> None:
    made = pack("scorecard", frequency="quarterly", periods=7)
    sheet = first(made, filling(period=date(2026, 11, 30)))
    assert sheet.meta[0] == "Q2 2026/27"
    assert sheet.stamp.period == "Q2 2026/27"


def test_a_figure_that_lags_is_shown_at_its_own_end_and_judged_by_the_reports_year() -> None:
    late = date(2026, 3, 31)
    old = target("one", value=Decimal(99), low=Decimal(98), end=date(2026, 3, 31))
    new = target("one", value=Decimal(50), low=Decimal(40), start=date(2026, 4, 1))
    about = subjects(pack("scorecard", pages=PAGES[:1]), filling(periods={"1": late}, targets=(old, new)))[0]
    assert (about.now.end, about.lag) == (late, 9)
    assert about.now.target is not None
    assert about.now.target.value == 50
    assert about.now.judgement.state is State.MET


def test_cohorts_stand_under_their_measure_each_judged_on_its_own() -> None:
    sheet = first(pack("scorecard"), filling())
    (own, other) = [row for row in rows(sheet) if row[1].text in ("Measure two", COHORT.label)][-2:]
    assert own[0].text == "2"
    assert own[1].sub[0] == "all children"
    assert other[0].text == ""
    assert other[1].sub == ("3 of 5 (small number)",)
    assert [cell.marks[0].words for cell in other if cell.marks] == ["Outside tolerance"]
    assert [cell.marks[0].words for cell in own if cell.marks] == ["On target"]


@pytest.mark.parametrize("layout", ON_ITS_OWN)
def test_cohorts_stand_on_the_page_of_their_measure(layout: str) -> None:
    sheet = next(each for each in report(pack(layout), filling()).pages if each.code == "2")
    assert any("Without UASC" in text for text in said(sheet))
    assert "60%" in said(sheet)


# a target over all grades


def shares(best: int, good: int, rest: int) -> Report:
    levels = (Level("Good or better", Decimal(80), Decimal(60)), Level("RI or better", Decimal(95), Decimal(90)))
    names = ("outstanding", "good", "ri", "inadequate")
    codes = ("A", "B", "C", "D")
    pages = tuple(page(code, name, shares=codes) for code, name in zip(codes, names, strict=True))
    given = zip(names, (best, good, rest, 100 - best - good - rest), strict=True)
    filled = filling(
        {(name, date.min): (share, 100) for name, share in given},
        targets=tuple(target(name, Style.COMPOSITE, levels=levels) for name in names[:2]),
    )
    return report(pack("scorecard", pages=pages), filled)


@pytest.mark.parametrize(
    ("best", "good", "rest", "state"),
    [
        (17, 66, 15, "On target"),
        (15, 65, 15, "On target"),
        (20, 60, 14, "Within tolerance"),
        (10, 50, 30, "Within tolerance"),
        (10, 49, 35, "Outside tolerance"),
        (40, 40, 9, "Outside tolerance"),
    ],
)
def test_a_composite_target_is_judged_over_all_grades_at_once(best: int, good: int, rest: int, state: str) -> None:
    lines = shares(best, good, rest).lines
    assert [line.now.status.words for line in lines] == [state, state, "No target", "No target"]
    assert lines[0].target == "80% Good or better, 95% RI or better"


def test_a_composite_target_is_not_assessed_while_a_grade_is_missing() -> None:
    made = shares(17, 66, 15)
    assert made
    names = ("outstanding", "good", "ri", "inadequate")
    levels = (Level("Good or better", Decimal(80), Decimal(60)),)
    pages = tuple(page(str(n), name, shares=("0", "1", "2", "3")) for n, name in enumerate(names))
    given: Given = {("inadequate", date.min): "suppressed", ("outstanding", date.min): (90, 100)}
    filled = filling(given, targets=(target("outstanding", Style.COMPOSITE, levels=levels),))
    (line, *_) = report(pack("scorecard", pages=pages), filled).lines
    assert line.now.status.words == "Not assessed: not every grade has a share"


# edge cases of every layout

LONG = "Children whose plan was reviewed by everybody who ought to have been there, " * 6
NEVER = {(name, date.min): "not collected" for name in ("one", "two", "low three")}
EDGES: dict[str, tuple[tuple[Page, ...], Given]] = {
    "long text": (PAGES[:1] and tuple(replace(each, title=LONG, group=LONG) for each in PAGES), {}),
    "no cases": (PAGES, {(name, date.min): (0, 0) for name in ("one", "two", "low three", "two/uasc=exc")}),
    "all suppressed": (PAGES, {(n, date.min): "suppressed" for n in ("one", "two", "low three", "two/uasc=exc")}),
    "new measures": (PAGES, NEVER),
    "one data point": (PAGES, {**NEVER, ("one", PERIOD): (8, 10)}),
    "all and none": (PAGES, {("one", date.min): (9, 9), ("two", date.min): (0, 100), ("low three", date.min): (0, 7)}),
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("edge", EDGES)
@pytest.mark.parametrize("frequency", ["monthly", "quarterly"])
def test_every_layout_stands_at_the_edges(layout: str, edge: str, frequency: str) -> None:
    pages, given = EDGES[edge]
    whole = report(pack(layout, pages=pages, frequency=frequency), filling(given))
    for sheet in whole.pages:
        text = render(sheet, whole)
        assert not re.search(r"\bNone\b(?! of the| is on)", text.replace(">None<", ""))
        assert "nan" not in text.split()
        for table in found(sheet, Table):
            for row in table.rows:
                assert sum(cell.span for cell in row.cells) == len(table.columns), table.title


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("edge", "symbol", "why"),
    [("no cases", "[z]", "no cases"), ("all suppressed", "[c]", "suppressed")],
)
def test_what_has_no_value_is_a_symbol_that_the_page_explains(layout: str, edge: str, symbol: str, why: str) -> None:
    pages, given = EDGES[edge]
    whole = report(pack(layout, pages=pages), filling(given))
    sheet = whole.pages[0]
    assert symbol in " ".join(said(sheet))
    assert all(line.now.status.words.startswith("Not assessed") for line in whole.lines)
    assert f"{symbol} {why}" in render(sheet, whole) or layout == "targets"


def test_a_new_measure_has_a_dash_before_its_first_figure() -> None:
    pages, given = EDGES["one data point"]
    sheet = first(
        pack("scorecard", pages=pages), filling({**given, ("two", NOVEMBER): (9, 10), ("two", PERIOD): (9, 10)})
    )
    row = next(cells for cells in rows(sheet) if cells[1].text == "Measure one")
    assert [cell.text for cell in row[5:7]] == ["–", "80%"]


def test_the_count_beside_a_rate_is_shown_and_said_not_to_be_judged() -> None:
    count = Count(label="cases in the month", measure="one", variant="", period_type=PeriodType.MONTH)
    made = pack("indicators", pages=(page("1", "rate", period_type=PeriodType.ROLLING12, count=count),))
    sheet = report(made, filling({("rate", date.min): (198, 36080)})).pages[1]
    items = {item.label: item for strip in found(sheet, Strip) for item in strip.items}
    assert items["Current value"].text == "54.9"
    assert items["Cases in the month"].sub[0].endswith("Not what is judged")


def test_the_paper_says_what_changes_and_holds_the_last_year_against_the_new_bands() -> None:
    sheet = first(pack("targets"), filling())
    assert sheet.title == "2027/28 target setting: invented measures"
    assert sheet.lede.startswith("3 measures proposed: 2 keep their targets, 1 change")
    row = next(row for table in found(sheet, Table) for row in table.rows if row.cells[0].text == "Measure two")
    assert row.changed
    assert row.cells[0].tags == ("Changed",)
    marks = [mark for cell in row.cells[-2:-1] for mark in cell.marks]
    assert sum(int(mark.words.split()[0]) for mark in marks) == 12
    (tallied,) = found(sheet, Tallies)
    assert {tally.words: tally.count for tally in tallied.items}["Target or bands amended"] == 1


def test_thresholds_without_an_order_of_grades_still_count_every_measure() -> None:
    sheet = first(pack("thresholds"), filling())
    (tallied,) = found(sheet, Tallies)
    assert sum(tally.count for tally in tallied.items) == len(PAGES)


def test_a_mark_is_a_word_with_its_shape_on_every_page_of_every_layout() -> None:
    shapes = {"On target": "circle", "Within tolerance": "triangle", "Outside tolerance": "diamond",
              "No target": "dash", "Better than range": "plus"}  # fmt: skip
    for layout in LAYOUTS:
        for sheet in report(pack(layout), filling()).pages:
            marks: list[Mark] = [mark for row in rows(sheet) for cell in row for mark in cell.marks]
            assert marks
            for mark in marks:
                assert shapes.get(mark.words, mark.shape) == mark.shape
                assert mark.words


@pytest.mark.parametrize("layout", ["indicators", "scorecard", "thresholds"])
def test_where_figures_come_from_somewhere_else_is_said(layout: str) -> None:
    pages = (replace(PAGES[0], source="Health team", owner="Head of health", guide="Refusals are left out."),)
    whole = report(pack(layout, pages=pages), filling())
    sheet = whole.pages[1 if layout == "indicators" else 0]
    assert "Health team" in " ".join((*sheet.meta, *said(sheet)))
    if layout == "indicators":
        assert "Responsible: Head of health" in sheet.meta
        assert "Refusals are left out." in render(sheet, whole)
