"""How wide the columns of a printed table are, and how large its type, so that no word and no number breaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from trigpoint.reports.labels import width

SIZES = (9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0)
_READABLE = 8.0
_EDGES = 10.5  # points left and right of a cell's text, and a little for letters wider than they are counted
_LOOSEST = 1.6  # a small table is not stretched further than this
_BREAKS = re.compile(r"(?<=[/ ])|(?<=[a-z]-)")


@dataclass(frozen=True)
class Content:
    """What is measured of a cell: lines that may wrap, `firm` ones that only do so if all else fails, its picture."""

    lines: tuple[str, ...]
    firm: tuple[str, ...] = ()
    picture: float = 0.0
    bold: bool = False


def widths(columns: Sequence[Sequence[Content]], room: float) -> tuple[list[float], float]:
    """The widths of columns in points, and the size of type with which they fit into `room`.

    Columns get what their longest line needs if all fit; else each at least its longest word, the rest by need.
    """
    least, size = _fitting(columns, room)
    if sum(least) > room:
        return [each * room / sum(least) for each in least], size
    most = [max((_most(cell, size) for cell in column), default=0) + _EDGES for column in columns]
    if sum(most) <= room:
        stretch = min(room / sum(most), _LOOSEST)
        return [each * stretch for each in most], size
    spare = (room - sum(least)) / (sum(most) - sum(least))
    return [low + (high - low) * spare for low, high in zip(least, most, strict=True)], size


def _fitting(columns: Sequence[Sequence[Content]], room: float) -> tuple[list[float], float]:
    """The least widths at the largest size that fits: firm lines whole in readable type, else broken as well."""
    least: list[float] = []
    size = SIZES[0]
    for firm, size in [*((True, size) for size in SIZES if size >= _READABLE), *((False, size) for size in SIZES)]:
        least = [max((_least(cell, size, firm=firm) for cell in column), default=0) + _EDGES for column in columns]
        if sum(least) <= room:
            break
    return least, size


def _least(cell: Content, size: float, *, firm: bool) -> float:
    lines = cell.lines if firm else (*cell.lines, *cell.firm)
    words = [word.strip(" ") for line in lines for word in _BREAKS.split(line)]
    words += cell.firm if firm else ()
    return max([cell.picture, *(width(word, size, bold=cell.bold) for word in words)])


def _most(cell: Content, size: float) -> float:
    return max([cell.picture, *(width(line, size, bold=cell.bold) for line in (*cell.lines, *cell.firm))])
