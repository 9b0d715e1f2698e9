"""Findings: the sentences above a chart, computed from the judged figures by the rules below and never typed.

A *zone* is on target or better, within tolerance, or outside it; a *run* is a stretch of periods in one zone.

The lede, from the last run and the one before it:
  1. no figure now                       "No figure for December 2026: no cases."
  2. target to be set, or none           how the number moved since the first figure shown
  3. only one figure                     "<Zone> in December 2026; there is no earlier figure."
  4. one run                             "<Zone> in each of the last 12 months."
  5. one run but for missing figures     "<Zone> in each of the 11 months with a figure; none in August."
     no figure before the last run       "<Zone> since October; no figure in September."
  6. otherwise                           "<Zone> since October, after four months outside tolerance (June to
                                         September).", or "in December" for a last run of one period
The chart's title, about ten words: the longest run of three or more periods outside tolerance, or else how the number
moved; then how far the figure is from its target.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby
from types import MappingProxyType

from trigpoint.judgement.state import State
from trigpoint.judgement.target import Target
from trigpoint.reports.marks import good_words, state_words
from trigpoint.reports.wording import capital, few, size


@dataclass(frozen=True)
class Seen:
    """One judged period: its name in full and inside a sentence, its state, its displayed value."""

    name: str
    moment: str
    state: State
    value: Decimal | None
    reason: str = ""


@dataclass(frozen=True)
class Told:
    """What the sentences need besides the periods: the unit, the target, what one period and each state is called."""

    unit: str
    target: Target | None
    period_noun: str
    words: Mapping[State, str] = field(default_factory=lambda: MappingProxyType({}))


_GOOD, _NONE = "good", ""


def lede(history: Sequence[Seen], told: Told) -> str:
    """The sentence under the page's title; `history` is oldest first and ends with the page's own period."""
    now = history[-1]
    if now.value is None:
        return f"No figure for {now.name}: {now.reason or 'not collected'}."
    if not now.state.judged:
        opening = "The target is still to be set. " if now.state is State.TO_BE_SET else ""
        return opening + capital(_moved(history, told)) + "."
    if len(history) == 1:
        return f"{capital(_zone_words(history, told))} in {now.name}; there is no earlier figure."
    return _over_time(history, _runs(history), told)


def _over_time(history: Sequence[Seen], runs: Sequence[tuple[Seen, ...]], told: Told) -> str:
    judged = [seen for seen in history if _zone(seen.state) != _NONE]
    missing = [seen for seen in history if _zone(seen.state) == _NONE]
    if len({_zone(seen.state) for seen in judged}) == 1:
        with_figure = " with a figure" if missing else ""
        which = f"; none in {missing[0].moment}" if len(missing) == 1 else ""
        zone = capital(_zone_words(judged, told))
        many = f"{'' if missing else 'last '}{len(judged)} {told.period_noun}s"
        return f"{zone} in each of the {many}{with_figure}{which}."
    last, before = runs[-1], runs[-2]
    zone = capital(_zone_words(last, told))
    since = f"in {last[0].moment}" if len(last) == 1 else f"since {last[0].moment}"
    if _zone(before[-1].state) == _NONE:
        return f"{zone} {since}; no figure in {before[-1].moment}."
    return f"{zone} {since}, after {_length(before, told)} {_zone_words(before, told)} ({_span(before)})."


def chart_title(history: Sequence[Seen], told: Told) -> str:
    """The finding above the chart."""
    now = history[-1]
    if now.value is None:
        return f"No figure for {now.name}"
    if not now.state.judged or told.target is None or told.target.value is None:
        return capital(_moved(history, told))
    gap = _gap(now, told.target, told.unit)
    outside = [run for run in _runs(history) if _zone(run[0].state) == State.OUTSIDE]
    longest = max(outside, key=len, default=())
    if now.state is State.OUTSIDE:
        current = outside[-1]
        how_long = f"for {_length(current, told)}" if len(current) > 1 else f"in {now.moment}"
        return f"{capital(_zone_words(current, told))} {how_long}, {gap}"
    if len(longest) > 2:
        return f"{capital(_zone_words(longest, told))} for {_length(longest, told)}, now {gap}"
    return f"{capital(_moved(history, told))}, now {gap}"


def _gap(now: Seen, target: Target, unit: str) -> str:
    assert now.value is not None and target.value is not None  # noqa: PT018
    if now.value == target.value:
        return "at target"
    return f"{size(now.value - target.value, unit)} {'better than' if now.state.good else 'from'} target"


def _moved(history: Sequence[Seen], told: Told) -> str:
    """up 4 points since January; unchanged since January."""
    values = [seen for seen in history if seen.value is not None]
    if len(values) < 2:
        return f"first figure in {history[-1].name}"
    first, last = values[0], values[-1]
    assert first.value is not None and last.value is not None  # noqa: PT018
    change = last.value - first.value
    if change == 0:
        return f"unchanged since {first.moment}"
    return f"{'up' if change > 0 else 'down'} {size(change, told.unit)} since {first.moment}"


def _zone(state: State) -> str:
    if state.good:
        return _GOOD
    return state if state in (State.WITHIN, State.OUTSIDE) else _NONE


def _zone_words(run: Sequence[Seen], told: Told) -> str:
    states = {seen.state for seen in run}
    if states == {State.BETTER} and State.BETTER not in told.words:
        return "better than the range"
    if len(states) > 1 and run[0].state.good:
        return good_words(told.words)
    return state_words(run[0].state, told.words)


def _runs(history: Sequence[Seen]) -> list[tuple[Seen, ...]]:
    return [tuple(run) for _, run in groupby(history, lambda seen: _zone(seen.state))]


def _length(run: Sequence[Seen], told: Told) -> str:
    return f"{few(len(run))} {told.period_noun}{'' if len(run) == 1 else 's'}"


def _span(run: Sequence[Seen]) -> str:
    return run[0].moment if len(run) == 1 else f"{run[0].moment} to {run[-1].moment}"
