"""Writes the markup of a Word document as text: runs, paragraphs, links, fields and pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{W}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
)
EMU = 12700  # to a point
_PNG = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative val="1"/></a:ext></a:extLst>'
)

_TEXT = '<w:t xml:space="preserve">{}</w:t>'
_LINE_ENDS = re.compile(r"\r\n|[\r\n\v\f]")  # text pasted from a word processor has vertical tabs too
_UNSAYABLE = re.compile(r"[\x00-\x08\x0e-\x1f\ufffe\uffff]")  # what XML cannot hold


def run(text: str, style: str = "", *, bold: bool = False, colour: str = "", size: float = 0) -> str:
    """A stretch of text; `style` is the id of a character style, `size` in points where the style's is too large."""
    said = [
        f'<w:rStyle w:val="{style}"/>' if style else "",
        "<w:b/>" if bold else "",
        f'<w:color w:val="{colour}"/>' if colour else "",
        f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else "",
    ]
    look = f"<w:rPr>{''.join(said)}</w:rPr>" if any(said) else ""
    lines = (escape(line) for line in _LINE_ENDS.split(_UNSAYABLE.sub("", text)))
    return f"<w:r>{look}{'<w:br/>'.join(_TEXT.format(line) for line in lines)}</w:r>"


def paragraph(runs: str, style: str, properties: str = "") -> str:
    """A paragraph of a style; `properties` are further ones, in the schema's order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{runs}</w:p>'


def link(runs: str, anchor: str) -> str:
    """A link to a bookmark of the same document."""
    return f'<w:hyperlink w:anchor={quoteattr(anchor)} w:history="1">{runs}</w:hyperlink>'


def bookmark(runs: str, name: str, number: int) -> str:
    """A place that links lead to."""
    start = f'<w:bookmarkStart w:id="{number}" w:name={quoteattr(name)}/>'
    return f'{start}{runs}<w:bookmarkEnd w:id="{number}"/>'


def field(code: str, shown: str) -> str:
    """A field that the word processor fills; `shown` until it does."""
    return f'<w:fldSimple w:instr=" {code} ">{run(shown)}</w:fldSimple>'


@dataclass(frozen=True)
class Placed:
    """A picture of the package: its relation, its number, its size in points, its words; none if it decorates."""

    relation: str
    number: int
    width: float
    height: float
    name: str = ""
    description: str = ""


def picture(placed: Placed) -> str:
    """A picture in the line, with its alternative text, or marked as decoration."""
    size = f'cx="{round(placed.width * EMU)}" cy="{round(placed.height * EMU)}"'
    title = f" title={quoteattr(placed.name)}" if placed.name else ""
    said = f'id="{placed.number}" name="Picture {placed.number}" descr={quoteattr(placed.description)}{title}'
    decorative = "" if placed.description else _DECORATIVE
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f"<wp:docPr {said}>{decorative}</wp:docPr>"
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{_PNG}"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="0" name="Picture {placed.number}" descr={quoteattr(placed.description)}/>'
        "<pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{placed.relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
