"""Status shapes, arrows and their colours as characters, for formats whose text cannot hold a drawing."""

from __future__ import annotations

from trigpoint.reports.block import Arrow, Mark, Shape, Tone

SHAPES: dict[Shape, str] = {
    "circle": "●",
    "plus": "⊕",
    "triangle": "▲",
    "diamond": "◆",
    "square": "□",
    "dash": "–",
    "ring": "○",
    "ringed": "◉",
}
ARROWS: dict[Arrow, str] = {"up": "↑", "down": "↓", "same": "→", "wave": "↕", "": ""}
COLOURS: dict[Tone, str] = {"on": "00703c", "within": "b25900", "outside": "b10e1e", "grey": "4a545b"}
"""Of the shape, never of the word."""


def symbol(mark: Mark) -> str:
    """The character that stands before the word of a mark."""
    return SHAPES[mark.shape]
