"""One small line of many on the same scale, hidden from screen readers: what it shows is said beside it."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby

from trigpoint.reports.picture import Tiny
from trigpoint.reports.svg import EDGE, GREY, INK, NAVY, decoration, element, line, text

_WIDTH, _HEIGHT, _RIGHT, _FLOOR = 150, 74, 106.0, 66.0


def drawing(tiny: Tiny) -> str:
    """The line with gaps, the target as a black line, the latest figure as a dot with its number."""
    colour = NAVY if tiny.discussed else GREY

    def x(place: int) -> float:
        return 2 + (_RIGHT - 2) * place / max(len(tiny.values) - 1, 1)

    def y(value: Decimal) -> float:
        return _FLOOR - (_FLOOR - 8) * tiny.scale.part(value)

    parts = [line([(0, _FLOOR), (_RIGHT + 2, _FLOOR)], EDGE)]
    if tiny.aim is not None:
        parts.append(line([(0, y(tiny.aim)), (_RIGHT + 2, y(tiny.aim))], INK, stroke_width=1.4))
    for there, run in groupby(enumerate(tiny.values), lambda each: each[1] is not None):
        path = [(x(place), y(value)) for place, value in run if value is not None]
        if there and len(path) > 1:
            parts.append(line(path, colour, stroke_width=2))
        elif there:
            parts.append(element("circle", cx=path[0][0], cy=path[0][1], r=2, fill=colour))
    last = tiny.values[-1] if tiny.values else None
    if last is not None:
        parts.append(element("circle", cx=_RIGHT, cy=y(last), r=4, fill=colour))
        parts.append(text(tiny.text, _RIGHT + 8, min(y(last) + 5, _FLOOR), 14, fill=colour, font_weight=700))
    return decoration(parts, _WIDTH, _HEIGHT, "tiny")
