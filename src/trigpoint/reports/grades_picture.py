"""The shares of grades as one stacked bar, best on top; the numbers stand in the rows below it."""

from __future__ import annotations

from decimal import Decimal

from trigpoint.reports.picture import Grades
from trigpoint.reports.svg import EDGE, GREY, INK, NAVY, WHITE, decoration, element, text

_WIDTH, _HEIGHT, _LEAST = 56, 150, 9
FILLS = ((NAVY, WHITE), ("#2073bc", WHITE), ("#c9def0", INK), ("#f46a25", INK))
"""Fill and ink of the grades, best to worst."""


def drawing(grades: Grades) -> str:
    """The bar; a dashed frame where nothing was graded, or where the shares are withheld and none is given."""
    if not any(share for _, share in grades.shares):
        frame = element(
            "rect", x=0.5, y=0.5, width=_WIDTH - 1, height=_HEIGHT - 1, fill=WHITE, stroke=EDGE, stroke_dasharray="3 2"
        )
        said = _NONE if grades.shares else _HIDDEN
        words = [text(word, _WIDTH / 2, 70 + 15 * n, fill=GREY, text_anchor="middle") for n, word in enumerate(said)]
        return decoration([frame, *words], _WIDTH, _HEIGHT, "gbar")
    parts: list[str] = []
    whole = max(100.0, float(sum(share for _, share in grades.shares)))  # printed shares may add to more
    top = 0.5
    for place, (_, share) in enumerate(grades.shares):
        height = float(share) * (_HEIGHT - 1) / whole
        if share:
            parts += _segment(place, share, top, height)
        top += height
    return decoration(parts, _WIDTH, _HEIGHT, "gbar")


_NONE, _HIDDEN = ("No", "audits"), ("With-", "held")


def _segment(place: int, share: Decimal, top: float, height: float) -> list[str]:
    fill, ink = FILLS[min(place, len(FILLS) - 1)]
    edge = "#5b84a8" if ink == INK else None
    box = element("rect", x=0.5, y=top, width=_WIDTH - 1, height=max(height - 1.5, 0.5), fill=fill, stroke=edge)
    if height < _LEAST + 6:
        return [box]
    said = text(f"{share:.0f}%", _WIDTH / 2, top + height / 2 + 3.5, fill=ink, text_anchor="middle", font_weight=700)
    return [box, said]
