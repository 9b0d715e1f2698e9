"""A table of a page as a table of a Word document."""

from __future__ import annotations

from trigpoint.reports.block import Cell, Column, Mark, Row, Table
from trigpoint.reports.symbols import ARROWS, COLOURS, symbol
from trigpoint.reports.word.grid import Box, grid
from trigpoint.reports.word.markup import link, paragraph, picture, run
from trigpoint.reports.word.pictures import Pictures
from trigpoint.reports.word.styles import CHANGED, GREY, LATEST, PANEL, id_of
from trigpoint.reports.word.widths import SIZES, Content, widths

_KEEP = "<w:keepNext/>"
_LABEL = 18  # letters up to which the name of a row does
_FIRM = 26  # letters up to which a number or a status stays on one line


def table(block: Table, room: float, pictures: Pictures, anchors: dict[str, str]) -> str:
    """The table in `room` points; `anchors` are the bookmarks of the report's pages by their files."""
    return _Setting(block, room, pictures, anchors).table()


def marked(mark: Mark, *, size: float = 0) -> str:
    """A mark: its shape in its colour, then its word, bold where the figure stands outside."""
    said = run(mark.words, bold=mark.tone == "outside", size=size)
    return run(f"{symbol(mark)}\u00a0", colour=COLOURS[mark.tone], size=size) + said


def tagged(words: str) -> str:
    """A word in a box."""
    return run(" ") + run(f"\u00a0{words}\u00a0", "Tag")


class _Setting:
    """One table being set: the size of its type follows from what must fit."""

    def __init__(self, block: Table, room: float, pictures: Pictures, anchors: dict[str, str]) -> None:
        self.block, self.pictures, self.anchors = block, pictures, anchors
        self.widths, size = widths(self._measured(), room)
        self.size = 0 if size == SIZES[0] else size  # nothing is said where the style says it

    def table(self) -> str:
        block = self.block
        rows = []
        for group in block.groups:
            if group.title:
                rows.append([self._group(group.title)])
            rows += [self._row(row) for row in group.rows]
        return grid(block.title, self.widths, [self._head(column) for column in block.columns], rows)

    def _measured(self) -> list[list[Content]]:
        columns = [[Content(_head_lines(column), bold=True)] for column in self.block.columns]
        for row in self.block.rows:
            at = 0
            for cell in row.cells:
                if cell.span == 1:
                    shown = self.pictures.wide(cell.picture) if cell.picture else 0.0
                    columns[at].append(_measure(cell, self.block.columns[at], row, shown))
                at += cell.span
        return columns

    def _group(self, title: str) -> Box:
        said = paragraph(run(title, bold=True, size=self.size), id_of("Table Text"), _KEEP)
        return Box(content=said, span=len(self.block.columns), fill=PANEL)

    def _head(self, column: Column) -> Box:
        lines = []
        if column.year and column.year_starts:
            lines.append(self._small(column.year, column))
        style = id_of("Table Number" if column.kind == "number" else "Table Text")
        lines.append(paragraph(run(column.head, bold=True, size=self.size), style, _KEEP))
        if column.sub:
            lines.append(self._small(column.sub, column))
        return Box(content="".join(lines), fill=LATEST if column.now else "")

    def _row(self, row: Row) -> list[Box]:
        boxes, at = [], 0
        for cell in row.cells:
            column = self.block.columns[at]
            fill = CHANGED if row.changed else LATEST if column.now else ""
            bold = row.total or column.now or cell.strong
            boxes.append(Box(content=self._cell(cell, column, bold=bold), span=cell.span, fill=fill, ruled=row.total))
            at += cell.span
        return boxes

    def _cell(self, cell: Cell, column: Column, *, bold: bool) -> str:
        style = _style(column)
        runs = self._main(cell, bold=bold) + "".join(tagged(tag) for tag in cell.tags)
        marks = [marked(mark, size=self.size) for mark in cell.marks]
        shown = self.pictures.small(cell.picture) if cell.picture else None
        lines = [paragraph(each, style) for each in [picture(shown) if shown else "", runs, *marks] if each]
        lines += [self._small(line, column) for line in cell.sub]
        return "".join(lines) or paragraph("", style)

    def _main(self, cell: Cell, *, bold: bool) -> str:
        parts = []
        if cell.swatch.startswith("#"):
            parts.append(run("■\u00a0", colour=cell.swatch[1:], size=self.size))
        if cell.arrow:
            parts.append(run(f"{ARROWS[cell.arrow]}\u00a0", size=self.size))
        if cell.text:
            grey = GREY if cell.text[0] in "[–" else ""
            anchor = self.anchors.get(cell.href)
            said = run(cell.text, "Hyperlink" if anchor else "", bold=bold, colour=grey, size=self.size)
            parts.append(link(said, anchor) if anchor else said)
        return "".join(parts)

    def _small(self, said: str, column: Column) -> str:
        style = id_of("Table Small Number" if column.kind == "number" else "Table Small")
        return paragraph(run(said, size=min(self.size, 8.5)), style)


def _style(column: Column) -> str:
    if column.look == "tc":
        return id_of("Table Trace")
    return id_of("Table Number" if column.kind == "number" else "Table Text")


def _head_lines(column: Column) -> tuple[str, ...]:
    return tuple(line for line in (column.year if column.year_starts else "", column.head, column.sub) if line)


def _measure(cell: Cell, column: Column, row: Row, shown: float) -> Content:
    before = "■\u00a0" * bool(cell.swatch) + "↑\u00a0" * bool(cell.arrow)
    main = before + " ".join((cell.text, *(f"\u00a0{tag}\u00a0" for tag in cell.tags)))
    firm = [f"●\u00a0{mark.words}" for mark in cell.marks]
    if column.kind in ("number", "ref") or (column.kind == "name" and len(main) <= _LABEL):
        firm.append(main)
    loose = () if main in firm else (main,)
    bold = row.total or column.now or cell.strong or any(mark.tone == "outside" for mark in cell.marks)
    short = tuple(line for line in firm if len(line) <= _FIRM)
    return Content((*loose, *cell.sub, *(line for line in firm if line not in short)), short, shown, bold)
