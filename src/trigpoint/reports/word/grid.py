"""A table of a Word document from finished cells: fixed widths, a head that repeats, rows that do not split."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from trigpoint.reports.word.styles import INK, TABLE


@dataclass(frozen=True, kw_only=True)
class Box:
    """One cell: its paragraphs, how many columns it covers, its ground, whether an ink rule stands above it."""

    content: str
    span: int = 1
    fill: str = ""
    ruled: bool = False


def grid(title: str, widths: Sequence[float], head: Sequence[Box], rows: Sequence[Sequence[Box]]) -> str:
    """The table; `widths` of its columns in points, `title` for those who cannot see it."""
    columns = "".join(f'<w:gridCol w:w="{round(width * 20)}"/>' for width in widths)
    properties = (
        f'<w:tblPr><w:tblStyle w:val="{TABLE}"/><w:tblW w:w="{round(sum(widths) * 20)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val={quoteattr(title)}/></w:tblPr>'
    )
    body = _row(head, widths, "<w:cantSplit/><w:tblHeader/>") + "".join(
        _row(row, widths, "<w:cantSplit/>") for row in rows
    )
    return f"<w:tbl>{properties}<w:tblGrid>{columns}</w:tblGrid>{body}</w:tbl>"


def _row(boxes: Sequence[Box], widths: Sequence[float], properties: str) -> str:
    cells, at = [], 0
    for box in boxes:
        cells.append(_cell(box, sum(widths[at : at + box.span])))
        at += box.span
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(box: Box, width: float) -> str:
    properties = "".join(
        (
            f'<w:tcW w:w="{round(width * 20)}" w:type="dxa"/>',
            f'<w:gridSpan w:val="{box.span}"/>' if box.span > 1 else "",
            f'<w:tcBorders><w:top w:val="single" w:sz="12" w:space="0" w:color="{INK}"/></w:tcBorders>'
            if box.ruled
            else "",
            f'<w:shd w:val="clear" w:color="auto" w:fill="{box.fill}"/>' if box.fill else "",
        )
    )
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{box.content}</w:tc>"
