"""The chart of a measure as a chart of the slide program, which people can edit: its numbers lie behind it."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.sax.saxutils import quoteattr

from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.chart.series import LineSeries
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_MARKER_STYLE, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.shapes.placeholder import ChartPlaceholder
from pptx.util import Pt

from trigpoint.reports.labels import pushed_apart, width
from trigpoint.reports.line import Line
from trigpoint.reports.page import Reference
from trigpoint.reports.slides.layouts import EDGE, GREY, GRID, INK, NAVY
from trigpoint.reports.slides.text import spoken

_TYPE = 12
_TOP, _HEIGHT, _LEFT = 0.04, 0.8, 0.085  # the place of the plot inside the chart
_BESIDE_DOT, _BESIDE_LINE = 0.014, 0.026  # so that labels begin below each other, free of the last dot
_NO_TABLE = ("The table below holds", "The notes of this slide hold")
_SPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


def insert(place: ChartPlaceholder, line: Line) -> None:
    """Draws a line's chart in a placeholder: its series, the target, the comparators, labelled at their ends."""
    wide, high = place.width.pt, place.height.pt
    frame = place.insert_chart(XL_CHART_TYPE.LINE_MARKERS, _data(line))
    properties = frame.element.xpath(".//p:cNvPr")[0]
    properties.set("name", "Chart")
    properties.set("title", line.chart.name)
    properties.set("descr", line.chart.description.replace(*_NO_TABLE))
    chart: Chart = frame.chart
    chart.has_legend = chart.has_title = False
    chart.font.size, chart.font.name = Pt(_TYPE), "Arial"
    chart.font.color.rgb = RGBColor.from_string(GREY)
    spoken(chart.font)
    every, many = list(chart.plots[0].series), len(_runs(line))
    for series in every[:many]:
        _ours(series, line)
    for series, reference in zip(every[many:], _levels(line), strict=True):
        _level(series, reference)
    _axes(chart, line)
    _labels(chart, line, wide, high)


def number_format(unit: str, decimals: int) -> str:
    """How a value of a measure is written in a workbook."""
    return _places(decimals) + ('"%"' if unit == "%" else "")


def _places(decimals: int) -> str:
    return f"#,##0{'.' + '0' * decimals if decimals else ''}"


def _levels(line: Line) -> list[Reference]:
    """The target first, then the comparators."""
    return sorted(line.chart.references, key=lambda each: not each.is_target)


def _data(line: Line) -> CategoryChartData:
    data = CategoryChartData(number_format=number_format(line.unit, line.decimals))
    points = line.chart.points
    data.categories = [f"{point.tick}\n{point.year}" if point.year else point.tick for point in points]
    for name, first, after in _runs(line):
        values = [point.value if first <= place < after else None for place, point in enumerate(points)]
        data.add_series(name, [None if value is None else float(value) for value in values])
    for reference in _levels(line):
        data.add_series(reference.label, [float(reference.value)] * len(points))
    return data


def _runs(line: Line) -> list[tuple[str, int, int]]:
    """Our series, latest first: a new count begins a series of its own, because no line may join it to the last.

    Only some programs can leave out the stretch between two points of one series.
    """
    points = line.chart.points
    starts = [0, *(place for place, point in enumerate(points) if point.fresh and place), len(points)]
    runs = [(f"{line.chart.place}, to {points[after - 1].name}", first, after) for first, after in pairwise(starts)]
    name, first, after = (line.chart.place, *runs.pop()[1:])
    return [(name, first, after), *reversed(runs)]


def _ours(series: LineSeries, line: Line) -> None:
    series.smooth = False
    series.format.line.color.rgb = RGBColor.from_string(NAVY)
    series.format.line.width = Pt(2.25)
    _dot(series.marker, 5)
    last = len(line.chart.points) - 1
    if series.name == line.chart.place and line.chart.points[last].value is not None:
        point = series.points[last]
        _dot(point.marker, 9)
        point.format.line.color.rgb = RGBColor.from_string(NAVY)
        point.format.line.width = Pt(2.25)


def _dot(marker: object, size: int) -> None:
    marker.style, marker.size = XL_MARKER_STYLE.CIRCLE, size  # type: ignore[attr-defined]
    look = marker.format  # type: ignore[attr-defined]
    look.fill.solid()
    look.fill.fore_color.rgb = RGBColor.from_string(NAVY)
    look.line.color.rgb = RGBColor.from_string("FFFFFF")


def _level(series: LineSeries, reference: Reference) -> None:
    series.smooth = False
    series.marker.style = XL_MARKER_STYLE.NONE
    line = series.format.line
    line.color.rgb = RGBColor.from_string(INK if reference.is_target else GREY)
    line.width = Pt(1.75 if reference.is_target else 1.25)
    if not reference.is_target:
        line.dash_style = MSO_LINE.DASH


def _axes(chart: Chart, line: Line) -> None:
    scale, values, periods = line.chart.scale, chart.value_axis, chart.category_axis
    values.minimum_scale, values.maximum_scale = float(scale.low), float(scale.high)
    values.major_unit = float(scale.step)
    values.major_gridlines.format.line.color.rgb = RGBColor.from_string(GRID)
    values.format.line.fill.background()
    values.major_tick_mark = XL_TICK_MARK.NONE
    steps = -min(int(scale.step.normalize().as_tuple().exponent), 0)
    values.tick_labels.number_format = number_format(line.unit, steps)
    values.tick_labels.number_format_is_linked = False
    periods.format.line.color.rgb = RGBColor.from_string(EDGE)
    periods.has_major_gridlines = False


def _labels(chart: Chart, line: Line, wide: float, high: float) -> None:
    """Names with figures at the ends of the lines, pushed apart so that none covers another."""
    levels, last = _levels(line), _last(line)
    said = [(each.label, each.text, each.value, INK if each.is_target else GREY) for each in levels]
    if last is not None and (value := line.chart.points[last].value) is not None:
        said.insert(0, (line.chart.place, line.chart.points[last].text, value, NAVY))
    room = max((width(f"{name} {text}", _TYPE, bold=True) for name, text, *_ in said), default=0) + 32
    _plot(chart, max(1 - _LEFT - room / wide, 0.5))
    wanted = [_TOP + _HEIGHT * (1 - line.chart.scale.part(value)) for _, _, value, _ in said]
    placed = pushed_apart(wanted, 16 / high, _TOP, _TOP + _HEIGHT)
    every = chart.element.xpath(".//c:ser")
    labelled = [*([every[0]] if last is not None else []), *(every[-len(levels) :] if levels else [])]
    end = len(line.chart.points) - 1
    for series, (_, text, _, colour), was, now in zip(labelled, said, wanted, placed, strict=True):
        at = last if series is every[0] and last is not None else end
        aside = _BESIDE_DOT if colour == NAVY else _BESIDE_LINE
        label = _label(at, text, colour, (aside, now - was) if at == end else None)
        series.find("{*}cat").addprevious(parse_xml(label))


def _last(line: Line) -> int | None:
    """The place of the last point with a figure."""
    return max((n for n, point in enumerate(line.chart.points) if point.value is not None), default=None)


def _plot(chart: Chart, wide: float) -> None:
    layout = "".join(
        f'<c:{tag} val="{value}"/>'
        for tag, value in (("layoutTarget", "inner"), ("xMode", "edge"), ("yMode", "edge"), ("x", _LEFT), ("y", _TOP),
                           ("w", round(wide, 4)), ("h", _HEIGHT))
    )  # fmt: skip
    plot = chart.element.xpath(".//c:plotArea")[0]
    for old in plot.findall("{*}layout"):
        plot.remove(old)
    plot.insert(0, parse_xml(f"<c:layout {_SPACES}><c:manualLayout>{layout}</c:manualLayout></c:layout>"))


def _label(point: int, text: str, colour: str, moved: tuple[float, float] | None) -> str:
    """The label of a point: right of it, moved by parts of the chart; above it where others follow."""
    shift = "" if moved is None else f'<c:x val="{moved[0]}"/><c:y val="{moved[1]:.4f}"/>'
    look = (
        f'<c:numFmt formatCode={quoteattr(_format_of(text))} sourceLinked="0"/>'
        '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr>'
        f'<a:defRPr lang="en-GB" sz="{_TYPE * 100}" b="{int(colour != GREY)}"><a:solidFill><a:srgbClr val="{colour}"/>'
        '</a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
    )
    shown = (
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="1"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/><c:separator> </c:separator>'
    )
    none = shown.replace('val="1"', 'val="0"').replace("<c:separator> </c:separator>", "")
    return (
        f'<c:dLbls {_SPACES}><c:dLbl><c:idx val="{point}"/>'
        f"<c:layout>{f'<c:manualLayout>{shift}</c:manualLayout>' if shift else ''}</c:layout>{look}"
        f'<c:dLblPos val="{"r" if shift else "t"}"/>{shown}</c:dLbl>{none}</c:dLbls>'
    )


def _format_of(text: str) -> str:
    """The number format that prints a figure as `text` does: its decimals, its unit."""
    found = re.fullmatch(r"-?[\d,]+(?:\.(\d+))?(.*)", text)
    if found is None:
        return "General"
    return _places(len(found[1] or "")) + (f'"{found[2]}"' if found[2] else "")
