"""The Word document, opened again: everything is said, in styles, with headings, heads and alternative texts."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import borderfield
import docx
import every_field
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from office import assert_nothing_foreign, figures, printed, said

from trigpoint.reports.block import Block, Chart, Found, Table, flat
from trigpoint.reports.formats.docx import write
from trigpoint.reports.report import Report
from trigpoint.reports.word.widths import Content, widths

REPORTS = {"borderfield": borderfield.report, "every field": every_field.report}


@pytest.fixture(scope="module", params=REPORTS)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Report, Path]:
    report = REPORTS[request.param]()
    (path,) = write(report, tmp_path_factory.mktemp("docx"))
    return report, path


def words(element: Any) -> str:
    """The text under an element, one paragraph a line."""
    paragraphs = element.iter(qn("w:p"))
    return "\n".join("".join(text.text or " " for text in each.iter(qn("w:t"), qn("w:br"))) for each in paragraphs)


def shown(block: Block) -> Block:
    """A block without what it says only elsewhere: in words nobody sees, or when there is nothing else."""
    if isinstance(block, Table) and not block.title_shown:
        return replace(block, title="")
    return replace(block, empty="") if isinstance(block, Found) and block.items else block


def style_of(paragraph: Any) -> str:
    return str(paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").get(qn("w:val")))


def opened(made: tuple[Report, Path]) -> Document:
    return docx.Document(str(made[1]))


def test_every_text_of_every_field_is_said_in_order(made: tuple[Report, Path]) -> None:
    text = re.sub(r"\s+", " ", words(opened(made).element.body))
    at = text.index(made[0].pages[0].lede)
    for page in made[0].pages:
        for block in flat(page.blocks):
            where = []
            for each in said(shown(block)):
                plain = re.sub(r"[\s\x1b]+", " ", each).strip()
                assert plain in text[at:], f"{page.file}: {each!r} is not said, or above the block before"
                where.append(text.index(plain, at))
            at = min(where, default=at)


def test_every_period_of_every_line_stands_with_its_trace() -> None:
    report = borderfield.report()
    rows = {
        tuple(cell.text for cell in row.cells)
        for page in report.pages
        for block in flat(page.blocks)
        if isinstance(block, Table) and block.look == "traces"
        for row in block.rows
    }
    assert all(any((past.figure.text, past.figure.trace) == row[1:] for row in rows) for line in report.lines
               for past in line.history)  # fmt: skip


def test_text_has_styles_of_the_document_and_no_type_of_its_own(made: tuple[Report, Path]) -> None:
    document = opened(made)
    known = {style.style_id for style in document.styles}
    used = Counter(style_of(paragraph) for paragraph in document.element.body.iter(qn("w:p")))
    assert set(used) <= known
    assert {"Title", "Heading1", "Heading2", "Caption", "ListBullet", "TableText", "TableNumber", "TOC1"} <= set(used)
    assert not list(document.element.body.iter(qn("w:rFonts")))
    tables = {table.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}").get(qn("w:val")) for table in tables_of(document)}
    assert tables == {"TrigpointTable"}


def test_headings_are_said_and_jump_no_level(made: tuple[Report, Path]) -> None:
    headings = [
        p for p in opened(made).paragraphs if p.style is not None and (p.style.name or "").startswith("Heading")
    ]
    assert all(heading.text.strip() for heading in headings)
    levels = [int(str(heading.style.name)[-1]) for heading in headings if heading.style]
    assert levels[0] == 1
    assert levels.count(1) == len(made[0].pages)
    assert all(after <= before + 1 for before, after in pairwise(levels))


def tables_of(document: Document) -> list[Any]:
    return list(document.element.body.iter(qn("w:tbl")))


def test_tables_have_a_name_a_head_that_repeats_and_rows_that_hold_together(made: tuple[Report, Path]) -> None:
    tables = tables_of(opened(made))
    assert tables
    for table in tables:
        rows = table.findall(qn("w:tr"))
        assert table.find(f"{qn('w:tblPr')}/{qn('w:tblCaption')}").get(qn("w:val"))
        heads = [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows]
        assert heads == [True, *[False] * (len(rows) - 1)]
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)
        columns = len(table.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}"))
        for row in rows:
            spans = [cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}") for cell in row.findall(qn("w:tc"))]
            assert sum(1 if span is None else int(span.get(qn("w:val"))) for span in spans) == columns


def test_numbers_stand_right_changed_rows_are_shaded_and_totals_are_bold(tmp_path: Path) -> None:
    (path,) = write(every_field.report(), tmp_path)
    block = every_field.table()
    table = docx.Document(str(path)).tables[0]
    numbers = [place for place, column in enumerate(block.columns) if column.kind == "number"]
    latest = next(place for place, column in enumerate(block.columns) if column.now)
    rows = [row for row in table.rows if len(row._tr.tc_lst) == len(block.columns)]
    body = [row for row in block.rows if len(row.cells) == len(block.columns)]
    for shown, row in zip(rows[1:], body, strict=True):
        cells = shown._tr.tc_lst
        fills = [cell.xpath("string(./w:tcPr/w:shd/@w:fill)") for cell in cells]
        assert [n for n, cell in enumerate(cells) if style_of(cell.p_lst[0]) == "TableNumber"] == numbers
        plain = ["e8eef4" if place == latest else "" for place in range(len(cells))]
        assert fills == (["fff6d6"] * len(cells) if row.changed else plain)
        assert bool(cells[1].xpath(".//w:b")) == row.total
        assert (("Changed" in words(cells[6])), bool(cells[0].xpath("./w:tcPr/w:tcBorders"))) == (
            row.changed,
            row.total,
        )
    statuses = [words(row._tr.tc_lst[6]).splitlines()[1] for row in rows[3:-1]]
    assert [re.split("[\xa0]", status)[0] for status in statuses] == list("●⊕▲◆□–○◉")


def test_charts_have_words_and_decoration_has_none(made: tuple[Report, Path]) -> None:
    drawn = opened(made).element.body.xpath(".//wp:inline/wp:docPr")
    charts = [block for page in made[0].pages for block in flat(page.blocks) if isinstance(block, Chart)]
    assert [each.get("descr") for each in drawn if each.get("descr")] == [chart.picture.description for chart in charts]
    assert [each.get("title") for each in drawn if each.get("descr")] == [chart.picture.name for chart in charts]
    small = [each for each in drawn if not each.get("descr")]
    assert small
    assert all(each.xpath(".//*[local-name()='decorative'][@val='1']") for each in small)
    assert len({each.get("id") for each in drawn}) == len(drawn)


def test_pages_stand_as_they_should_with_the_stamp_below(made: tuple[Report, Path]) -> None:
    report, document = made[0], opened(made)
    wide = [section.orientation == WD_ORIENT.LANDSCAPE for section in document.sections]
    assert wide == [False, *(page.landscape for page in report.pages)]
    for page, section in zip(report.pages, document.sections[1:], strict=True):
        footer = section.footer._element
        assert section.page_width is not None
        assert section.page_height is not None
        assert (section.page_width > section.page_height) == page.landscape
        text = words(footer)
        assert all(each in text for each in (page.stamp.snapshot, page.stamp.status, page.stamp.trace, "Page "))
        assert [field.get(qn("w:instr")).strip() for field in footer.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


def test_links_lead_somewhere_and_the_contents_name_every_page(made: tuple[Report, Path]) -> None:
    body = opened(made).element.body
    places = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    assert {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))} == places
    contents = [words(p) or "".join(p.itertext()) for p in body.iter(qn("w:p")) if style_of(p) == "TOC1"]
    assert len(contents) == len(made[0].pages)
    assert all(page.title in line for page, line in zip(made[0].pages, contents, strict=True))


def test_it_says_what_it_is_and_nothing_of_the_machine(made: tuple[Report, Path]) -> None:
    report, path = made
    document = opened(made)
    language = document.styles.element.xpath("./w:docDefaults//w:lang")[0]
    assert language.get(qn("w:val")) == "en-GB"
    said_of_it = document.core_properties
    assert (said_of_it.author, said_of_it.language) == ("Trigpoint", "en-GB")
    assert said_of_it.title == f"{report.title}, {report.stamp.period}"
    assert said_of_it.subject == report.stamp.authority
    assert said_of_it.created is not None
    assert said_of_it.created.date() == max(line.now.end for line in report.lines)
    assert_nothing_foreign(path)


def test_the_same_report_gives_the_same_bytes(made: tuple[Report, Path], tmp_path: Path) -> None:
    assert write(made[0], tmp_path)[0].read_bytes() == made[1].read_bytes()


def test_it_prints_with_every_figure(made: tuple[Report, Path], tmp_path: Path) -> None:
    pages = printed(made[1], tmp_path)
    assert figures("".join(pages)) == figures(words(opened(made).element.body))
    assert f"Page {len(pages)} of {len(pages)}" in pages[-1]


WORDS = st.text("abcdefg 0123", min_size=1, max_size=40)
CELLS = st.lists(st.builds(Content, st.tuples(WORDS), st.tuples(WORDS)), min_size=1, max_size=5)


@given(st.lists(CELLS, min_size=1, max_size=30), st.sampled_from([493.0, 740.0]))
def test_columns_fill_at_most_the_page(columns: list[list[Content]], room: float) -> None:
    found, size = widths(columns, room)
    assert len(found) == len(columns)
    assert sum(found) <= room * 1.0001
    assert min(found) > 0
    assert 6 <= size <= 9.5
