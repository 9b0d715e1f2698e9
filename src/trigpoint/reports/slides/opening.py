"""The slides before the measures: what the report is, and how many measures stand where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pptx.presentation import Presentation
from pptx.slide import Slide

from trigpoint.reports.block import Mark
from trigpoint.reports.formats.html import stamp_lines
from trigpoint.reports.line import Line
from trigpoint.reports.report import Report
from trigpoint.reports.slides.deck import add
from trigpoint.reports.slides.layouts import GREY, SUMMARY, TITLE
from trigpoint.reports.slides.text import Lines, Words, height, marked, put

_LIST = (590.0, 340.0)  # the room of the list of what is outside, in points
_BETWEEN = 8.0


def title(deck: Presentation, report: Report) -> None:
    """Adds the first slide."""
    slide = add(deck, TITLE)
    at = {shape.placeholder_format.idx: shape for shape in slide.placeholders}
    stamp = report.stamp
    put(at[0], [[Words(report.title, 40, bold=True)]], least=22)
    put(at[1], [[Words(f"{stamp.authority} · {stamp.period}", 20, colour=GREY)]])
    said = [(name, text) for name, text in stamp_lines(report.title, stamp) if name != "Report"]
    put(at[11], [[Words(f"{name}: ", 14, colour=GREY), Words(text, 14)] for name, text in said])


def summary(deck: Presentation, report: Report) -> None:
    """Adds the tallies and the list of what is outside tolerance, on as many slides as the list needs."""
    outside = [line for line in report.lines if line.now.status.tone == "outside"]
    tallies = [[Words(f"{count}  ", 18, bold=True), *marked(mark, 16)] for mark, count in _tallies(report)]
    head = _finding(outside, len(report.lines))
    for place, listed in enumerate(_parted([_outside(line) for line in outside])):
        slide = add(deck, SUMMARY)
        at = {shape.placeholder_format.idx: shape for shape in slide.placeholders}
        put(at[0], [[Words(head if place == 0 else f"{head} (continued)", 26, bold=True)]], least=16)
        put(at[10], [[Words(f"{report.title} · {report.stamp.authority} · {report.stamp.period}", 13, colour=GREY)]])
        put(at[11], tallies)
        put(at[12], listed or [[Words(f"{head}.", 15)]])
        footed(slide, report, "")


def footed(slide: Slide, report: Report, trace: str) -> None:
    """Writes the stamp at the foot of a slide, with the trace of its figure."""
    stamp = replace(report.stamp, trace=trace)
    lines = sorted(stamp_lines(report.title, stamp), key=lambda each: each[0] == "Trace")  # the longest last
    said = [text if name == "Report" else f"{name}: {text}" for name, text in lines]
    place = next(shape for shape in slide.placeholders if shape.name == "Stamp")
    put(place, [[Words(" · ".join(said), 9, colour=GREY)]], least=7)


def _tallies(report: Report) -> Iterator[tuple[Mark, int]]:
    """How many lines stand in each state; reasons are left to their slides."""
    found: dict[tuple[str, str], tuple[Mark, int]] = {}
    for line in report.lines:
        mark = line.now.status
        plain = replace(mark, words=mark.words.partition(": ")[0])
        _, before = found.get((mark.shape, plain.words), (plain, 0))
        found[mark.shape, plain.words] = (plain, before + 1)
    order = ("ringed", "plus", "circle", "triangle", "diamond", "square", "ring", "dash")
    yield from sorted(found.values(), key=lambda each: (order.index(each[0].shape), each[0].words))


def _finding(outside: list[Line], many: int) -> str:
    words = outside[0].now.status.words.lower() if outside else "outside tolerance"
    if not outside:
        return f"None of {many} measures is {words}"
    return f"{len(outside)} of {many} measures {'is' if len(outside) == 1 else 'are'} {words}"


def _outside(line: Line) -> list[Words]:
    target = f", target {line.target}" if line.target else ""
    direction = f"; {line.direction.lower()}" if line.arrow else ""
    mark = marked(line.now.status, 14)[0]
    return [
        mark,
        Words(f"{line.code}: ", 14, bold=True),
        Words(f"{line.title}. ", 14),
        Words(line.now.figure.text, 14, bold=True),
        Words(f"{target}{direction}", 14),
    ]


def _parted(items: list[list[Words]]) -> Iterator[Lines]:
    """The list in as many parts as the room asks for; one empty part when there is nothing."""
    part: list[list[Words]] = []
    used = 0.0
    for item in items:
        need = height([item], _LIST[0]) + _BETWEEN
        if part and used + need > _LIST[1]:
            yield part
            part, used = [], 0.0
        part.append(item)
        used += need
    yield part
