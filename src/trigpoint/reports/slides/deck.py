"""An empty deck: 16 by 9, our layouts and type, the report's properties."""

from __future__ import annotations

import re

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Pt

from trigpoint.reports.frozen import describe
from trigpoint.reports.report import Report
from trigpoint.reports.slides.layouts import (
    GREY,
    HIGH,
    INK,
    LAYOUTS,
    NAVY,
    WIDE,
    Layout,
    master,
    shapes,
    slide_number,
    text_styles,
)

_UNUSED = ("/thumbnail", "/printerSettings")
_COLOURS = {"dk2": NAVY, "lt2": "E8EEF4", "accent1": NAVY, "accent2": INK, "accent3": GREY, "accent4": "2073BC",
            "accent5": "7C8790", "accent6": "F46A25", "hlink": "1A5F9E", "folHlink": "4A545B"}  # fmt: skip


def empty(report: Report) -> Deck:
    """A deck without slides."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDE), Pt(HIGH)
    deck.element.find("{*}sldSz").attrib.pop("type", None)  # the template's was 4 by 3
    for rels in (deck.part.rels, deck.part.package._rels):  # noqa: SLF001 - the library has no other way to them
        for id_ in [id_ for id_, rel in rels.items() if rel.reltype.endswith(_UNUSED)]:
            rels.pop(id_)
    _theme(deck)
    _layouts(deck)
    describe(deck.core_properties, report)
    return deck


def add(deck: Deck, layout: Layout) -> Slide:
    """A new slide, its placeholders named as in the layout, with its number."""
    place = LAYOUTS.index(layout)
    slide: Slide = deck.slides.add_slide(deck.slide_layouts[place])
    names = {each.number: each.name for each in layout.places}
    for shape in slide.placeholders:
        shape.name = names[shape.placeholder_format.idx]
    if any(each.kind == "sldNum" for each in layout.places):
        tree = slide.shapes.element
        tree.append(parse_xml(slide_number(len(tree) + 1)))
    return slide


def _theme(deck: Deck) -> None:
    """Arial and our colours, so that what people add to the deck looks like it."""
    part = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    text = part.blob.decode("utf-8").replace('<a:latin typeface="Calibri"/>', '<a:latin typeface="Arial"/>')
    for name, colour in _COLOURS.items():
        text = re.sub(rf'(<a:{name}><a:srgbClr val=")[0-9A-F]{{6}}', rf"\g<1>{colour}", text)
    part.blob = text.replace('name="Office Theme"', 'name="Trigpoint"').encode()


def _layouts(deck: Deck) -> None:
    for layout in list(deck.slide_layouts)[len(LAYOUTS) :]:
        deck.slide_layouts.remove(layout)
    for there, ours in zip(deck.slide_layouts, LAYOUTS, strict=True):
        there.name = ours.name
        there.element.set("type", ours.kind)
        _replace(there.element.cSld.spTree, shapes(ours))
    element = deck.slide_master.element
    _replace(element.cSld.spTree, master())
    _replace(element.find("{*}txStyles"), text_styles())


def _replace(old: object, text: str) -> None:
    new = parse_xml(text)
    parent = old.getparent()  # type: ignore[attr-defined]
    parent.replace(old, new)
