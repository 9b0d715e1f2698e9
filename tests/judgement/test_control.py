"""Control charts: worked limits and signals, and when there is none."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.judgement.control import (
    Assurance,
    Baseline,
    ControlChart,
    NotOfferedError,
    Signal,
    Variation,
    control_chart,
)
from trigpoint.language.period import PeriodType, last_day
from trigpoint.language.terms import Good

START = 2024 * 12


def chart(text: str, good: Good = Good.HIGH, target: str = "", baselines: tuple[Baseline, ...] = ()) -> ControlChart:
    numbers = [None if part == "-" else Decimal(part) for part in text.split()]
    series = [(last_day(START + place), number) for place, number in enumerate(numbers)]
    return control_chart(series, good, PeriodType.MONTH, Decimal(target) if target else None, baselines)


def test_worked_limits() -> None:
    """Mean 11, moving ranges all 2: 11 - 5.32 to 11 + 5.32."""
    found = chart("10 12 10 12 10 12 10 12 10 12 10 12")
    assert (found.mean, found.lower, found.upper) == (Decimal(11), Decimal("5.68"), Decimal("16.32"))
    assert found.provisional
    assert found.variation is Variation.ORDINARY
    assert not chart("10 12 " * 10).provisional


FLAT = "10 12 10 12 10 12 10 12 10 12 10 12 10 12 "


@pytest.mark.parametrize(
    ("text", "signal", "high"),
    [
        (FLAT + "30", Signal.OUTSIDE, Variation.IMPROVING),
        (FLAT + "-9", Signal.OUTSIDE, Variation.CONCERNING),
        (FLAT + "13 13 13 13 13 13 13", Signal.SHIFT, Variation.IMPROVING),
        ("10 16 10 16 10 16 10 16 10 16 10 16 9 10 11 12 13 14 15", Signal.RUN, Variation.IMPROVING),
        ("10 16 10 16 10 16 10 16 10 16 10 16 15 14 13 12 11 10 9", Signal.RUN, Variation.CONCERNING),
        (FLAT + "16.5 11 16.5", Signal.NEAR, Variation.IMPROVING),
    ],
)
def test_each_signal_at_the_last_point(text: str, signal: Signal, high: Variation) -> None:
    found = chart(text)
    assert signal in found.points[-1][2]
    assert found.variation is high
    other = {Variation.IMPROVING: Variation.CONCERNING, Variation.CONCERNING: Variation.IMPROVING}
    assert chart(text, Good.LOW).variation is other[high]
    assert chart(text, Good.NEITHER).variation is Variation.UNUSUAL


def test_six_on_one_side_or_six_up_are_no_signal() -> None:
    six = chart(FLAT + "10 13 13 13 13 13 13")
    assert Signal.SHIFT not in six.points[-1][2]
    assert Signal.RUN not in chart("10 16 10 16 10 16 10 16 10 16 10 16 10 11 12 13 14 15").points[-1][2]


@pytest.mark.parametrize(
    ("target", "good", "says"),
    [
        ("5", Good.HIGH, Assurance.WILL),
        ("17", Good.HIGH, Assurance.WILL_NOT),
        ("11", Good.HIGH, Assurance.MAY),
        ("17", Good.LOW, Assurance.WILL),
        ("5", Good.LOW, Assurance.WILL_NOT),
        ("11", Good.NEITHER, None),
    ],
)
def test_assurance(target: str, good: Good, says: Assurance | None) -> None:
    assert chart("10 12 10 12 10 12 10 12 10 12 10 12", good, target).assurance is says


def test_limits_begin_anew_on_a_day_for_a_reason() -> None:
    anew = Baseline(date(2025, 1, 1), "A new team took over conferences")
    found = chart("90 92 " * 6 + "10 12 " * 6, baselines=(anew,))
    assert (found.mean, len(found.points), found.baseline) == (Decimal(11), 12, anew)
    with pytest.raises(ValueError, match="need a reason"):
        Baseline(date(2025, 1, 1), " ")


def test_when_no_chart_is_offered() -> None:
    with pytest.raises(NotOfferedError, match="There are 11 figures"):
        chart("10 12 10 12 10 12 10 12 10 12 10 -")
    with pytest.raises(NotOfferedError, match="There are 3 figures"):
        chart("10 12 " * 10, baselines=(Baseline(date(2025, 6, 1), "New process"),))
    with pytest.raises(NotOfferedError, match="share months"):
        control_chart([], Good.HIGH, PeriodType.ROLLING12)
    with pytest.raises(NotOfferedError, match="No two neighbouring"):
        chart("10 - " * 12)


@given(st.lists(st.one_of(st.none(), st.integers(0, 100)), min_size=14, max_size=40))
def test_limits_equal_the_plain_sums(numbers: list[int | None]) -> None:
    text = " ".join("-" if number is None else str(number) for number in numbers)
    known = [number for number in numbers if number is not None]
    ranges = [
        abs(numbers[k] - numbers[k - 1])  # type: ignore[operator]
        for k in range(1, len(numbers))
        if numbers[k] is not None and numbers[k - 1] is not None
    ]
    if len(known) < 12 or not ranges:
        with pytest.raises(NotOfferedError):
            chart(text)
        return
    found = chart(text)
    assert float(found.mean) == pytest.approx(mean(known))
    assert float(found.upper) == pytest.approx(mean(known) + 2.66 * mean(ranges))
    assert float(found.lower) == pytest.approx(mean(known) - 2.66 * mean(ranges))
