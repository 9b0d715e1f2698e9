"""Grades over time: shares that add to 100, few audits, no audits, hidden counts, and printed errors that stay."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from invented import Figures, counted, filling, pack

from trigpoint.language.period import last_day, month_of
from trigpoint.reports.block import Row, Side, Table
from trigpoint.reports.book import Grade, Shares
from trigpoint.reports.distribution_table import GRADES, distribution_blocks
from trigpoint.reports.picture import Grades

LAST = month_of(date(2026, 12, 31))


def table(*shares: Shares) -> Table:
    """The table of the last months, oldest first."""
    ends = [last_day(LAST - len(shares) + n + 1) for n in range(len(shares))]
    figures = Figures(grades=dict(zip(ends, shares, strict=True)))
    blocks = distribution_blocks(pack("thresholds"), filling(figures=figures), ends, quarterly=False)
    side = blocks[1]
    assert isinstance(side, Side)
    found = side.columns[0][0]
    assert isinstance(found, Table)
    return found


def rows(found: Table) -> dict[str, Row]:
    return {row.cells[0].text: row for row in found.rows if row.cells[0].text}


def words(found: Table, name: str) -> list[str]:
    return [cell.text for cell in rows(found)[name].cells[1:]]


COUNTS = st.tuples(*[st.integers(0, 400)] * 4).filter(any)


@given(COUNTS, COUNTS)
def test_every_column_adds_to_100_and_its_counts_to_the_audits(
    before: tuple[int, int, int, int], now: tuple[int, int, int, int]
) -> None:
    found = table(counted(*before), counted(*now))
    for place, counts in ((1, before), (2, now)):
        cells = [rows(found)[grade].cells[place] for grade in GRADES]
        assert sum(cell.value or 0 for cell in cells) == 100
        assert [cell.text.partition(" (")[2] for cell in cells] == [f"{count})" for count in counts]
        assert words(found, "Audits")[place - 1] == f"{sum(counts):,}"
    assert not found.notes


def test_change_and_trend_follow_each_grades_own_good_side() -> None:
    found = table(counted(10, 40, 40, 10), counted(20, 40, 30, 10), counted(30, 40, 25, 5))
    assert words(found, "Outstanding")[3:] == ["up 10, better", "Improving"]
    assert words(found, "Requires improvement")[3:] == ["down 5, better", "Improving"]
    assert words(found, "Inadequate")[3] == "down 5, better"
    assert words(found, "Good")[3:] == ["no change", "Stable"]
    assert words(found, "Good or better") == ["50%", "60%", "70%", "70 of 100", ""]


def test_below_ten_audits_neither_change_nor_trend_is_told() -> None:
    found = table(counted(3, 3, 2, 1), counted(10, 40, 40, 10))
    assert {text for grade in GRADES for text in words(found, grade)[2:]} == {"too few audits"}
    assert words(table(counted(3, 3, 3, 1), counted(10, 40, 40, 10)), "Good")[2] == "up 10, better"


def test_nothing_audited_is_said_and_is_no_nought() -> None:
    found = table(counted(10, 40, 40, 10), counted(0, 0, 0, 0))
    assert words(found, "Good") == ["40% (40)", "[z]", "No comparison", "Not assessed"]
    assert words(found, "Good or better")[1] == "[z]"
    assert words(found, "Audits")[:2] == ["100", "No audits"]
    bar = next(iter(found.rows)).cells[2].picture
    assert isinstance(bar, Grades)
    assert not any(share for _, share in bar.shares)


def test_a_period_that_was_not_collected_is_a_dash() -> None:
    found = table(Shares((), None, "not collected"), counted(1, 9, 0, 0))
    assert words(found, "Good")[0] == words(found, "Audits")[0] == "–"
    assert words(found, "Requires improvement")[1] == "0% (0)"


def test_one_period_alone_has_nothing_to_compare() -> None:
    found = table(counted(10, 40, 40, 10))
    assert found.columns[-2].head == "Change"
    assert words(found, "Good") == ["40% (40)", "No comparison", "Not assessed"]


def test_a_hidden_grade_is_a_symbol_and_no_sum_is_told_over_it() -> None:
    grades = tuple(Grade(name, Decimal(30), 30) for name in ("outstanding", "requires improvement", "inadequate"))
    found = table(counted(10, 40, 40, 10), Shares(grades, 100, "suppressed"))
    assert words(found, "Good")[1:] == ["[c]", "No comparison", "Not assessed"]
    assert words(found, "Good or better")[1] == "[c]"
    assert words(found, "Outstanding")[1] == "30% (30)"
    everything = table(counted(10, 40, 40, 10), Shares((), 100, "suppressed"))
    assert {words(everything, grade)[1] for grade in GRADES} == {"[c]"}


def as_printed(*shares: int) -> Shares:
    grades = zip(("Outstanding", "Good", "Requires Improvement", "Inadequate"), shares, strict=True)
    return Shares(tuple(Grade(name, Decimal(share), None) for name, share in grades), None, "", printed=True)


def test_printed_shares_stay_and_a_wrong_sum_is_told() -> None:
    found = table(as_printed(5, 22, 70, 13), as_printed(0, 27, 67, 1), as_printed(33, 33, 33, 0))
    assert words(found, "Good")[:3] == ["22%", "27%", "33%"]
    assert found.notes == ("Oct 2026 adds to 110%, as printed.", "Nov 2026 adds to 95%, as printed.")
    assert words(found, "Audits")[:3] == ["–"] * 3
    assert words(found, "Good or better")[2] == "66%"


def test_all_of_one_grade() -> None:
    found = table(counted(0, 0, 0, 12), counted(12, 0, 0, 0))
    assert words(found, "Outstanding")[:3] == ["0% (0)", "100% (12)", "up 100, better"]
    assert words(found, "Inadequate")[2] == "down 100, better"
