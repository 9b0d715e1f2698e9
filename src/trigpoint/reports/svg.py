"""Writes SVG: elements with their attributes in the order given, numbers short, text escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

INK, GREY, EDGE, GRID, BAND, NAVY, WHITE = (
    "#0b0c0c", "#4a545b", "#7c8790", "#e4e9ed", "#eef2f5", "#12436d", "#fff",
)  # fmt: skip
FONT = "Arial, Helvetica, sans-serif"
Value = str | float | int


def element(tag: str, content: str | None = None, /, **attributes: Value | None) -> str:
    """One element; underscores in names become hyphens, None is left out, `content` is already escaped."""
    said = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{_text(v)}"' for name, v in attributes.items() if v is not None
    )
    return f"<{tag}{said}/>" if content is None else f"<{tag}{said}>{content}</{tag}>"


def text(said: str, x: float, y: float, size: float = 12, /, **attributes: Value | None) -> str:
    """A text at a place."""
    return element("text", escape(said, quote=False), x=x, y=y, font_size=size, **attributes)


def line(points: Iterable[tuple[float, float]], stroke: str, **attributes: Value | None) -> str:
    """A path through points."""
    path = "M" + "L".join(f"{_short(x)} {_short(y)}" for x, y in points)
    return element("path", d=path, fill="none", stroke=stroke, **attributes)


def _text(value: Value) -> str:
    return escape(value) if isinstance(value, str) else _short(value)


def _short(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))
