"""A report as the data that the template of the PDF reads: the blocks field by field, drawings as SVG text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from decimal import Decimal
from itertools import takewhile
from typing import Any

from trigpoint.reports.block import Block, Chart, Comment, Facts, Heading, Prose, Side, Strip, Table, Tally, flat
from trigpoint.reports.column_widths import PICTURES, column_widths, least_width
from trigpoint.reports.draw import draw
from trigpoint.reports.formats.html import stamp_lines
from trigpoint.reports.legible import legible
from trigpoint.reports.page import ChartSeries
from trigpoint.reports.picture import DotPlot, Gauge
from trigpoint.reports.report import Report, Sheet
from trigpoint.reports.svg import FONT

FAMILY = "Liberation Sans"
PORTRAIT, LANDSCAPE = 524.0, 784.0
"""Width of the text in points."""
_TEXT, _GAP, _CHART = 7.8, 20.0, 0.69
_SHARES = {"kg": (1.62, 1.0)}


def typeset(report: Report) -> dict[str, Any]:
    """The whole report, ready to be written as JSON."""
    stamp = report.stamp
    ends = [line.now.end for line in report.lines]
    day = max(ends) if ends else None
    said = {
        "title": f"{report.title}, {stamp.period}",
        "author": stamp.authority,
        "keywords": ["children's services", "performance", report.title, stamp.period, stamp.authority],
        "day": [day.year, day.month, day.day] if day else None,
        "family": FAMILY,
        "files": [page.file for page in report.pages],
        "pages": [_page(page) for page in report.pages],
        "notes": list(report.notes),
    }
    return {name: legible(value) for name, value in said.items()}


def _page(page: Sheet) -> dict[str, Any]:
    room = LANDSCAPE if page.landscape else PORTRAIT
    return {
        **{name: getattr(page, name) for name in ("file", "code", "group", "title", "lede", "report", "landscape")},
        "meta": list(page.meta),
        "period": page.stamp.period,
        "authority": page.stamp.authority,
        "stamp": stamp_lines(page.report, page.stamp),
        "facts_level": _facts_level(page),
        "blocks": [_block(block, room, _alike(block, page.blocks)) for block in page.blocks],
    }


def _alike(block: Block, blocks: tuple[Block, ...]) -> list[Table]:
    """The tables of a page that share their columns with this one, so that they line up."""
    if not isinstance(block, Table):
        return []
    kin = [each for each in blocks if isinstance(each, Table) and each.look == block.look]
    return [each for each in kin if len(each.columns) == len(block.columns)]


def _facts_level(page: Sheet) -> int:
    """Level of the headings of facts: below a heading of the page only where one stands before the first of them."""
    before = takewhile(lambda block: not isinstance(block, Facts), flat(page.blocks))
    return 3 if any(map(_has_heading, before)) else 2


def _has_heading(block: Block) -> bool:
    titled = isinstance(block, Prose | Strip) and bool(block.title)
    return titled or isinstance(block, Heading | Chart)


def _block(block: Block, room: float, alike: Sequence[Table] = ()) -> dict[str, Any]:
    match block:
        case Side():
            return _side(block, room)
        case Table():
            return {**_plain(block), "widths": column_widths(alike or [block], room, _TEXT)}
        case Chart():
            return {**_plain(block), "width": min(room, _wide(block) * _CHART)}
        case Comment():
            return {**_plain(block), "room": room, "missing": list(block.missing)}
        case _:
            return {**_plain(block), "room": room}


def _side(side: Side, room: float) -> dict[str, Any]:
    """Blocks beside each other where they fit; else one under the other, and two small tables of one column beside."""
    shares = _SHARES.get(side.look, (1.0,) * len(side.columns))
    rooms = [(room - _GAP * (len(shares) - 1)) * share / sum(shares) for share in shares]
    if all(_least(block) <= each for each, column in zip(rooms, side.columns, strict=True) for block in column):
        return {"is": "side", "bands": [_band(side.columns, rooms)]}
    bands = []
    for column in side.columns:
        half = (room - _GAP) / 2
        if len(column) > 1 and all(_least(block) <= half for block in column):
            bands += [_band([(each,) for each in column[i : i + 2]], [half, half]) for i in range(0, len(column), 2)]
        else:
            bands.append(_band([column], [room]))
    return {"is": "side", "bands": bands}


def _band(columns: Any, rooms: list[float]) -> dict[str, Any]:
    drawn = [[_block(block, room) for block in column] for column, room in zip(columns, rooms, strict=False)]
    return {"rooms": rooms[: len(drawn)], "columns": drawn}


def _least(block: Block) -> float:
    match block:
        case Table():
            return least_width(block, _TEXT)
        case Chart():
            return _wide(block) * 0.56
        case Side():
            return LANDSCAPE
        case _:
            return 180.0


def _wide(chart: Chart) -> float:
    return {ChartSeries: 760, DotPlot: 728, Gauge: 688}[type(chart.picture)]


def _plain(value: Any) -> Any:
    """A block as plain data; every record carries its kind, every drawing becomes SVG with the words for it."""
    if type(value) in PICTURES:
        return {"svg": _svg(value, "small"), "width": PICTURES[type(value)]}
    if isinstance(value, ChartSeries | DotPlot | Gauge):
        return {"svg": _svg(value, "chart"), "alt": f"{value.name}. {value.description}".replace("..", ".")}
    if isinstance(value, Tally):
        said = {"words": value.words, "count": value.said, "mark": _plain(value.mark), "change": value.change}
        return {"is": "tally", **said}
    if is_dataclass(value):
        said = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        return {"is": type(value).__name__.lower(), **said}
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    return str(value) if isinstance(value, Decimal) else value


def _svg(picture: Any, name: str) -> str:
    """The drawing with the font that the document carries."""
    drawn = draw(picture, name)
    return drawn.replace(FONT, FAMILY).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1) if drawn else ""
