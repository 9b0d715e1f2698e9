"""The slide of one measure."""

from __future__ import annotations

from bisect import bisect
from dataclasses import replace
from itertools import groupby

from pptx.presentation import Presentation
from pptx.shapes.placeholder import ChartPlaceholder

from trigpoint.reports.commentary_words import missing
from trigpoint.reports.line import Line
from trigpoint.reports.report import Report
from trigpoint.reports.slides.chart import insert
from trigpoint.reports.slides.deck import add
from trigpoint.reports.slides.layouts import GREY, MEASURE
from trigpoint.reports.slides.notes import HEADS, notes, written
from trigpoint.reports.slides.opening import footed
from trigpoint.reports.slides.text import Lines, Words, fitted, marked, put, spoken
from trigpoint.reports.symbols import ARROWS

_ROOM = (856.0, 75.0)  # for the commentary, in points
_LEAST = 10.0


def measure(deck: Presentation, report: Report, line: Line) -> None:
    """Adds it: the finding as title, the figure and where it stands, its chart, what is said of it."""
    slide = add(deck, MEASURE)
    at = {shape.placeholder_format.idx: shape for shape in slide.placeholders}
    period = line.now.period
    put(at[0], [[Words(line.chart.title or line.title, 26, bold=True)]], least=16)
    put(at[10], [[Words(" · ".join(each for each in (line.code, line.title, period) if each), 13, colour=GREY)]])
    put(at[11], _figure(line))
    put(at[12], [marked(line.now.status, 18)])
    put(at[13], _target(line))
    put(at[16], [[Words(line.chart.subtitle, 11, colour=GREY)]], least=8)
    chart = at[14]
    assert isinstance(chart, ChartPlaceholder)
    insert(chart, line)
    put(at[15], _commentary(line), least=_LEAST)
    footed(slide, report, line.now.figure.trace)
    frame = slide.notes_slide.notes_text_frame
    assert frame is not None
    frame.text = notes(line, report)
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            spoken(run.font)


def _figure(line: Line) -> Lines:
    lines = [
        [Words(line.now.period, 12, colour=GREY)],
        [Words(line.now.figure.text, 48, bold=True)],
        [Words(line.made_of or line.now.reason, 12, colour=GREY)],
    ]
    return [words for words in lines if words[0].text]


def _target(line: Line) -> Lines:
    arrow = f"{ARROWS[line.arrow]} " if line.arrow else ""
    said = (
        ("Target", line.target or "None"),
        ("Bands", line.bands),
        ("Tolerance", line.tolerance),
        ("Good is", line.good),
        ("Since the period before", f"{arrow}{line.direction}"),
        ("Trend", line.trend),
    )
    return [[Words(f"{name}  ", 13, colour=GREY), Words(text, 13, bold=True)] for name, text in said if text]


def _commentary(line: Line) -> Lines:
    """As much of it as fits in readable type, a paragraph a thing said if there is room; all of it is in the notes."""
    if line.commentary is None:
        lead, text = missing(line.commentary_due)
        return [[Words(f"{lead} ", 12, bold=True), Words(text, 12)]] if line.commentary_due else [[Words(lead, 12)]]
    lines = [_headed(said) for said in written(line.commentary)]
    if fitted(lines, *_ROOM, _LEAST):
        return lines
    words = [
        Words(word, each.size, each.bold) for line in lines for each in line for word in each.text.rstrip().split(" ")
    ]
    if fitted([_joined(words)], *_ROOM, _LEAST):
        return [_joined(words)]
    most = bisect(range(len(words)), 0, key=lambda n: not fitted([_cut(words, n)], *_ROOM, _LEAST)) - 1
    return [_cut(words, most)]


def _headed(said: str) -> list[Words]:
    head, colon, rest = said.partition(": ")
    return [Words(f"{head}: ", 12, bold=True), Words(rest, 12)] if colon and head in HEADS else [Words(said, 12)]


def _cut(words: list[Words], many: int) -> list[Words]:
    small = [replace(each, size=_LEAST) for each in words[:many]]
    return [*_joined(small), Words("… ", _LEAST), Words("Continued in the notes.", _LEAST, bold=True)]


def _joined(words: list[Words]) -> list[Words]:
    """Words of one look as one stretch of text."""
    runs = groupby(words, lambda each: (each.size, each.bold))
    return [Words(" ".join(each.text for each in run) + " ", size, bold) for (size, bold), run in runs]
