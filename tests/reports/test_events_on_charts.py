"""Events on charts: where each stands, what it says, that numbers never touch, and that every page tells them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import combinations

import pyarrow as pa
import pytest
from borderfield import PERIOD, figures, filling, pack
from hypothesis import given
from hypothesis import strategies as st
from test_drawing import chart

from trigpoint.packs.event import Event
from trigpoint.reports.block import Chart, Prose, flat
from trigpoint.reports.build import report, subjects
from trigpoint.reports.chart import drawing
from trigpoint.reports.event_marks import event_marks
from trigpoint.reports.page import ChartSeries, EventMark
from trigpoint.reports.report import Report
from trigpoint.reports.subject import Subject

FORM = Event(on=date(2026, 5, 11), what="New form", kind="go-live", team="Front door")


def about(code: str = "KPI 2", *events: Event, table: pa.Table | None = None) -> Subject:
    """A subject of Borderfield with these events known."""
    found = subjects(pack(), replace(filling(table), events=events))
    return next(subject for subject in found if subject.page.code == code)


def redefined(before: date, old: str) -> pa.Table:
    """The figures of Borderfield, those that end before a day counted by another definition."""
    rows = [row | ({"definition": old} if row["period_end"] < before else {}) for row in figures().to_pylist()]
    return pa.Table.from_pylist(rows, schema=figures().schema)


@pytest.mark.parametrize(
    ("day", "place"),
    [
        (date(2025, 12, 31), None),  # the chart begins with January 2026
        (date(2026, 1, 1), 0),
        (date(2026, 5, 1), 4),
        (date(2026, 5, 31), 4),
        (date(2026, 6, 1), 5),
        (PERIOD, 11),
        (date(2027, 1, 1), None),
    ],
)
def test_an_event_stands_at_the_period_in_which_its_day_falls(day: date, place: int | None) -> None:
    found = event_marks(about("KPI 2", replace(FORM, on=day)))
    assert [mark.place for mark in found] == ([] if place is None else [place])


def test_a_quarterly_chart_takes_an_event_of_its_first_quarter() -> None:
    subject = about("KPI 2", replace(FORM, on=date(2025, 5, 11)))
    assert subject.page.code == "KPI 2"
    assert event_marks(replace(subject, quarterly=True, periods=4)) == ()  # the quarter to March 2026 is its first
    found = event_marks(replace(subject, quarterly=True, periods=4, events=(replace(FORM, on=date(2026, 1, 11)),)))
    assert [mark.place for mark in found] == [0]


def test_an_event_is_told_of_its_measures_and_its_team_alone() -> None:
    other = replace(FORM, measures=("icpc_15wd_pct",))
    assert event_marks(about("KPI 2", other)) == ()
    assert len(event_marks(about("KPI 2", FORM))) == 1
    assert not FORM.about("any", (("team", "Back door"),))
    assert FORM.about("any", (("team", "Front door"),))
    assert FORM.about("any", (("work_type", "referral"),))


def test_where_the_definition_changed_a_line_stands_between_the_periods() -> None:
    subject = about("KPI 2", FORM, table=redefined(date(2026, 9, 1), "national:000000000000"))
    first, second = event_marks(subject)
    assert (first.number, first.text) == (1, "11 May 2026: New form (go-live, Front door only)")
    assert (second.number, second.place) == (2, Fraction(15, 2))
    said = "between August 2026 and September 2026: definition changed (national:000000000000, then national:"
    assert second.text.startswith(said)


def test_figures_supplied_in_two_files_are_no_change_of_definition() -> None:
    rows = [row | {"definition": f"supplied:{row['period_end']}"} for row in figures().to_pylist()]
    assert event_marks(about(table=pa.Table.from_pylist(rows, schema=figures().schema))) == ()
    (taken_over,) = event_marks(about(table=redefined(date(2026, 9, 1), "supplied:1")))
    assert taken_over.text.endswith("figures supplied before, counted from the records since")


def whole(name: str) -> Report:
    """The report in another layout, with a page of five years for what is outside, with one event."""
    return report(replace(pack(), layout=name, detail=24), replace(filling(), events=(FORM,)))


@pytest.mark.parametrize("name", ["contract", "indicators", "scorecard"])
def test_every_chart_over_time_says_its_events_under_it_and_every_line_in_its_notes(name: str) -> None:
    found = whole(name)
    charts = 0
    for page in found.pages:
        blocks = list(flat(page.blocks))
        for place, block in enumerate(blocks):
            if isinstance(block, Chart) and isinstance(block.picture, ChartSeries) and block.picture.events:
                charts += 1
                under = blocks[place + 1]
                assert isinstance(under, Prose)
                assert under.paragraphs[0].plain == "1. 11 May 2026: New form (go-live, Front door only)."
                assert "Event 1, 11 May 2026: New form" in block.picture.description
    assert charts
    assert all("Event 1, 11 May 2026" in line.notes[0] for line in found.lines if line.chart.events)
    assert any(line.chart.events for line in found.lines)


@pytest.mark.parametrize("narrow", [False, True])
@given(st.lists(st.fractions(0, 11, max_denominator=2), max_size=8).map(sorted), st.integers(12, 60))
def test_the_numbers_of_events_never_touch(narrow: bool, places: list[Fraction], points: int) -> None:
    marks = tuple(EventMark(number, place, "x") for number, place in enumerate(places, start=1))
    svg = drawing(replace(chart([80] * points), events=marks), "k", narrow=narrow)
    centres = [(float(x), float(y)) for x, y in re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)" r="9"', svg)]
    assert len(centres) == len(marks)
    assert all((a - c) ** 2 + (b - d) ** 2 >= 19**2 for (a, b), (c, d) in combinations(centres, 2))
    assert all(y >= 9 for _, y in centres)
    tolerance = float(re.findall(r'<rect x="[\d.]+" y="([\d.]+)"', svg)[0])
    assert all(y + 9 < tolerance for _, y in centres)
