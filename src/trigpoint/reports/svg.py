"""Writes SVG: elements with their attributes in the order given, numbers short, text escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

INK, GREY, EDGE, GRID, BAND, NAVY, WHITE, SIGNAL = (
    "#0b0c0c", "#4a545b", "#7c8790", "#e4e9ed", "#eef2f5", "#12436d", "#fff", "#f46a25",
)  # fmt: skip
FONT = "Arial, Helvetica, sans-serif"
TONES = {"on": "#e3eee8", "within": "#f6ead9", "outside": "#f3dcdc", "grey": "#eef2f5"}
"""Pale grounds of zones; the word or letter on them says which they are."""
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


def titled(parts: Iterable[str], id_: str, title: str, description: str, width: float, height: float, look: str) -> str:
    """A whole drawing that a screen reader can name: its title and description first, then its parts."""
    head = [
        element("title", escape(title, quote=False), id=f"{id_}-t"),
        element("desc", escape(description, quote=False), id=f"{id_}-d"),
    ]
    return element(
        "svg",
        "".join([*head, *parts]),
        class_=look,
        width=width,
        height=height,
        viewBox=f"0 0 {_short(width)} {_short(height)}",
        role="img",
        aria_labelledby=f"{id_}-t {id_}-d",
        font_family=FONT,
        focusable="false",
    )


def decoration(parts: Iterable[str], width: float, height: float, look: str) -> str:
    """A drawing that only repeats the numbers beside it, hidden from screen readers."""
    return element(
        "svg",
        "".join(parts),
        class_=look,
        width=width,
        height=height,
        viewBox=f"0 0 {_short(width)} {_short(height)}",
        aria_hidden="true",
        focusable="false",
        font_family=FONT,
    )


def _text(value: Value) -> str:
    return escape(value) if isinstance(value, str) else _short(value)


def _short(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))
