"""Periods of care made of episodes."""

from __future__ import annotations

from datetime import date

import pyarrow as pa

from trigpoint.quality.periods import Period, periods
from trigpoint.records.returns import ChildReturn, Collection
from trigpoint.records.returns.ssda903 import Episodes


def child(*episodes: tuple[str, str | None]) -> ChildReturn:
    table = pa.table(
        {
            "DECOM": [begin for begin, _ in episodes],
            "DEC": pa.array([end for _, end in episodes], pa.string()),
            "child_key": ["1"] * len(episodes),
        }
    )
    return Collection(2027, {Episodes: table}).children["1"]


def test_episodes_that_touch_or_overlap_are_one_period_whatever_their_order() -> None:
    found = periods(child(("2026-06-01", "2026-07-01"), ("2026-05-01", "2026-06-01"), ("2026-06-15", "2026-06-20")))
    assert found == (Period(date(2026, 5, 1), date(2026, 7, 1)),)


def test_a_day_without_an_episode_parts_two_periods() -> None:
    found = periods(child(("2026-05-01", "2026-06-01"), ("2026-06-02", None)))
    assert found == (Period(date(2026, 5, 1), date(2026, 6, 1)), Period(date(2026, 6, 2), None))


def test_an_open_episode_runs_on_to_the_next() -> None:
    found = periods(child(("2026-05-01", None), ("2026-08-01", "2026-09-01")))
    assert found == (Period(date(2026, 5, 1), date(2026, 9, 1)),)
