"""Puts words into the placeholders of a slide, small enough to fit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.shapes.base import BaseShape
from pptx.text.text import Font, TextFrame, _Paragraph
from pptx.util import Pt

from trigpoint.reports.block import Mark
from trigpoint.reports.labels import width
from trigpoint.reports.symbols import COLOURS, symbol

_PARTS = (1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5)
_LINE = 1.2  # of the size of type is a line high
_CONTROL = re.compile(r"[\x00-\x1f]+")  # line ends of pasted text: what is short runs on
_CLOSE = 1.06  # letters may be this much wider than they are counted


@dataclass(frozen=True)
class Words:
    """Words in one look. `size` in points is the largest they may be; they shrink together until they fit."""

    text: str
    size: float
    bold: bool = False
    colour: str = ""


Lines = Sequence[Sequence[Words]]


def marked(mark: Mark, size: float) -> list[Words]:
    """A mark: its shape in its colour, then its words."""
    return [
        Words(f"{symbol(mark)}\u00a0", size, colour=COLOURS[mark.tone]),
        Words(mark.words, size, bold=mark.tone == "outside"),
    ]


def fitted(lines: Lines, wide: float, high: float, least: float) -> Lines | None:
    """The lines in the largest type that fits into `wide` by `high` points; None if even `least` points are too large.

    All shrink by the same part, but none below `least`.
    """
    tried = None
    for part in _PARTS:
        smaller = [
            [replace(each, size=max(each.size * part, min(least, each.size))) for each in line] for line in lines
        ]
        if smaller == tried:
            return None
        if height(smaller, wide) <= high:
            return smaller
        tried = smaller
    return None


def height(lines: Lines, wide: float) -> float:
    """How high paragraphs stand in a column `wide` points."""
    return sum(_rows(line, wide) * max((each.size for each in line), default=12) * _LINE for line in lines)


def put(shape: BaseShape, lines: Lines, *, least: float = 10) -> None:
    """Fills a placeholder, a paragraph a line. Texts that do not fit even at `least` are the caller's to shorten."""
    frame: TextFrame = shape.text_frame  # type: ignore[attr-defined]
    inner = shape.width.pt - frame.margin_left.pt - frame.margin_right.pt
    high = shape.height.pt - frame.margin_top.pt - frame.margin_bottom.pt
    for place, line in enumerate(fitted(lines, inner, high, least) or lines):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        for each in line:
            _write(paragraph, each)


def spoken(font: Font) -> None:
    """Says that text is British English."""
    font.language_id = MSO_LANGUAGE_ID.ENGLISH_UK


def _write(paragraph: _Paragraph, words: Words) -> None:
    run = paragraph.add_run()
    run.text = _CONTROL.sub(" ", words.text)
    spoken(run.font)
    run.font.size = Pt(round(words.size * 2) / 2)
    run.font.bold = words.bold
    if words.colour:
        run.font.color.rgb = RGBColor.from_string(words.colour)


def _rows(line: Sequence[Words], wide: float) -> int:
    """Rows of a paragraph, filled word by word."""
    rows, used = 1, 0.0
    for each in line:
        space = width(" ", each.size)
        for place, word in enumerate(each.text.split(" ")):
            long = width(word, each.size, bold=each.bold) * _CLOSE
            gap = space if place else 0.0
            if used and used + gap + long > wide:
                rows, used, gap = rows + 1, 0.0, 0.0
            used += gap + long
    return rows
