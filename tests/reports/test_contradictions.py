"""What contradicts itself is found in a report before it is written, and stands on its first page."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from borderfield import filling, pack, report

from trigpoint.judgement.consistency import check
from trigpoint.judgement.consistency_check import Finding
from trigpoint.reports.block import Found, flat
from trigpoint.reports.build import subjects
from trigpoint.reports.contradictions import printed_rows, with_contradictions

FINDING = Finding("counts", "KPI 7", "the figure is not what its own counts give", "466 of 680", "it must be")


def test_every_figure_of_a_report_is_looked_at() -> None:
    rows = printed_rows(subjects(pack(), filling()))
    assert [row.ref for row in rows] == [page.code for page in pack().pages]
    third = next(row for row in rows if row.ref == "KPI 3")
    assert [third.value, third.numerator, third.denominator, third.per] == [84, 137, 164, 100]
    assert third.standard is not None
    assert len(third.history) == 11


def test_a_figure_that_its_own_counts_contradict_is_found() -> None:
    rows = printed_rows(subjects(pack(), filling()))
    assert not [found for found in check(rows) if found.check == "counts"]
    spoilt = [replace(row, value=Decimal(67)) if row.ref == "KPI 3" else row for row in rows]
    assert [found.ref for found in check(spoilt) if found.check == "counts"] == ["KPI 3 2026-12"]


def test_what_was_found_is_listed_on_the_first_page_and_goes_with_every_format() -> None:
    whole = with_contradictions(report(), [FINDING])
    listed = [block for block in flat(whole.pages[0].blocks) if isinstance(block, Found)]
    assert list(listed[-1].items) == [(None, str(FINDING))]
    assert whole.notes == (f"Found by the checks of this report: {FINDING}",)
    assert whole.pages[1:] == report().pages[1:]
    assert with_contradictions(report(), []) == report()
