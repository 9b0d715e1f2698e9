"""The geometry of a chart: where values and periods stand in the wide drawing and in the one for phones."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from trigpoint.reports.labels import width
from trigpoint.reports.page import ChartSeries
from trigpoint.reports.wording import figure

EVENT_LANE = 20.0
"""Height of a lane of event numbers, and the least distance between two of them."""


@dataclass(frozen=True)
class Frame:
    """The geometry of one drawing."""

    chart: ChartSeries
    narrow: bool

    @property
    def width(self) -> int:
        """Of the drawing."""
        return 288 if self.narrow else 760

    @property
    def height(self) -> float:
        """Of the drawing, taller where events stand above the plot."""
        return (272 if self.narrow else 392) + self.lanes * EVENT_LANE

    @cached_property
    def left(self) -> float:
        """Edge of the plot, with room for the longest axis label."""
        return max(width(self.tick(value), 12) for value in self.chart.scale.ticks) + 12

    @property
    def right(self) -> float:
        """Edge of the plot; the labels of the lines stand beyond it."""
        return 190.0 if self.narrow else 622.0

    @property
    def top(self) -> float:
        """Edge of the plot."""
        return 14.0 + self.lanes * EVENT_LANE

    @property
    def bottom(self) -> float:
        """Edge of the plot; the periods stand below it."""
        return self.height - 40.0

    def tick(self, value: Decimal) -> str:
        """A value as an axis label; days are named in the subtitle."""
        unit = self.chart.unit if self.chart.unit == "%" else ""
        return figure(value, unit)

    def x(self, place: int | Fraction) -> float:
        """Where a period stands, or a place between two."""
        inner = self.right - self.left - 20
        steps = max(len(self.chart.points) - 1, 1)
        return self.left + 10 + inner * float(place) / steps

    def y(self, value: Decimal) -> float:
        """Where a value stands."""
        return self.bottom - (self.bottom - self.top) * self.chart.scale.part(value)

    @cached_property
    def event_lanes(self) -> tuple[int, ...]:
        """The lane above the plot in which each event's number stands: the first one where it touches no other."""
        ends: list[float] = []
        found = []
        for event in self.chart.events:
            x = self.x(event.place)
            lane = next((lane for lane, end in enumerate(ends) if end + EVENT_LANE <= x), len(ends))
            ends[lane : lane + 1] = [x]
            found.append(lane)
        return tuple(found)

    @property
    def lanes(self) -> int:
        """How many lanes of event numbers stand above the plot."""
        return max(self.event_lanes, default=-1) + 1


def stretches(frame: Frame) -> list[list[tuple[float, float]]]:
    """The points that a line may join: without a gap, and of one count."""
    stretches: list[list[tuple[float, float]]] = [[]]
    for place, point in enumerate(frame.chart.points):
        if point.value is None or point.fresh:
            stretches.append([])
        if point.value is not None:
            stretches[-1].append((frame.x(place), frame.y(point.value)))
    return stretches
