"""How time grows with data, as a picture for the manual."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

PATH = Path(__file__).parents[1] / "docs" / "images" / "growth.svg"
_WIDE, _HIGH, _LEFT, _TOP, _RIGHT, _BOTTOM = 640, 320, 56, 40, 150, 44

Point = tuple[int, float]
"""Authorities and seconds."""


def draw(lines: dict[str, Sequence[Point]]) -> str:
    """One line a name, all from nought, with a dashed line that says what growing in proportion would be."""
    most = max(x for line in lines.values() for x, _ in line)
    top = max(y for line in lines.values() for _, y in line) * 1.1
    said = "; ".join(
        f"{name}: {', '.join(f'{y:.1f} s for {x}' for x, y in line)} authorities" for name, line in lines.items()
    )
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {_HIGH}" role="img" font-family="sans-serif" '
        f'font-size="13"><title>Seconds by number of authorities</title><desc>{escape(said)}</desc>',
        f'<rect width="{_WIDE}" height="{_HIGH}" fill="#ffffff"/>',
        f'<text x="{_LEFT}" y="22" font-weight="bold">Seconds by number of authorities, preparing included</text>',
        *_grid(most, top),
    ]
    for place, (name, line) in enumerate(lines.items()):
        colour, mark = (("#1d70b8", 4.5), ("#d4351c", 3.5))[place % 2]
        spots = [(_x(x, most), _y(y, top)) for x, y in line]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
        last = spots[-1]
        parts += [
            f'<line x1="{_x(0, most)}" y1="{_y(0, top)}" x2="{last[0]:.1f}" y2="{last[1]:.1f}" stroke="{colour}" '
            'stroke-dasharray="4 4" opacity="0.5"/>',
            f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>',
            *(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{mark}" fill="{colour}"/>' for x, y in spots),
            f'<text x="{last[0] + 10:.1f}" y="{last[1] + 4:.1f}" fill="{colour}">{escape(name)}</text>',
        ]
    return "\n".join([*parts, "</svg>"]) + "\n"


def _grid(most: int, top: float) -> list[str]:
    step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 200, 500) if top / s <= 6)
    found = []
    for value in range(0, int(top) + 1, step):
        y = _y(value, top)
        found.append(f'<line x1="{_LEFT}" y1="{y:.1f}" x2="{_WIDE - _RIGHT}" y2="{y:.1f}" stroke="#b1b4b6"/>')
        found.append(f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{value}</text>')
    ticks = (1, 10, 50, most)
    return found + [
        f'<text x="{_x(value, most):.1f}" y="{_HIGH - 20}" text-anchor="middle">{value}</text>' for value in ticks
    ]


def _x(value: float, most: int) -> float:
    return _LEFT + (_WIDE - _LEFT - _RIGHT) * value / most


def _y(value: float, top: float) -> float:
    return _HIGH - _BOTTOM - (_HIGH - _TOP - _BOTTOM) * value / top
