"""The styles of our Word documents, each declared once; text carries a style and next to no looks of its own."""

from __future__ import annotations

from dataclasses import dataclass

from trigpoint.reports.word.markup import SPACES

INK, GREY, NAVY, LINK, RULE = "0b0c0c", "4a545b", "12436d", "1a5f9e", "d5dce2"
PANEL, LATEST, CHANGED = "f3f6f9", "e8eef4", "fff6d6"
BULLETS = 1  # the number of the list definition
TABLE = "TrigpointTable"


@dataclass(frozen=True, kw_only=True)
class _Style:
    """A paragraph style: sizes and spaces in points; `level` is that of the outline, 1 the highest."""

    name: str
    size: float
    bold: bool = False
    colour: str = INK
    before: float = 0
    after: float = 0
    line: float = 1.2
    keep: bool = False
    level: int = 0
    more: str = ""
    right: bool = False


def _edge(side: str, size: float, colour: str, space: int = 0) -> str:
    return f'<w:{side} w:val="single" w:sz="{round(size * 8)}" w:space="{space}" w:color="{colour}"/>'


_TOP_RULE = f"<w:pBdr>{_edge('top', 1.5, INK, 8)}</w:pBdr>"
_INSET = f'<w:pBdr>{_edge("left", 3, NAVY, 8)}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{PANEL}"/>'
_LIST = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{BULLETS}"/></w:numPr>'

PARAGRAPHS = (
    _Style(name="Normal", size=11, after=6, line=1.3),
    _Style(name="Title", size=30, bold=True, after=6, line=1.1, keep=True),
    _Style(name="Subtitle", size=15, colour=GREY, after=16, line=1.2),
    _Style(name="Eyebrow", size=10.5, bold=True, colour=GREY, after=2, keep=True),
    _Style(name="heading 1", size=20, bold=True, after=4, line=1.1, keep=True, level=1),
    _Style(name="heading 2", size=14, bold=True, before=16, after=3, line=1.15, keep=True, level=2),
    _Style(name="heading 3", size=11, bold=True, before=8, after=2, keep=True, level=3),
    _Style(name="TOC Heading", size=14, bold=True, before=18, after=6, keep=True, more=_TOP_RULE),
    _Style(name="toc 1", size=11, after=5, line=1.2),
    _Style(name="Lede", size=13, after=8, line=1.3),
    _Style(name="Meta", size=10, colour=GREY, after=8),
    _Style(name="caption", size=12, bold=True, before=14, after=4, keep=True),
    _Style(name="Table Caption Note", size=9.5, colour=GREY, after=4, keep=True),
    _Style(name="Chart Subtitle", size=9.5, colour=GREY, after=4, keep=True),
    _Style(name="Chart", size=11, after=6, line=1),
    _Style(name="List Bullet", size=10.5, after=3, more=_LIST),
    _Style(name="Note", size=9.5, colour=GREY, before=3, after=3, line=1.3),
    _Style(name="Guide", size=10.5, after=4, line=1.3),
    _Style(name="Inset", size=11, before=6, after=6, line=1.3, more=_INSET),
    _Style(name="Fact", size=10.5, after=3, more='<w:tabs><w:tab w:val="left" w:pos="2552"/></w:tabs>'),
    _Style(name="Label", size=9.5, colour=GREY, before=6, keep=True),
    _Style(name="Figure", size=28, bold=True, line=1, keep=True),
    _Style(name="Figure Second", size=18, bold=True, line=1.05, keep=True),
    _Style(name="Figure Plain", size=11, bold=True, keep=True),
    _Style(name="Small", size=9.5, colour=GREY, after=2),
    _Style(name="Table Text", size=9.5, line=1.15),
    _Style(name="Table Number", size=9.5, line=1.15, right=True),
    _Style(name="Table Small", size=8.5, colour=GREY, line=1.1),
    _Style(name="Table Small Number", size=8.5, colour=GREY, line=1.1, right=True),
    _Style(name="Table Trace", size=7.5, colour=GREY, line=1.1),
    _Style(name="Table Gap", size=4, after=2, line=1),
    _Style(name="footer", size=8, colour=GREY, line=1.15),
)
_IDS = {"heading 1": "Heading1", "heading 2": "Heading2", "heading 3": "Heading3", "toc 1": "TOC1",
        "caption": "Caption", "footer": "Footer"}  # fmt: skip


def styles() -> str:
    """The whole part of the document that holds the styles."""
    fonts = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
    language = '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}"
        f'<w:color w:val="{INK}"/><w:sz w:val="22"/><w:szCs w:val="22"/>{language}</w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    made = [_paragraph(style) for style in PARAGRAPHS]
    return f"<w:styles {SPACES}>{defaults}{''.join(made)}{_CHARACTERS}{_table()}</w:styles>"


def numbering() -> str:
    """The part that says what a bullet is."""
    return (
        f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="284" w:hanging="284"/></w:pPr></w:lvl></w:abstractNum>'
        f'<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def _paragraph(style: _Style) -> str:
    normal = style.name == "Normal"
    kind = ' w:default="1"' if normal else "" if style.name in _BUILT_IN else ' w:customStyle="1"'
    shape = "".join(
        (
            "<w:keepNext/><w:keepLines/>" if style.keep else "<w:keepLines/>" if style.name == "List Bullet" else "",
            style.more,
            f'<w:spacing w:before="{round(style.before * 20)}" w:after="{round(style.after * 20)}" '
            f'w:line="{round(style.line * 240)}" w:lineRule="auto"/>',
            '<w:ind w:left="2552" w:hanging="2552"/>' if style.name == "Fact" else "",
            '<w:jc w:val="right"/>' if style.right else "",
            f'<w:outlineLvl w:val="{style.level - 1}"/>' if style.level else "",
        )
    )
    type_ = "".join(
        (
            "<w:b/>" if style.bold else "",
            f'<w:color w:val="{style.colour}"/>',
            f'<w:sz w:val="{round(style.size * 2)}"/><w:szCs w:val="{round(style.size * 2)}"/>',
        )
    )
    return (
        f'<w:style w:type="paragraph"{kind} w:styleId="{id_of(style.name)}">'
        f'<w:name w:val="{style.name}"/>{"" if normal else _BASED}<w:qFormat/>'
        f"<w:pPr>{shape}</w:pPr><w:rPr>{type_}</w:rPr></w:style>"
    )


def id_of(name: str) -> str:
    """What paragraphs call a style."""
    return _IDS.get(name, name.replace(" ", ""))


_BASED = '<w:basedOn w:val="Normal"/>'
_BUILT_IN = ("Normal", "Title", "Subtitle", "TOC Heading", "List Bullet", *_IDS)
_CHARACTERS = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/></w:style>'
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    f'<w:rPr><w:color w:val="{LINK}"/><w:u w:val="single"/></w:rPr></w:style>'
    '<w:style w:type="character" w:customStyle="1" w:styleId="Tag"><w:name w:val="Tag"/>'
    f'<w:rPr><w:b/><w:color w:val="{NAVY}"/><w:sz w:val="17"/><w:bdr w:val="single" w:sz="6" w:space="0" '
    f'w:color="{NAVY}"/></w:rPr></w:style>'
    '<w:style w:type="character" w:customStyle="1" w:styleId="Aside"><w:name w:val="Aside"/>'
    f'<w:rPr><w:color w:val="{GREY}"/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>'
)


def _table() -> str:
    """Our one style of table: an ink rule under its head, thin rules between rows, no vertical lines, no fills."""
    cells = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 45), ("left", 85), ("bottom", 45), ("right", 85))
    )
    rules = _edge("bottom", 0.5, RULE) + _edge("insideH", 0.5, RULE)
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE}"><w:name w:val="Trigpoint Table"/>'
        '<w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{rules}</w:tblBorders><w:tblCellMar>{cells}</w:tblCellMar></w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>{_edge("bottom", 1.5, INK)}'
        '</w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>'
    )
