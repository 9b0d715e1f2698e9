"""The chart of a measure over time as our own SVG, drawn twice: wide, and 288 px for phones."""

from __future__ import annotations

from trigpoint.reports.chart_words import end_labels, tolerance_label, worst_label
from trigpoint.reports.frame import EVENT_LANE, Frame, stretches
from trigpoint.reports.labels import width
from trigpoint.reports.page import ChartSeries
from trigpoint.reports.svg import BAND, EDGE, GREY, GRID, INK, NAVY, SIGNAL, WHITE, element, line, text, titled

_APART = 11.0  # px between two initials


def drawing(chart: ChartSeries, name: str, *, narrow: bool = False) -> str:
    """The drawing as one `svg` element; `name` makes its ids unique on the page."""
    frame = Frame(chart, narrow)
    parts = [
        *_band(frame),
        *_axis(frame),
        *_band_edges(frame),
        *_references(frame),
        *_events(frame),
        *_line(frame),
        *tolerance_label(frame),
        *worst_label(frame),
        *end_labels(frame),
        *_periods(frame),
    ]
    look = f"chart {'narrow' if narrow else 'wide'}"
    id_ = f"{name}{'n' if narrow else 'w'}"
    return titled(parts, id_, chart.name, chart.description, frame.width, frame.height, look)


def _band(frame: Frame) -> list[str]:
    low, high = frame.chart.low, frame.chart.high
    if low is None or high is None:
        return []
    top, bottom = frame.y(high), frame.y(low)
    return [element("rect", x=frame.left, y=top, width=frame.right - frame.left, height=bottom - top, fill=BAND)]


def _axis(frame: Frame) -> list[str]:
    parts = []
    for value in frame.chart.scale.ticks:
        y = frame.y(value)
        stroke = EDGE if value == frame.chart.scale.low else GRID
        parts.append(line([(frame.left, y), (frame.right, y)], stroke))
        parts.append(text(frame.tick(value), frame.left - 6, y + 4, fill=GREY, text_anchor="end"))
    return parts


def _band_edges(frame: Frame) -> list[str]:
    ends = [frame.y(end) for end in (frame.chart.low, frame.chart.high) if end is not None]
    return [line([(frame.left, y), (frame.right, y)], EDGE, stroke_dasharray="1.5 3") for y in ends]


def _references(frame: Frame) -> list[str]:
    parts = []
    for reference in sorted(frame.chart.references, key=lambda r: r.is_target):
        points = [(frame.left, frame.y(reference.value)), (frame.right, frame.y(reference.value))]
        if reference.is_target:
            parts.append(line(points, INK, stroke_width=2))
        else:
            parts.append(line(points, GREY, stroke_width=1.4, stroke_dasharray="6 4"))
    return parts


def _events(frame: Frame) -> list[str]:
    """A dashed line down the plot where events stand, and their numbers in circles above it."""
    stems: dict[float, float] = {}
    numbers = []
    for event, lane in zip(frame.chart.events, frame.event_lanes, strict=True):
        x, y = frame.x(event.place), 10.0 + lane * EVENT_LANE
        stems.setdefault(x, y)  # the second of a period stands lower on the line of the first
        numbers.append(element("circle", cx=x, cy=y, r=9, fill=WHITE, stroke=GREY, stroke_width=1))
        numbers.append(text(str(event.number), x, y + 4.3, 12, fill=GREY, text_anchor="middle"))
    down = [line([(x, y), (x, frame.bottom)], GREY, stroke_width=1, stroke_dasharray="3 3") for x, y in stems.items()]
    return [*down, *numbers]


def _line(frame: Frame) -> list[str]:
    """The line, broken where a period has no figure; a figure between two gaps is still a point."""
    parts = [line(path, NAVY, stroke_width=2.5, stroke_linejoin="round") for path in stretches(frame) if len(path) > 1]
    last = len(frame.chart.points) - 1
    for place, point in enumerate(frame.chart.points):
        if point.value is not None:
            radius, edge = (5.0, 1.5) if place == last else (2.8, 1.0)
            x, y = frame.x(place), frame.y(point.value)
            if place in frame.chart.signals:
                look = element("path", d=_diamond(x, y), fill=SIGNAL, stroke=INK, stroke_width=1)
            elif point.revised:
                look = element("circle", cx=x, cy=y, r=max(radius, 4), fill=WHITE, stroke=NAVY, stroke_width=1.8)
            else:
                look = element("circle", cx=x, cy=y, r=radius, fill=NAVY, stroke=WHITE, stroke_width=edge)
            parts.append(look)
    return parts


def _diamond(x: float, y: float) -> str:
    return f"M{x:.1f} {y - 6:.1f}l6 6-6 6-6-6z"


def _periods(frame: Frame) -> list[str]:
    """Axis labels: initials of months where they stand close, and the year under the period where it starts."""
    parts = []
    step, initials = _labelled(frame)
    for place, point in enumerate(frame.chart.points):
        x = frame.x(place)
        if place % step == (len(frame.chart.points) - 1) % step:
            label = point.tick[:1] if initials else point.tick
            parts.append(text(label, x, frame.bottom + 17, fill=GREY, text_anchor="middle"))
        parts.append(line([(x, frame.bottom), (x, frame.bottom + 4)], EDGE))
        if point.year:
            said = point.year
            start = max(x - width(said, 12) / 2, 0.0)
            parts.append(text(said, start, frame.bottom + 33, fill=GREY))
    return parts


def _labelled(frame: Frame) -> tuple[int, bool]:
    """Every how many periods have a label, the last one always; and whether it is an initial only."""
    many = len(frame.chart.points)
    apart = abs(frame.x(1) - frame.x(0)) if many > 1 else 99.0
    initials = apart < max((width(point.tick, 12) for point in frame.chart.points), default=0.0) + 3
    return (1 if apart >= _APART else 3), initials or (frame.narrow and many > 6)
