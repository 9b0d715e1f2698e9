"""Zones of a target, drawn as a gauge and as bars of bands: where a figure lies is where it is judged."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import RAG, filling, pack, page, target

from trigpoint.judgement.bands import parse
from trigpoint.judgement.judge import judge
from trigpoint.judgement.standard import Status, Style
from trigpoint.judgement.state import State
from trigpoint.judgement.target import Target
from trigpoint.language.terms import Good
from trigpoint.reports.band_bars import band_bars
from trigpoint.reports.build import subject
from trigpoint.reports.gauges import gauge, zones_of
from trigpoint.reports.subject import Subject

BETTER, MET, WITHIN, OUTSIDE = State.BETTER, State.MET, State.WITHIN, State.OUTSIDE
HIGH, LOW = Good.HIGH, Good.LOW


def one(style: Style, good: Good, **more: Any) -> Target:
    numbers: dict[str, Any] = {
        key: Decimal(str(each)) if isinstance(each, int | float) else each for key, each in more.items()
    }
    return target("one", style, good=good, **numbers)


TARGETS: dict[str, tuple[Target, list[float], list[State]]] = {
    "two-sided high": (one(Style.TWO_SIDED, HIGH, value=80, low=75, high=90), [75, 80, 90],
                       [OUTSIDE, WITHIN, MET, BETTER]),
    "two-sided low": (one(Style.TWO_SIDED, LOW, value=20, low=15, high=25), [15, 20, 25],
                      [BETTER, MET, WITHIN, OUTSIDE]),
    "no room on the good side": (one(Style.TWO_SIDED, HIGH, value=80, low=70, high=80), [70, 80],
                                 [OUTSIDE, WITHIN, BETTER]),
    "no tolerance": (one(Style.TWO_SIDED, HIGH, value=80), [80], [OUTSIDE, MET]),
    "one-sided high": (one(Style.ONE_SIDED, HIGH, value=80, low=70), [70, 80], [OUTSIDE, WITHIN, MET]),
    "one-sided low": (one(Style.ONE_SIDED, LOW, value=20, high=30), [20, 30], [MET, WITHIN, OUTSIDE]),
    "range": (one(Style.RANGE, Good.NEITHER, low=138, high=168.6), [138, 168.6], [OUTSIDE, MET, OUTSIDE]),
    "rag high": (one(Style.RAG, HIGH, value=98, bands=parse("Red::90;Amber:90:98;Green:98:")), [90, 98],
                 [OUTSIDE, WITHIN, MET]),
    "rag low with a gap": (one(Style.RAG, LOW, value=15, bands=parse("Green::15;Amber:16:18;Red:18:")), [15, 18],
                           [MET, WITHIN, OUTSIDE]),
    "ordered high": (one(Style.ORDERED, HIGH, bands=parse("Requires Improvement:60:69;Good:70:79;Outstanding:80:100")),
                     [60, 70, 80], [OUTSIDE, WITHIN, MET, BETTER]),
    "ordered low": (one(Style.ORDERED, LOW, bands=parse("Outstanding:0:10;Good:11:20;Requires Improvement:21:25")),
                    [10, 20, 25], [BETTER, MET, WITHIN, OUTSIDE]),
}  # fmt: skip


@pytest.mark.parametrize("name", TARGETS)
def test_the_zones_of_every_style_and_direction(name: str) -> None:
    about, edges, states = TARGETS[name]
    cuts, found = zones_of(about)
    assert [float(cut) for cut, _ in cuts] == edges
    assert found == states


@pytest.mark.parametrize("name", TARGETS)
@given(value=st.decimals(-20, 220, places=1))
def test_a_figure_lies_in_the_zone_of_its_state(name: str, value: Decimal) -> None:
    """Beside an edge on either side; on an edge it belongs to one of the two zones that meet there."""
    about, _, _ = TARGETS[name]
    cuts, states = zones_of(about)
    edges = [cut for cut, _ in cuts]
    place = sum(edge < value for edge in edges)
    allowed = {states[place]} | ({states[place + 1], MET} if value in edges else set())
    assert judge(value, about).state in allowed


@pytest.mark.parametrize(
    "about",
    [
        one(Style.TWO_SIDED, HIGH),
        one(Style.TWO_SIDED, Good.NEITHER, value=80),
        one(Style.ONE_SIDED, HIGH, status=Status.TO_BE_SET),
    ],
)
def test_without_numbers_there_are_no_zones(about: Target) -> None:
    assert zones_of(about) == ([], [])
    assert gauge(about_(about)) is None


def about_(about: Target, given: tuple[int, int] | str = (81, 100)) -> Subject:
    made = pack("indicators", pages=(page("1", "one"),))
    return subject(made, filling({("one", date.min): given}, targets=(about,)), made.pages[0])


@pytest.mark.parametrize("name", TARGETS)
@pytest.mark.parametrize("met", [0, 7, 20, 81, 100])
def test_a_gauge_holds_its_figure_and_its_edges(name: str, met: int) -> None:
    about, edges, _ = TARGETS[name]
    found = gauge(about_(about, (met, 100)))
    assert found is not None
    assert found.low <= found.now <= found.high
    assert all(found.low <= Decimal(str(edge)) <= found.high for edge in edges)
    assert [zone.low for zone in found.zones][1:] == [zone.high for zone in found.zones][:-1]
    assert found.now_text == f"{met}%"
    assert all(zone.low <= zone.high for zone in found.zones)


@pytest.mark.parametrize("given", ["suppressed", "not collected", (0, 0)])
def test_without_a_figure_there_is_no_gauge(given: tuple[int, int] | str) -> None:
    assert gauge(about_(TARGETS["one-sided high"][0], given)) is None


def test_bars_of_two_years_share_a_scale_and_are_named_by_their_year() -> None:
    now = target("one", **RAG, end=date(2027, 3, 31))
    then = replace(now, bands=parse("Red::70;Amber:70:85;Green:85:"), start=date(2027, 4, 1), end=None)
    found = band_bars(about_(now), now, then)
    assert found is not None
    assert [bar.label for bar in found.bars] == ["26/27", "27/28"]
    assert [[zone.letter for zone in bar.zones] for bar in found.bars] == [["R", "A", "G"]] * 2
    assert [[(zone.low, zone.high) for zone in bar.zones] for bar in found.bars] == [
        [(found.low, 65), (65, 80), (80, found.high)],
        [(found.low, 70), (70, 85), (85, found.high)],
    ]
    assert (found.now, found.now_text) == (Decimal(81), "now 81%")


def test_bars_without_a_figure_and_without_bands() -> None:
    now = target("one", **RAG)
    found = band_bars(about_(now, "suppressed"), now, None)
    assert found is not None
    assert (found.now, found.now_text, len(found.bars)) == (None, "", 1)
    assert band_bars(about_(now), None, None) is None
    assert band_bars(about_(now), target("one"), None) is None


@given(met=st.integers(0, 100))
def test_today_lies_within_the_bars_or_at_their_end(met: int) -> None:
    now = target("one", **RAG)
    found = band_bars(about_(now, (met, 100)), now, now)
    assert found is not None
    assert found.low <= met <= found.high
