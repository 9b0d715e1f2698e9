"""Statistical process control of a monthly series: an XmR chart, its four signals, its variation and assurance.

The centre is the mean, the limits lie 2.66 average moving ranges either side of it. A moving range is the difference
of two neighbouring months; there is none beside a gap. Signals at a point, all of its own stretch:
  outside   beyond a limit
  shift     the last of seven or more in a row on one side of the centre
  run       the last of seven in a row each above (or each below) the one before
  near      two of the last three, this one among them, in the outer third on the same side
A stretch begins anew on a day for a reason that somebody gave; one of fewer than 12 figures is not offered, limits of
fewer than 20 are provisional. Windows that roll share their months, and each point repeats the last: never offered.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from trigpoint.language.period import PeriodType
from trigpoint.language.terms import Good

LEAST, FIRM, IN_A_ROW = 12, 20, 7
REACH = Decimal("2.66")

Point = tuple[date, Decimal | None]
Side = int
"""1 above the centre, -1 below it, 0 on it."""


class Signal(StrEnum):
    """What makes a point more than ordinary variation."""

    OUTSIDE = "outside the limits"
    SHIFT = "seven or more on one side of the mean"
    RUN = "seven in a row up or down"
    NEAR = "two of three close to a limit"


class Variation(StrEnum):
    """What the last point of a chart says."""

    IMPROVING = "improving"
    CONCERNING = "concerning"
    UNUSUAL = "unusual"
    ORDINARY = "ordinary"


class Assurance(StrEnum):
    """Whether the process reaches its target as it stands."""

    WILL = "will reach the target"
    WILL_NOT = "will not reach the target"
    MAY = "may or may not reach the target"


class NotOfferedError(ValueError):
    """Why there is no chart, in one sentence."""


@dataclass(frozen=True)
class Baseline:
    """A day on which limits begin anew, because the process changed; the reason is printed under the chart."""

    start: date
    reason: str

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise ValueError(f"Limits that begin anew on {self.start} need a reason: say what changed.")


@dataclass(frozen=True)
class ControlChart:
    """The last stretch of a series: its figures with their signals, its limits and what they say."""

    points: tuple[tuple[date, Decimal, tuple[Signal, ...]], ...]
    mean: Decimal
    lower: Decimal
    upper: Decimal
    provisional: bool
    variation: Variation
    assurance: Assurance | None
    baseline: Baseline | None


def control_chart(
    series: Sequence[Point],
    good: Good,
    period_type: PeriodType,
    target: Decimal | None = None,
    baselines: Sequence[Baseline] = (),
) -> ControlChart:
    """The chart of displayed values, oldest first, a point a month with None for a gap. Raises NotOfferedError."""
    if period_type not in (PeriodType.MONTH, PeriodType.SNAPSHOT):
        raise NotOfferedError(f"A chart of {period_type} figures is not offered: neighbouring points share months.")
    began = max((b for b in baselines), key=lambda b: b.start, default=None)
    stretch = [point for point in series if began is None or point[0] >= began.start]
    known = [(day, value) for day, value in stretch if value is not None]
    if len(known) < LEAST:
        raise NotOfferedError(f"There are {len(known)} figures since the limits began; a chart needs {LEAST}.")
    mean = sum((value for _, value in known), Decimal(0)) / len(known)
    ranges = [abs(b - a) for (_, a), (_, b) in pairwise(stretch) if a is not None and b is not None]
    if not ranges:
        raise NotOfferedError("No two neighbouring months have a figure; a chart needs their differences.")
    reach = REACH * sum(ranges, Decimal(0)) / len(ranges)
    values = [value for _, value in known]
    found = [tuple(_signals(values[: place + 1], mean, reach)) for place in range(len(values))]
    last_side = found[-1][0][1] if found[-1] else 0
    return ControlChart(
        points=tuple((day, value, tuple(s for s, _ in f)) for (day, value), f in zip(known, found, strict=True)),
        mean=mean,
        lower=mean - reach,
        upper=mean + reach,
        provisional=len(known) < FIRM,
        variation=_variation(last_side, good),
        assurance=_assurance(mean - reach, mean + reach, target, good),
        baseline=began,
    )


def _signals(values: Sequence[Decimal], mean: Decimal, reach: Decimal) -> Iterator[tuple[Signal, Side]]:
    """Signals at the last of the values, each with the side to which it points."""
    side = _side(values[-1] - mean)
    if abs(values[-1] - mean) > reach:
        yield Signal.OUTSIDE, side
    row = values[-IN_A_ROW:]
    if len(row) == IN_A_ROW and side and all(_side(value - mean) == side for value in row):
        yield Signal.SHIFT, side
    steps = {_side(b - a) for a, b in pairwise(row)}
    if len(row) == IN_A_ROW and len(steps) == 1 and steps != {0}:
        yield Signal.RUN, steps.pop()
    near = [value for value in values[-3:] if _side(value - mean) == side and abs(value - mean) > reach * 2 / 3]
    if side and values[-1] in near and len(near) >= 2:
        yield Signal.NEAR, side


def _side(difference: Decimal) -> Side:
    return (difference > 0) - (difference < 0)


def _variation(side: Side, good: Good) -> Variation:
    if not side:
        return Variation.ORDINARY
    if good is Good.NEITHER:
        return Variation.UNUSUAL
    return Variation.IMPROVING if (side > 0) is (good is Good.HIGH) else Variation.CONCERNING


def _assurance(lower: Decimal, upper: Decimal, target: Decimal | None, good: Good) -> Assurance | None:
    if target is None or good is Good.NEITHER:
        return None
    worst, best = (lower, upper) if good is Good.HIGH else (-upper, -lower)
    aim = target if good is Good.HIGH else -target
    if worst >= aim:
        return Assurance.WILL
    return Assurance.WILL_NOT if best < aim else Assurance.MAY
