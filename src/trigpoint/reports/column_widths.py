"""How wide each column of a table is drawn on paper: numbers whole, words wrapped, what is left over shared out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trigpoint.reports.block import Cell, Column, Table
from trigpoint.reports.labels import width
from trigpoint.reports.picture import BandBars, Grades, Spark

SMALLER = 0.88
"""Size of second lines beside the text of a table."""
PICTURES: dict[type, float] = {Spark: 66.0, BandBars: 142.0, Grades: 36.0}
"""Width of small pictures in points."""
_PADDING, _MARK, _LONGEST, _BOLD = 11.0, 12.0, 20, 1.06


def column_widths(tables: Sequence[Table], room: float, size: float) -> list[float]:
    """Widths in points that add up to at most `room`, for text of `size` points; the same for all of `tables`.

    A column is never narrower than its longest word (words beyond 20 letters are broken); what it would like beyond
    that is given in proportion where there is not enough for all, as browsers do.
    """
    wanted = [_wanted(table, size) for table in tables]
    least = [max(column) for column in zip(*(low for low, _ in wanted), strict=True)]
    most = [max(column) for column in zip(*(high for _, high in wanted), strict=True)]
    if sum(least) >= room:
        return [room * each / sum(least) for each in least]
    spare = room - sum(least)
    wish = sum(most) - sum(least)
    if wish > spare:
        return [low + spare * (high - low) / wish for low, high in zip(least, most, strict=True)]
    full = room if tables[0].look not in ("data", "plain") else min(room, max(sum(most) * 1.25, room * 0.6))
    return [each * full / sum(most) for each in most] if sum(most) < full else most


def least_width(table: Table, size: float) -> float:
    """The narrowest the whole table can be drawn without breaking a word."""
    return sum(_wanted(table, size)[0])


def _wanted(table: Table, size: float) -> tuple[list[float], list[float]]:
    """The least and the wished-for width of each column."""
    columns: list[list[Cell]] = [[] for _ in table.columns]
    for row in table.rows:
        place = 0
        for cell in row.cells:
            if cell.span == 1 and place < len(columns):
                columns[place].append(cell)
            place += cell.span
    least, most = [], []
    for column, cells in zip(table.columns, columns, strict=True):
        head = list(_head(column, size))
        texts = [each for cell in cells for each in _texts(cell, size)]
        whole = [width(text, at, bold=column.now) + beside for text, at, beside in texts]
        wrapped = [width(text, at, bold=column.now) * 0.55 for text, at, _ in head]  # a head may take two lines
        words = [
            width(word[:_LONGEST], at, bold=column.now) + beside
            for text, at, beside in (*head, *texts)
            for word in text.split()
        ]
        pictures = [PICTURES[type(cell.picture)] for cell in cells if cell.picture]
        low = max([*words, *pictures, 8.0]) + _PADDING
        high = max([*whole, *wrapped, low - _PADDING]) + _PADDING
        short = column.kind in ("number", "ref") and high < size * 9
        least.append(high if short else low)
        most.append(high)
    return least, most


def _head(column: Column, size: float) -> Iterator[tuple[str, float, float]]:
    """The lines of the head of a column."""
    if not column.hidden:
        yield column.head, size * _BOLD, 0.0
    yield column.sub, size * SMALLER, 0.0
    if column.year_starts:
        yield column.year, size * SMALLER, 0.0


def _texts(cell: Cell, size: float) -> Iterator[tuple[str, float, float]]:
    """Each line of a cell with its size and what stands beside it."""
    beside = (_MARK if cell.arrow else 0.0) + (_MARK if cell.swatch else 0.0)
    yield _unbroken(cell.text, 10), size * _BOLD if cell.strong else size, beside
    yield from ((_unbroken(tag, 20), size * SMALLER * _BOLD, 10.0) for tag in cell.tags)
    yield from ((_unbroken(mark.words, 20), size * _BOLD, _MARK) for mark in cell.marks)
    yield from ((line, size * SMALLER, 0.0) for line in cell.sub)


def _unbroken(text: str, longest: int) -> str:
    """A short text as one word, so that no line ends inside it."""
    return text.replace(" ", "_") if len(text) <= longest else text
