"""The three layouts of our slides, each placeholder declared once: its place, its type and its look, in points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

INK, GREY, NAVY, EDGE, GRID, PANEL = "0B0C0C", "4A545B", "12436D", "7C8790", "E4E9ED", "F3F6F9"
WIDE, HIGH, EMU = 960, 540, 12700
SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)


@dataclass(frozen=True, kw_only=True)
class Place:
    """A placeholder: `kind` of the format, `name` and number by which slides find it, its box, the look of its text."""

    name: str
    number: int
    box: tuple[float, float, float, float]
    kind: str = "body"
    size: float = 12
    bold: bool = False
    colour: str = INK
    anchor: str = "t"
    fill: str = ""
    inset: float = 0
    after: float = 0


@dataclass(frozen=True)
class Bar:
    """A rule or a field of colour that every slide of a layout has."""

    box: tuple[float, float, float, float]
    colour: str


@dataclass(frozen=True)
class Layout:
    """A layout with its placeholders in reading order."""

    name: str
    kind: str
    places: tuple[Place, ...]
    bars: tuple[Bar, ...] = ()


_NUMBER = Place(name="Slide number", number=19, kind="sldNum", box=(860, 503, 60, 14), size=9, colour=GREY)
_STAMP = Place(name="Stamp", number=18, box=(40, 503, 800, 26), size=9, colour=GREY)
_FOOT = Bar((40, 497, 880, 0.75), EDGE)
_TOP = Bar((40, 126, 880, 2), INK)

TITLE = Layout(
    "Title",
    "title",
    (
        Place(name="Title", number=0, kind="ctrTitle", box=(90, 120, 800, 110), size=40, bold=True, anchor="b"),
        Place(name="Authority and period", number=1, kind="subTitle", box=(90, 240, 800, 34), size=20, colour=GREY),
        Place(name="Status and source", number=11, box=(90, 320, 800, 130), size=14, after=4),
    ),
    (Bar((0, 0, 44, HIGH), NAVY), Bar((90, 294, 800, 2), INK)),
)
SUMMARY = Layout(
    "Summary",
    "obj",
    (
        Place(name="Title", number=0, kind="title", box=(40, 22, 880, 66), size=26, bold=True, anchor="b"),
        Place(name="Period", number=10, box=(40, 92, 880, 30), size=13, colour=GREY),
        Place(name="How many stand where", number=11, box=(40, 142, 260, 340), size=18, after=10),
        Place(name="What is outside", number=12, box=(330, 142, 590, 340), size=15, after=8),
        _STAMP,
        _NUMBER,
    ),
    (_TOP, _FOOT, Bar((314, 142, 0.75, 340), EDGE)),
)
MEASURE = Layout(
    "Measure",
    "obj",
    (
        Place(name="Title", number=0, kind="title", box=(40, 22, 880, 66), size=26, bold=True, anchor="b"),
        Place(name="Measure and period", number=10, box=(40, 92, 880, 32), size=13, colour=GREY),
        Place(name="Figure", number=11, box=(40, 136, 252, 104), size=48),
        Place(name="Position", number=12, box=(40, 244, 252, 44), size=18),
        Place(name="Target", number=13, box=(40, 292, 252, 98), size=13),
        Place(name="What the chart shows", number=16, box=(310, 136, 610, 28), size=11, colour=GREY),
        Place(name="Chart", number=14, kind="chart", box=(310, 168, 610, 224)),
        Place(name="Commentary", number=15, box=(40, 398, 880, 92), size=12, fill=PANEL, inset=8),
        _STAMP,
        _NUMBER,
    ),
    (_TOP, _FOOT, Bar((40, 398, 3, 92), NAVY)),
)
LAYOUTS = (TITLE, SUMMARY, MEASURE)


def shapes(layout: Layout) -> str:
    """The shapes of a layout: its bars, which no screen reader says, and its placeholders."""
    bars = "".join(_bar(bar, 100 + n) for n, bar in enumerate(layout.bars))
    return _tree(bars + "".join(_place(place, 2 + n) for n, place in enumerate(layout.places)))


def master() -> str:
    """The shapes of the master: what layouts inherit from."""
    places: Sequence[Place] = (
        Place(name="Title", number=0, kind="title", box=(40, 22, 880, 66), size=26, bold=True, anchor="b"),
        Place(name="Text", number=1, box=(40, 140, 880, 340), size=14),
        Place(name="Slide number", number=4, kind="sldNum", box=(860, 503, 60, 14), size=9, colour=GREY),
    )
    return _tree("".join(_place(place, 2 + n) for n, place in enumerate(places)))


def text_styles() -> str:
    """How titles and text look on every slide: left, without bullets."""
    return (
        f"<p:txStyles {SPACES}><p:titleStyle>{_level('lvl1pPr', 26, bold=True)}</p:titleStyle>"
        f"<p:bodyStyle>{''.join(_level(f'lvl{n}pPr', 14) for n in range(1, 6))}</p:bodyStyle>"
        f"<p:otherStyle>{_level('lvl1pPr', 14)}</p:otherStyle></p:txStyles>"
    )


def slide_number(number: int) -> str:
    """The number of a slide as a field in its place."""
    return (
        f'<p:sp {SPACES}><p:nvSpPr><p:cNvPr id="{number}" name="Slide number"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f'</p:cNvSpPr><p:nvPr><p:ph type="sldNum" idx="{_NUMBER.number}"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody>'
        f"<a:bodyPr/><a:lstStyle/>{_NUMBERED}</p:txBody></p:sp>"
    )


_NUMBERED = (
    '<a:p><a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}" type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t>'
    "</a:fld></a:p>"
)


def _tree(content: str) -> str:
    head = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
    return f"<p:spTree {SPACES}>{head}{content}</p:spTree>"


def _box(box: tuple[float, float, float, float]) -> str:
    x, y, wide, high = (round(each * EMU) for each in box)
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'


def _fill(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def _bar(bar: Bar, number: int) -> str:
    decorative = (
        '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
        'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Rule" descr="">{decorative}</p:cNvPr><p:cNvSpPr/><p:nvPr '
        f'userDrawn="1"/></p:nvSpPr><p:spPr>{_box(bar.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"{_fill(bar.colour)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _place(place: Place, number: int) -> str:
    index = f' idx="{place.number}"' if place.number else ""
    inset = round(place.inset * EMU)
    text = (
        _NUMBERED if place.kind == "sldNum" else f'<a:p><a:r><a:rPr lang="en-GB"/><a:t>{place.name}</a:t></a:r></a:p>'
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(place.name)}/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f'</p:cNvSpPr><p:nvPr><p:ph type="{place.kind}"{index}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{_box(place.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"{_fill(place.fill) if place.fill else ''}</p:spPr>"
        f'<p:txBody><a:bodyPr lIns="{inset + inset // 2}" tIns="{inset}" rIns="{inset}" bIns="{inset}" wrap="square" '
        f'anchor="{place.anchor}"><a:normAutofit/></a:bodyPr><a:lstStyle>{_own(place)}</a:lstStyle>{text}</p:txBody></p:sp>'
    )


def _own(place: Place) -> str:
    side = "r" if place.kind == "sldNum" else "l"
    return _level("lvl1pPr", place.size, bold=place.bold, colour=place.colour, after=place.after, side=side)


def _level(tag: str, size: float, *, bold: bool = False, colour: str = INK, after: float = 0, side: str = "l") -> str:
    return (
        f'<a:{tag} marL="0" indent="0" algn="{side}" defTabSz="457200" rtl="0"><a:lnSpc><a:spcPct val="100000"/>'
        '</a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="{round(after * 100)}"/></a:spcAft><a:buNone/>'
        f'<a:defRPr lang="en-GB" sz="{round(size * 100)}" b="{int(bold)}" kern="1200">{_fill(colour)}'
        f'<a:latin typeface="Arial"/><a:cs typeface="Arial"/></a:defRPr></a:{tag}>'
    )
