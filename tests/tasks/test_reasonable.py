"""The usual range of a month's figures, and what was revised since the snapshot before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest

from trigpoint.judgement.control import control_chart
from trigpoint.language.period import PeriodType, last_day, month_of
from trigpoint.measures import EVERY
from trigpoint.packs.facts import facts_of
from trigpoint.tasks import reasonable
from trigpoint.tasks.reasonable import usual, usual_range

TO = date(2026, 10, 31)
ASKED = ("referrals_received", "", "month")


@pytest.fixture
def series(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[int | None]]:
    """The prepared values by snapshot, the last one of October 2026."""
    held: dict[str, list[int | None]] = {}

    def read(prepared: SimpleNamespace, *_: object) -> Iterator[tuple[date, Decimal | None]]:
        values = held[prepared.snapshot]
        for back, value in enumerate(reversed(values)):
            yield last_day(month_of(TO) - back), None if value is None else Decimal(value)

    monkeypatch.setattr(reasonable, "_series", read)
    monkeypatch.setattr(reasonable, "snapshot_before", lambda *_: SimpleNamespace(id="1") if "1" in held else None)
    monkeypatch.setattr(
        reasonable, "prepared_figures", lambda _, name: SimpleNamespace(snapshot=name) if name in held else None
    )
    return held


def found(asked: tuple[str, str, str] = ASKED) -> reasonable.Usual:
    return usual(Path("nowhere"), "2", TO, [asked])[asked]


def test_a_jump_is_beyond_the_usual_range_and_says_how_far(series: dict[str, list[int | None]]) -> None:
    series["2"] = [*[100, 104] * 12, 160]
    said = found()
    assert said.is_beyond
    assert (said.now, said.before) == ("160", "104")
    assert said.signals == ("outside the limits",)
    assert said.far > 1
    assert not said.provisional


def test_what_moves_as_always_is_within_it(series: dict[str, list[int | None]]) -> None:
    series["2"] = [100, 104] * 7
    said = found()
    assert not said.is_beyond
    assert said.provisional
    # the mean is 102, neighbours differ by 4: 102 - 2.66 x 4 to 102 + 2.66 x 4
    assert (said.low, said.high) == ("91.4", "112.6")


@pytest.mark.parametrize(
    ("measure", "values", "wanted"),
    [
        ("cla_reviews_in_timescale_pct", [99, 91], ("73.7", "100.0")),  # mean 95, neighbours differ by 8: 21.28
        ("cla_reviews_in_timescale_pct", [8, 2], ("0.0", "21.0")),
        ("referrals_received", [101, 1], ("0.0", "317.0")),
        ("cla_rate_per_10000", [8, 2], ("0.0", "21.0")),
        ("adoption_a10_days", [9, 1], ("0.0", "26.3")),
        ("adoption_a10_days", [9, -1], ("-1.0", "30.6")),
    ],
)
def test_no_range_holds_what_no_figure_can_be(measure: str, values: list[int], wanted: tuple[str, str]) -> None:
    facts = facts_of(EVERY[measure])
    points = [(last_day(month_of(TO) - back), Decimal(value)) for back, value in enumerate(values * 10)][::-1]
    chart = control_chart(points, facts.good, PeriodType.MONTH)
    assert tuple(map(str, usual_range(chart, facts))) == wanted


def test_a_series_too_short_or_without_its_month_has_no_range(series: dict[str, list[int | None]]) -> None:
    series["2"] = [100] * 5
    assert "a chart needs 12" in found().not_offered
    series["2"] = [100] * 20 + [None]
    assert found().not_offered == "There is no figure for the month."


def test_a_figure_that_was_another_in_the_snapshot_before_is_revised(series: dict[str, list[int | None]]) -> None:
    series["2"], series["1"] = [100, 104] * 7, [*[100, 104] * 6, 100, 99]
    assert found().was_revised
    assert found().in_snapshot_before == "99"
    series["1"] = series["2"]
    assert not found().was_revised


def test_a_figure_of_the_year_so_far_is_looked_at_by_its_months(series: dict[str, list[int | None]]) -> None:
    series["2"] = [100, 104] * 7
    said = found(("referrals_received", "", str(PeriodType.YTD)))
    assert said.monthly
    assert said.now == "104"


def test_without_prepared_figures_nothing_is_said(series: dict[str, list[int | None]]) -> None:
    assert usual(Path("nowhere"), "2", TO, [ASKED]) == {}
