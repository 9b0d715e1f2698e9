"""Where a figure lies against its target: a level bar of outlined zones, each with its word and shape."""

from __future__ import annotations

from decimal import Decimal

from trigpoint.reports.labels import width
from trigpoint.reports.picture import Gauge, Zone
from trigpoint.reports.svg import EDGE, GREY, INK, TONES, element, line, text, titled

_SHAPES = {
    "on": '<circle cx="8" cy="8" r="6.5" fill="#00703c"/>',
    "within": '<path d="M8 1.4 15.4 14.4H.6z" fill="#b25900"/>',
    "outside": '<path d="M8 .4 15.6 8 8 15.6.4 8z" fill="#b10e1e"/>',
}


def drawing(gauge: Gauge, name: str, *, narrow: bool = False) -> str:
    """The bar with its marker."""
    wide = 288 if narrow else 688
    span = gauge.high - gauge.low

    def x(value: Decimal) -> float:
        return 1 + (wide - 2) * float((min(max(value, gauge.low), gauge.high) - gauge.low) / span)

    parts = [each for zone in gauge.zones for each in _zone(zone, x(zone.low), x(zone.high))]
    parts += _edges([(x(value), said) for value, said in gauge.edges], wide)
    at = x(gauge.now)
    parts.append(
        element(
            "path", d=f"M{at:.1f} 70V34l-6 -9h12l-6 9", fill=INK, stroke=INK, stroke_width=3, stroke_linejoin="round"
        )
    )
    half = width(gauge.now_text, 16, bold=True) / 2
    parts.append(
        text(gauge.now_text, min(max(at, half), wide - half), 18, 16, fill=INK, text_anchor="middle", font_weight=700)
    )
    look = f"chart {'narrow' if narrow else 'wide'}"
    return titled(parts, f"{name}{'n' if narrow else 'w'}", gauge.name, gauge.description, wide, 90, look)


def _zone(zone: Zone, left: float, right: float) -> list[str]:
    parts = [element("rect", x=left, y=40, width=max(right - left, 0), height=26, fill=TONES[zone.tone], stroke=EDGE)]
    short = zone.letter.split()[0]
    fits = next((said for said in (zone.letter, short) if width(said, 12) + 28 <= right - left), None)
    shape = _SHAPES.get(zone.tone)
    if shape and right - left > 18:
        parts.append(f'<g transform="translate({left + 5:.1f} 47) scale(.75)">{shape}</g>')
    if fits:
        parts.append(text(fits, left + 20, 57.5, fill=INK))
    return parts


def _edges(edges: list[tuple[float, str]], wide: float) -> list[str]:
    """The names of the edges, the outermost inside the drawing; one that would cover the last is left out."""
    parts: list[str] = []
    free = -8.0
    for at, said in sorted(edges):
        reach = width(said, 12)
        left = min(max(at - reach / 2, 0.0), wide - reach)
        parts.append(line([(at, 66), (at, 70)], EDGE))
        if left >= free + 8:
            parts.append(text(said, left, 84, fill=GREY))
            free = left + reach
    return parts
