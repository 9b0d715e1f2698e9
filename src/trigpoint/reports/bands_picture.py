"""Bands of this year above those proposed, with today's figure across both."""

from __future__ import annotations

from decimal import Decimal

from trigpoint.reports.labels import width
from trigpoint.reports.picture import BandBars
from trigpoint.reports.svg import EDGE, GREY, INK, NAVY, TONES, decoration, element, line, text

_WIDTH, _LEFT, _BAR, _STEP, _TOP = 224, 40, 14, 20, 22


def drawing(bands: BandBars) -> str:
    """The bars, oldest on top."""
    reach = _WIDTH - _LEFT - 1
    span = bands.high - bands.low

    def x(value: Decimal) -> float:
        part = float((min(max(value, bands.low), bands.high) - bands.low) / span) if span else 0.0
        return _LEFT + reach * part

    parts: list[str] = []
    for place, bar in enumerate(bands.bars):
        y = _TOP + _STEP * place
        parts.append(text(bar.label, 0, y + 11, fill=GREY))
        for zone in bar.zones:
            left, right = x(zone.low), x(zone.high)
            parts.append(
                element(
                    "rect", x=left, y=y, width=max(right - left, 0), height=_BAR, fill=TONES[zone.tone], stroke=EDGE
                )
            )
            if right - left > 12:
                middle = (left + right) / 2
                parts.append(text(zone.letter, middle, y + 11.4, fill=INK, text_anchor="middle", font_weight=700))
    foot = _TOP + _STEP * len(bands.bars)
    if bands.now is not None:
        at = x(bands.now)
        half = width(bands.now_text, 12, bold=True) / 2
        label = min(max(at, _LEFT + half), _WIDTH - half)
        parts.append(line([(at, _TOP - 4), (at, foot - 2)], NAVY, stroke_width=2.4))
        parts.append(text(bands.now_text, label, 14, fill=NAVY, text_anchor="middle", font_weight=700))
    parts.append(text(bands.low_text, _LEFT, foot + 12, fill=GREY))
    parts.append(text(bands.high_text, _WIDTH, foot + 12, fill=GREY, text_anchor="end"))
    return decoration(parts, _WIDTH, foot + 16, "bb")
