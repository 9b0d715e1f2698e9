"""The slides, opened again: a finding for a title, one measure each, a chart to edit, room for the longest text."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import borderfield
import every_field
import pptx
import pytest
from office import assert_nothing_foreign, parts, printed
from PIL import ImageFont
from pptx.presentation import Presentation
from pptx.slide import Slide

from trigpoint.reports.formats.pptx import write
from trigpoint.reports.line import Line
from trigpoint.reports.report import Report

REPORTS = {"borderfield": borderfield.report, "every field": every_field.report}
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture(scope="module", params=REPORTS)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Report, Path]:
    report = REPORTS[request.param]()
    (path,) = write(report, tmp_path_factory.mktemp("pptx"))
    return report, path


def opened(made: tuple[Report, Path]) -> Presentation:
    return pptx.Presentation(str(made[1]))


def measures(made: tuple[Report, Path]) -> Iterator[tuple[Line, Slide, dict[str, Any]]]:
    """Each line with its slide and the slide's shapes by name."""
    report, slides = made[0], list(opened(made).slides)
    for line, slide in zip(report.lines, slides[-len(report.lines) :], strict=True):
        yield line, slide, {shape.name: shape for shape in slide.shapes}


def test_one_measure_a_slide_with_the_finding_as_title_said_first(made: tuple[Report, Path]) -> None:
    slides = list(opened(made).slides)
    outlines = [slide.shapes.title.text for slide in slides if slide.shapes.title is not None]
    assert len(outlines) == len(slides)
    assert outlines[0] == made[0].title
    assert outlines[-len(made[0].lines) :] == [line.chart.title for line in made[0].lines]
    assert all(slide.shapes[0].shape_id == slide.shapes.title.shape_id for slide in slides if slide.shapes.title)
    assert all(shape.is_placeholder for slide in slides for shape in slide.shapes)


def test_a_slide_says_the_measure_its_figure_and_where_it_stands(made: tuple[Report, Path]) -> None:
    for line, _, shapes in measures(made):
        assert shapes["Measure and period"].text_frame.text == f"{line.code} · {line.title} · {line.now.period}"
        assert line.now.figure.text in shapes["Figure"].text_frame.text
        assert line.made_of in shapes["Figure"].text_frame.text
        position = shapes["Position"].text_frame.text
        assert position[0] in "●⊕▲◆□–○◉"
        assert position[2:] == line.now.status.words
        assert shapes["What the chart shows"].text_frame.text == line.chart.subtitle
        words = shapes["Target"].text_frame.text
        assert all(each in words for each in (line.target, line.tolerance, line.good, line.direction, line.trend))
        if line.commentary:
            written = shapes["Commentary"].text_frame.text
            assert written.startswith("What happened: ")
            assert line.commentary.signed in written or written.endswith("Continued in the notes.")
        elif line.commentary_due:
            assert f"Commentary required: {line.commentary_due}." in shapes["Commentary"].text_frame.text
        assert line.now.figure.trace in shapes["Stamp"].text_frame.text


def test_a_chart_can_be_edited_and_holds_the_line_with_its_gaps(made: tuple[Report, Path]) -> None:
    for line, _, shapes in measures(made):
        chart = shapes["Chart"].chart
        levels = sorted(line.chart.references, key=lambda each: not each.is_target)
        series = list(chart.plots[0].series)
        ours, others = series[: len(series) - len(levels)], series[len(series) - len(levels) :]
        values = [tuple(each.values) for each in ours]
        merged = [next((value for value in found if value is not None), None) for found in zip(*values, strict=True)]
        assert merged == [None if point.value is None else float(point.value) for point in line.chart.points]
        assert len(ours) == 1 + sum(point.fresh for point in line.chart.points[1:])  # no line joins a new count
        assert [each.name for each in others] == [each.label for each in levels]
        assert all(set(each.values) == {float(level.value)} for each, level in zip(others, levels, strict=True))
        assert str(ours[0].format.line.color.rgb) == "12436D"
        assert [each.format.line.dash_style is None for each in others] == [level.is_target for level in levels]
        assert chart.element.xpath("./c:chart/c:dispBlanksAs/@val") == ["gap"]
        assert chart.part.chart_workbook.xlsx_part is not None


def test_labels_at_the_ends_of_lines_are_printed_as_the_report_prints_them(made: tuple[Report, Path]) -> None:
    for line, _, shapes in measures(made):
        formats = shapes["Chart"].chart.element.xpath(".//c:dLbl/c:numFmt/@formatCode")
        said = [reference.text for reference in line.chart.references]
        said += [line.now.figure.text] if line.chart.points[-1].value is not None else []
        assert len(formats) >= len(said)
        decimals = {len(text.rstrip("%days ").partition(".")[2]) for text in said}
        assert {len(each.partition(".")[2].partition('"')[0]) for each in formats} >= decimals


def test_notes_hold_every_number_and_the_trace(made: tuple[Report, Path]) -> None:
    for line, slide, _ in measures(made):
        assert slide.notes_slide.notes_text_frame is not None
        notes = slide.notes_slide.notes_text_frame.text
        assert line.now.figure.trace in notes
        rows = notes.splitlines()
        for past in line.history:
            assert any(row.startswith(f"{past.period}: {past.figure.text}") for row in rows), past.period
        assert all(f"{other.area}: {other.figure.text}" in notes for other in line.others)
        if line.commentary:
            assert all(action.text in notes for action in line.commentary.actions)


def test_the_summary_counts_every_measure_and_lists_those_outside(made: tuple[Report, Path]) -> None:
    report, slides = made[0], list(opened(made).slides)
    summaries = slides[1 : -len(report.lines)]
    tallies = {shape.name: shape for shape in summaries[0].shapes}["How many stand where"].text_frame
    assert sum(int(paragraph.text.split()[0]) for paragraph in tallies.paragraphs) == len(report.lines)
    listed = [
        paragraph.text
        for slide in summaries
        for shape in slide.shapes
        if shape.name == "What is outside"
        for paragraph in shape.text_frame.paragraphs
    ]
    outside = [line for line in report.lines if line.now.status.shape == "diamond"]
    assert [text.split(": ")[0][2:] for text in listed] == [line.code for line in outside]


def test_shapes_lie_on_the_slide_and_apart(made: tuple[Report, Path]) -> None:
    deck = opened(made)
    for slide in deck.slides:
        boxes = [(s.name, s.left, s.top, s.left + s.width, s.top + s.height) for s in slide.shapes]
        for name, left, top, right, bottom in boxes:
            assert 0 <= left < right <= deck.slide_width, name
            assert 0 <= top < bottom <= deck.slide_height, name
        for one, other in combinations(boxes, 2):
            apart = one[3] <= other[1] or other[3] <= one[1] or one[4] <= other[2] or other[4] <= one[2]
            assert apart, (one[0], other[0])


@cache
def font(size: int, bold: bool) -> Any:
    if shutil.which("fc-match") is None:
        pytest.skip("fc-match is missing: apt-get install --no-install-recommends fontconfig fonts-liberation")
    ask = ["fc-match", "--format=%{file}", f"Arial:weight={200 if bold else 80}"]
    return ImageFont.truetype(subprocess.run(ask, check=True, capture_output=True, text=True).stdout, size * 10)


def rows_of(paragraph: Any, room: float) -> tuple[int, float]:
    """Rows and the size of type of a paragraph, measured letter by letter in the font itself."""
    rows, used, size = 1, 0.0, 0.0
    for run in paragraph.runs:
        size = max(size, run.font.size.pt)
        for place, word in enumerate(run.text.split(" ")):
            measured = font(10, bool(run.font.bold))
            long = measured.getlength(word) * run.font.size.pt / 100
            gap = measured.getlength(" ") * run.font.size.pt / 100 if place else 0.0
            if used and used + gap + long > room:
                rows, used, gap = rows + 1, 0.0, 0.0
            used += gap + long
    return rows, size


def test_every_text_fits_its_shape(made: tuple[Report, Path]) -> None:
    for slide in opened(made).slides:
        for shape in slide.shapes:
            if not shape.has_text_frame or shape.name == "Slide number":
                continue
            frame: Any = shape.text_frame
            room = (shape.width - frame.margin_left - frame.margin_right) / 12700
            high = sum(rows * size * 1.17 for rows, size in (rows_of(each, room) for each in frame.paragraphs))
            assert high <= shape.height / 12700, (shape.name, frame.text)
            assert all(run.font.size.pt >= 7 for each in frame.paragraphs for run in each.runs)


def test_everything_is_british_english_and_charts_have_words(made: tuple[Report, Path]) -> None:
    for name, content in parts(made[1].read_bytes()):
        assert b'lang="en-US"' not in content, name
    for line, slide, shapes in measures(made):
        for shape in slide.shapes:
            if shape.has_text_frame:
                runs = shape.element.iter(f"{DRAWING}rPr")
                assert {run.get("lang") for run in runs} == {"en-GB"}, shape.name
        words = shapes["Chart"].element.xpath(".//p:cNvPr")[0]
        assert words.get("title") == line.chart.name
        assert line.chart.description.removesuffix("The table below holds every figure.") in words.get("descr")
        assert "table" not in words.get("descr")


def test_it_says_what_it_is_and_nothing_of_the_machine(made: tuple[Report, Path]) -> None:
    said = opened(made).core_properties
    assert (said.author, said.language, said.subject) == ("Trigpoint", "en-GB", made[0].stamp.authority)
    assert said.title == f"{made[0].title}, {made[0].stamp.period}"
    assert_nothing_foreign(made[1])


def test_the_same_report_gives_the_same_bytes(made: tuple[Report, Path], tmp_path: Path) -> None:
    assert write(made[0], tmp_path)[0].read_bytes() == made[1].read_bytes()


def test_it_prints_a_page_a_slide_with_its_figure(made: tuple[Report, Path], tmp_path: Path) -> None:
    pages = printed(made[1], tmp_path)
    assert len(pages) == len(opened(made).slides)
    for line, page in zip(made[0].lines, pages[-len(made[0].lines) :], strict=True):
        assert line.now.figure.text in page
        assert line.code in page
        assert f"{line.chart.place} {line.now.figure.text}" in page or line.chart.points[-1].value is None
