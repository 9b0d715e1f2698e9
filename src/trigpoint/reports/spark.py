"""A small chart beside its numbers: decoration for the eye, hidden from screen readers."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from trigpoint.reports.svg import EDGE, NAVY, decoration, element, line

_WIDTH, _HEIGHT, _MARGIN = 104, 30, 4


def sparkline(values: Sequence[Decimal | None], aim: Decimal | None) -> str:
    """The values as a line with gaps, the target dashed, the latest as a dot."""
    shown = [value for value in [*values, aim] if value is not None]
    if not shown:
        return ""
    low, high = min(shown), max(shown)

    def x(place: int) -> float:
        return _MARGIN + (_WIDTH - 2 * _MARGIN) * place / max(len(values) - 1, 1)

    def y(value: Decimal) -> float:
        part = 0.5 if high == low else float((value - low) / (high - low))
        return _HEIGHT - 6 - (_HEIGHT - 12) * part

    parts = [] if aim is None else [line([(0, y(aim)), (_WIDTH, y(aim))], EDGE, stroke_dasharray="3 2")]
    for there, run in groupby(enumerate(values), lambda each: each[1] is not None):
        path = [(x(place), y(value)) for place, value in run if value is not None]
        if there and len(path) > 1:
            parts.append(line(path, NAVY, stroke_width=1.8, stroke_linejoin="round"))
    if values and values[-1] is not None:
        parts.append(element("circle", cx=x(len(values) - 1), cy=y(values[-1]), r=3.4, fill=NAVY))
    return decoration(parts, _WIDTH, _HEIGHT, "spark")
