"""Authorities beside each other: a dot each on one scale, ours in navy, England and the neighbours' mean dashed."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from trigpoint.reports.labels import width
from trigpoint.reports.picture import DotPlot
from trigpoint.reports.svg import EDGE, GREY, GRID, INK, NAVY, element, line, text, titled
from trigpoint.reports.wording import figure

_STEP, _TOP = 22, 38
_LEAST = 36  # the first tick has its number under it


def drawing(plot: DotPlot, name: str, *, narrow: bool = False) -> str:
    """The plot: the longest name decides where the scale begins."""
    wide = 288 if narrow else 728
    left = min(max(width(dot.label, 13, bold=dot.ours) for dot in plot.dots) + 12, wide * 0.45)
    left = max(left, _LEAST)
    right = wide - max(width(dot.text, 13, bold=True) for dot in plot.dots) - 14
    foot = _TOP + _STEP * len(plot.dots)

    def x(value: Decimal) -> float:
        return left + (right - left) * plot.scale.part(value)

    parts: list[str] = []
    for tick in plot.scale.ticks[:: 2 if narrow else 1]:
        parts.append(line([(x(tick), _TOP - 8), (x(tick), foot - 6)], GRID))
        said = figure(tick, plot.unit if plot.unit == "%" else "")
        parts.append(text(said, x(tick), foot + 10, fill=GREY, text_anchor="middle"))
    parts += _lines(plot, x, foot, wide)
    for place, dot in enumerate(plot.dots):
        y = _TOP + _STEP * place + 4
        weight = 700 if dot.ours else None
        parts.append(line([(left, y), (right, y)], GRID))
        ink = INK if dot.ours else GREY
        label = _shortened(dot.label, left - 8, bold=dot.ours)
        parts.append(text(label, left - 8, y + 4, 13, fill=ink, text_anchor="end", font_weight=weight))
        parts.append(
            element("circle", cx=x(dot.value), cy=y, r=6 if dot.ours else 4.5, fill=NAVY if dot.ours else EDGE)
        )
        parts.append(text(dot.text, wide, y + 4, 13, fill=ink, text_anchor="end", font_weight=weight))
    look = f"chart {'narrow' if narrow else 'wide'}"
    return titled(parts, f"{name}{'n' if narrow else 'w'}", plot.name, plot.description, wide, foot + 18, look)


def _shortened(label: str, room: float, *, bold: bool) -> str:
    """A name that has room; its numbers and its full name stand in the description and the table."""
    cut = label
    while cut and width(cut if cut == label else f"{cut}…", 13, bold=bold) > room:
        cut = cut[:-1].rstrip()
    return label if cut == label else f"{cut}…"


def _lines(plot: DotPlot, x: Callable[[Decimal], float], foot: float, wide: float) -> list[str]:
    """The dashed lines with their names above, each on the side where there is room."""
    parts: list[str] = []
    placed = sorted(plot.lines, key=lambda each: each[1])
    for place, (label, value, said) in enumerate(placed):
        at, words = x(value), f"{label} {said}"
        parts.append(line([(at, 22), (at, foot - 6)], GREY, stroke_width=1.4, stroke_dasharray="5 3"))
        before = place == 0 and len(placed) > 1
        reach = width(words, 12)
        start = at - reach - 4 if before else at + 4
        parts.append(text(words, min(max(start, 0.0), wide - reach), 16, fill=GREY))
    return parts
