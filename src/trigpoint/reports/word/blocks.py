"""Every block of a page as Word markup, in reading order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from trigpoint.reports.block import (
    Block,
    Chart,
    Comment,
    Facts,
    Found,
    Heading,
    Paragraph,
    Prose,
    Said,
    Strip,
    Table,
    Tallies,
    flat,
)
from trigpoint.reports.labels import width
from trigpoint.reports.page import Commentary
from trigpoint.reports.report import Sheet
from trigpoint.reports.symbols import ARROWS
from trigpoint.reports.word.grid import Box, grid
from trigpoint.reports.word.markup import link, paragraph, picture, run
from trigpoint.reports.word.pictures import Pictures
from trigpoint.reports.word.styles import id_of
from trigpoint.reports.word.table import marked, table, tagged

_GAP = paragraph("", "TableGap")
_UNDER = 105  # points after which a line under a figure wraps
_LONGEST = 160  # points after which words in place of a figure do
_SIZES = {"first": "Figure", "second": "FigureSecond", "plain": "FigurePlain"}


class Blocks:
    """Sets the blocks of one page in `room` points; `anchors` are the bookmarks of the pages by their files."""

    def __init__(self, page: Sheet, room: float, pictures: Pictures, anchors: dict[str, str]) -> None:
        self.page, self.room, self.pictures, self.anchors = page, room, pictures, anchors
        self._under_heading = False  # whether a heading 2 stands above, so that no level is jumped

    def markup(self) -> str:
        """All of them."""
        return "".join(self._block(block) for block in flat(self.page.blocks))

    def _block(self, block: Block) -> str:
        ways: dict[type[Block], Callable[[Any], str]] = {
            Table: self._table,
            Chart: self._chart,
            Heading: lambda it: self._heading(it.text, new_page=it.new_page) + _some(it.sub, "Small"),
            Prose: self._prose,
            Strip: self._strip,
            Tallies: self._tallies,
            Found: self._found,
            Facts: self._facts,
            Comment: self._comment,
        }
        return ways[type(block)](block)

    def _heading(self, text: str, *, new_page: bool = False) -> str:
        self._under_heading = True
        return paragraph(run(text), "Heading2", "<w:pageBreakBefore/>" if new_page else "")

    def _table(self, block: Table) -> str:
        title = block.title if block.title_shown else block.fold or block.title
        head = paragraph(run(title), "Caption") + _some(block.sub, "TableCaptionNote", keep=True)
        notes = "".join(paragraph(run(note), "Note") for note in block.notes)
        return head + table(block, self.room, self.pictures, self.anchors) + _GAP + notes

    def _chart(self, block: Chart) -> str:
        drawn = block.picture
        placed = self.pictures.chart(drawn, drawn.name, drawn.description, self.room)
        head = self._heading(block.title) + _some(block.subtitle, "ChartSubtitle")
        return head + paragraph(picture(placed), "Chart")

    def _prose(self, block: Prose) -> str:
        style = {"note": "Note", "guide": "Guide", "inset": "Inset", "plain": "Normal"}[block.look]
        head = self._heading(block.title) if block.title else ""
        return head + "".join(_said(each, style) for each in block.paragraphs)

    def _strip(self, block: Strip) -> str:
        head = self._heading(block.title) if block.title else ""
        if block.look == "stack":
            return head + "".join(paragraph(run(each.label), "Label") + _value(each) for each in block.items)
        if not block.items:
            return head
        needs = [_need(each) for each in block.items]
        spare = (self.room - sum(needs)) / len(needs)
        widths = [need + spare for need in needs] if spare > 0 else [self.room * need / sum(needs) for need in needs]
        labels = [Box(content=paragraph(run(each.label), id_of("Table Small"))) for each in block.items]
        values = [Box(content=_value(each)) for each in block.items]
        return head + grid(self.page.title, widths, labels, [values]) + _GAP

    def _tallies(self, block: Tallies) -> str:
        if not block.items:
            return ""
        widths = [self.room / len(block.items)] * len(block.items)
        heads = [marked(each.mark) if each.mark else run(each.words) for each in block.items]
        head = [Box(content=paragraph(each, id_of("Table Text"))) for each in heads]
        row = [
            Box(content=paragraph(run(each.said), "FigureSecond") + _some(each.change, id_of("Table Small")))
            for each in block.items
        ]
        return grid("Totals", widths, head, [row]) + _GAP

    def _found(self, block: Found) -> str:
        head = self._heading(block.title)
        if not block.items:
            return head + paragraph(run(block.empty), "Normal")
        items = []
        for to, text in block.items:
            anchor = self.anchors.get(to.href) if to else None
            name = run(f"{to.code} {to.title}", "Hyperlink" if anchor else "") if to else ""
            name = (link(name, anchor) if anchor else name) + run(": ") if name else ""
            items.append(paragraph(name + run(text), "ListBullet"))
        return head + "".join(items)

    def _facts(self, block: Facts) -> str:
        style = "Heading3" if self._under_heading else "Heading2"
        head = paragraph(run(block.title) + "".join(tagged(tag) for tag in block.tags), style)
        facts = (run(term, bold=True) + "<w:r><w:tab/></w:r>" + run(said) for term, said in block.items)
        return head + "".join(paragraph(fact, "Fact") for fact in facts)

    def _comment(self, block: Comment) -> str:
        head = self._heading("Commentary")
        if block.written is None:
            lead, text = block.missing
            return head + paragraph(run(f"{lead} ", bold=True) + run(text), "Inset")
        return head + _written(block.written)


def _written(written: Commentary) -> str:
    actions = "".join(
        paragraph(run(f"{each.text} ") + run(f"{each.owner} · {each.by}", "Aside"), "ListBullet")
        for each in written.actions
    )
    parts = (
        ("What happened", _some(written.happened, "Normal")),
        ("Why", _some(written.why, "Normal")),
        ("What we are doing", actions),
        ("Back on target by", _some(written.back_on_target, "Normal")),
    )
    said = "".join(paragraph(run(title), "Heading3") + text for title, text in parts if text)
    return said + _some(written.signed, "Small")


def _said(each: Paragraph, style: str) -> str:
    lead = run(f"{each.lead} ", bold=True) if each.lead else ""
    tail = run(f" {each.tail}", "Aside") if each.tail else ""
    return paragraph(lead + run(each.text) + tail, style)


def _need(each: Said) -> float:
    """How wide an item of a strip wants to be: its figure whole, the lines under it wrapped."""
    size = {"first": 28, "second": 18, "plain": 11}[each.size]
    mark = width(f"● {each.mark.words}", 11, bold=True) if each.mark else 0.0
    under = (min(width(line, 9.5), _UNDER) for line in (each.label, *each.sub))
    figure = width(each.text, size, bold=True)
    return max(mark, min(figure, _LONGEST) if size == 11 else figure, *under) + 12


def _value(each: Said) -> str:
    arrow = f"{ARROWS[each.arrow]} " if each.arrow else ""
    figure = paragraph(run(arrow + each.text), _SIZES[each.size]) if each.text else ""
    mark = paragraph(marked(each.mark), "FigurePlain") if each.mark else ""
    return figure + mark + "".join(paragraph(run(line), "Small") for line in each.sub) or paragraph("", "Small")


def _some(text: str, style: str, *, keep: bool = False) -> str:
    return paragraph(run(text), style, "<w:keepNext/>" if keep else "") if text else ""
