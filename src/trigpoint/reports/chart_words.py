"""The words inside a chart, placed where they cover nothing: the tolerance, the worst point, the ends of the lines."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from trigpoint.reports.frame import Frame, stretches
from trigpoint.reports.labels import pushed_apart, width
from trigpoint.reports.page import Point, Reference
from trigpoint.reports.svg import BAND, GREY, INK, NAVY, WHITE, Value, element, line, text

_LABEL_GAP = 16.0  # px between the middles of two end labels
_LABEL_SIZE = 13


def tolerance_label(frame: Frame) -> list[str]:
    """The band's name, inside it where there is room, else beside it."""
    low, high = frame.chart.low, frame.chart.high
    if low is None or high is None or not frame.chart.tolerance:
        return []
    top, bottom = frame.y(high), frame.y(low)
    inside = [(top + 15, BAND), (bottom - 6, BAND)] if bottom - top >= 24 else []
    outside = [(top - 6, WHITE), (bottom + 14, WHITE)]
    reach = width(frame.chart.tolerance, 12)
    corners = [
        (x, y, halo)
        for y, halo in (*inside, *outside)
        if frame.top < y < frame.bottom
        for x in (frame.left + 6, frame.right - 6 - reach)
    ]
    x, y, halo = max(corners, key=lambda corner: min(_room(frame, corner[0], corner[1] - 4, reach), 11.0))
    return _haloed(frame.chart.tolerance, x, y, 12, halo, fill=GREY)


def _haloed(
    said: str, x: float, y: float, size: float, halo: str, /, fill: str, **attributes: Value | None
) -> list[str]:
    """A text over a broad outline in the colour of its ground, so that a line behind it does not cross the letters."""
    outline = element(
        "g", text(said, x, y, size, **attributes), fill=halo, stroke=halo, stroke_width=4, stroke_linejoin="round",
        aria_hidden="true",
    )  # fmt: skip
    return [outline, text(said, x, y, size, fill=fill, **attributes)]


def _room(frame: Frame, x: float, middle: float, reach: float) -> float:
    """How far a text from `x` on, of length `reach`, stands from the nearest line that passes it."""
    passing = [frame.y(reference.value) for reference in frame.chart.references]
    for stretch in stretches(frame):
        along = [*stretch, *(_between(a, b, part) for a, b in pairwise(stretch) for part in range(1, 8))]
        passing += [b for a, b in along if x - 6 <= a <= x + reach + 6]
    return min((abs(each - middle) for each in passing), default=99.0)


def _between(a: tuple[float, float], b: tuple[float, float], eighths: int) -> tuple[float, float]:
    return a[0] + (b[0] - a[0]) * eighths / 8, a[1] + (b[1] - a[1]) * eighths / 8


def worst_label(frame: Frame) -> list[str]:
    """The name of the worst point, on the side of the line where the line is not."""
    place = frame.chart.worst
    if place is None:
        return []
    point = frame.chart.points[place]
    assert point.value is not None
    neighbours = [frame.chart.points[n].value for n in (place - 1, place + 1) if 0 <= n < len(frame.chart.points)]
    below = sum(value > point.value for value in neighbours if value is not None) >= 1
    said = f"{point.text} in {point.name}"
    half = width(said, _LABEL_SIZE, bold=True) / 2
    x = min(max(frame.x(place), frame.left + half + 2), frame.right - half - 2)
    y = frame.y(point.value) + (20 if below else -10)
    if y > frame.bottom - 4:
        y = frame.y(point.value) - 10
    return _haloed(said, x, y, _LABEL_SIZE, WHITE, fill=INK, text_anchor="middle", font_weight=700)


@dataclass(frozen=True)
class _End:
    said: str
    y: float
    colour: str
    bold: bool
    start: float


def end_labels(frame: Frame) -> list[str]:
    """Our latest figure and the level lines, named beside their ends and pushed apart."""
    ends = [_reference_end(frame, reference) for reference in frame.chart.references]
    last = frame.chart.points[-1]
    if last.value is not None:
        ends.append(_End(_our_label(frame, last), frame.y(last.value), NAVY, True, frame.right - 3))  # noqa: FBT003
    places = pushed_apart([end.y for end in ends], _LABEL_GAP, frame.top, frame.bottom)
    parts = []
    for end, y in zip(ends, places, strict=True):
        parts.append(
            line([(end.start, end.y), (frame.right + 2, end.y), (frame.right + 10, y)], end.colour, stroke_width=0.8)
        )
        weight = 700 if end.bold else None
        parts.append(text(end.said, frame.right + 13, y + 4.3, _LABEL_SIZE, fill=end.colour, font_weight=weight))
    return parts


def _reference_end(frame: Frame, reference: Reference) -> _End:
    label = reference.short if frame.narrow else reference.label
    colour = INK if reference.is_target else GREY
    said = _fitting(frame, [f"{label} {_bare(reference.text)}", _bare(reference.text)], bold=reference.is_target)
    return _End(said, frame.y(reference.value), colour, reference.is_target, frame.right)


def _our_label(frame: Frame, last: Point) -> str:
    said = _bare(last.text)
    return _fitting(frame, [f"{frame.chart.place} {said}", f"Us {said}", said], bold=True)


def _fitting(frame: Frame, wordings: list[str], *, bold: bool) -> str:
    """The longest wording that has room beside the plot."""
    room = frame.width - frame.right - 13
    return next((said for said in wordings if width(said, _LABEL_SIZE, bold=bold) <= room), wordings[-1])


def _bare(said: str) -> str:
    """The unit of days stands in the subtitle; a label beside a line has room for the number only."""
    return said.removesuffix(" days").removesuffix(" day")
