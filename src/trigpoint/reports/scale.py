"""The vertical scale of a chart: round steps around the values shown, cut above zero only when that is said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor

_STEPS = (Decimal(1), Decimal(2), Decimal(5))
_INTERVALS = 6  # at most


@dataclass(frozen=True)
class Scale:
    """From `low` to `high` in whole `step`s."""

    low: Decimal
    high: Decimal
    step: Decimal

    @property
    def ticks(self) -> tuple[Decimal, ...]:
        """The values that get a line, lowest first."""
        return tuple(self.low + self.step * n for n in range(int((self.high - self.low) / self.step) + 1))

    @property
    def cut(self) -> bool:
        """Whether it does not start at zero."""
        return self.low != 0

    def part(self, value: Decimal) -> float:
        """How far up a value stands, 0 at the bottom and 1 at the top."""
        return float((value - self.low) / (self.high - self.low))


def scale_for(values: Iterable[Decimal], *, percent: bool) -> Scale:
    """The scale with the finest round step that holds all values in at most six intervals.

    It starts at zero when the values leave less than a third of it empty below them; percentages end at 100.
    """
    shown = list(values) or [Decimal(0)]
    low, high = min(shown), max(shown)
    if 0 <= low < high / 3 or low == high == 0:
        low = Decimal(0)
    margin = (high - low) / 20 or max(abs(high) / 10, Decimal(1))
    low = low if low == 0 else max(low - margin, Decimal(0)) if low > 0 else low - margin
    high += margin
    exponent = floor((high - low).log10()) - 1
    for step in (base.scaleb(exponent + up) for up in range(4) for base in _STEPS):
        bottom, top = floor(low / step) * step, ceil(high / step) * step
        if percent:
            top = min(top, Decimal(100)) if max(shown) <= 100 else top
        if (top - bottom) / step <= _INTERVALS:
            return Scale(bottom, max(top, bottom + step), step)
    raise AssertionError("some step is coarse enough")  # pragma: no cover - four decades of steps always hold one
