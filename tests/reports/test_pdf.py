"""The report as a PDF: tagged throughout, every figure in it, the same bytes, words that cannot become markup."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import zlib
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import every_block
import pytest
from every_block import BAD, LONG

from trigpoint.reports.block import Block, Chart, Column, Facts, Heading, Table, flat
from trigpoint.reports.formats.html import stamp_lines
from trigpoint.reports.formats.pdf import pdf, write
from trigpoint.reports.legible import font_letters
from trigpoint.reports.report import Report

STREAM = re.compile(rb"<<([^\n]*)>>\nstream\n(.*?)\nendstream", re.S)
STRING = re.compile(rb"\((?:\\.|[^\\)])*\)", re.S)
PAINTS = re.compile(rb"(BDC|BMC|EMC|Tj|TJ|\bDo|\bsh|\b[fFSsBb]\*?)$", re.M)
ELEMENT = re.compile(rb"^(\d+) 0 obj\n<</Type/StructElem/S/(\w+)/(.*)>>\nendobj", re.M)


@pytest.fixture(scope="module")
def report() -> Report:
    return every_block.report("; ".join(BAD))


@pytest.fixture(scope="module")
def made(report: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(report, tmp_path_factory.mktemp("pdf"))[0]


def tool(name: str, *words: object) -> str:
    if not shutil.which(name):
        message = f"{name} is missing: apt-get install --no-install-recommends poppler-utils"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    return subprocess.run([name, *map(str, words)], check=True, capture_output=True, text=True).stdout


def elements(made: Path) -> list[tuple[str, bytes]]:
    return [(match[2].decode(), match[3]) for match in ELEMENT.finditer(made.read_bytes())]


def test_every_kind_of_block_is_tried(report: Report) -> None:
    assert {type(b) for page in report.pages for b in (*page.blocks, *flat(page.blocks))} == set(every_block.ALL)


def test_the_file_says_what_it_is(made: Path, report: Report) -> None:
    said = tool("pdfinfo", made)
    assert re.search(rf"Title: +{report.title}, December 2026\n", said)
    assert re.search(r"Author: +Borderfield Council\n", said)
    assert re.search(r"Keywords: .*Contract report", said)
    assert re.search(r"Tagged: +yes", said)
    assert "2026-12-31" in tool("pdfinfo", "-isodates", made)
    raw = made.read_bytes()
    for mark in (b"/Lang(en-GB)", b"/MarkInfo", b"/StructTreeRoot", b"/Outlines", b"/DisplayDocTitle true"):
        assert mark in raw, mark
    assert b"pdfuaid:part>1<" in raw


def test_headings_go_down_one_step_at_a_time(made: Path, report: Report) -> None:
    levels = [int(kind[1]) for kind, _ in elements(made) if re.fullmatch(r"H\d", kind)]
    assert levels.count(1) == len(report.pages)
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("heading", [(), (Heading("Amended"),)])
def test_facts_take_the_level_below_what_stands_before_them(
    report: Report, tmp_path: Path, heading: tuple[Heading, ...]
) -> None:
    blocks: tuple[Block, ...] = (*heading, Facts("Term", (("Now", "Then"),)), Heading("After"))
    page = replace(report.pages[-1], blocks=blocks)
    made = write(replace(report, pages=(page,), notes=()), tmp_path)[0]
    levels = [kind for kind, _ in elements(made) if re.fullmatch(r"H\d", kind)]
    assert levels == (["H1", "H2", "H3", "H2"] if heading else ["H1", "H2", "H2"])


def test_tables_have_heads_of_columns_and_of_rows(made: Path, report: Report) -> None:
    found = elements(made)
    tables = [b for page in report.pages for b in flat(page.blocks) if isinstance(b, Table)]
    assert sum(kind == "Table" for kind, _ in found) == len(tables)
    columns = [body for kind, body in found if kind == "TH" and b"/Scope/Column" in body]
    assert len(columns) == sum(len(table.columns) for table in tables)
    rows = [body for kind, body in found if kind == "TH" and b"/Scope/Row" in body]
    named = [table for table in tables if any(column.kind == "name" for column in table.columns)]
    groups = sum(1 for table in named for group in table.groups if group.title)
    assert len(rows) == sum(len(list(table.rows)) for table in named) + groups
    assert sum(kind == "Caption" for kind, _ in found) == len(tables)


def test_every_drawing_has_words_or_is_decoration(made: Path, report: Report) -> None:
    charts = [b.picture for page in report.pages for b in flat(page.blocks) if isinstance(b, Chart)]
    figures = [body for kind, body in elements(made) if kind == "Figure"]
    assert len(figures) == len(charts)
    assert all(re.search(rb"/Alt[(<].{20}", body, re.S) for body in figures)


def test_nothing_stands_outside_the_tags(made: Path) -> None:
    """Text, lines and pictures are painted inside marked content: a tag's or decoration's."""
    pages = [content for head, content in streams(made) if b"Subtype" not in head and b"BDC" in content]
    assert len(pages) == int(re.search(r"Pages: +(\d+)", tool("pdfinfo", made))[1])  # type: ignore[index]
    for content in pages:
        depth = 0
        for word in PAINTS.findall(STRING.sub(b"()", content)):
            depth += {b"BDC": 1, b"BMC": 1, b"EMC": -1}.get(word, 0)
            assert depth > 0 or word == b"EMC", word


def streams(made: Path) -> Iterator[tuple[bytes, bytes]]:
    for head, packed in STREAM.findall(made.read_bytes()):
        if b"FlateDecode" in head and b"Font" not in head:
            yield head, zlib.decompress(packed)


def test_every_figure_of_the_lines_is_in_the_text(made: Path, report: Report) -> None:
    text = re.sub(r"\s+", " ", tool("pdftotext", "-layout", made, "-"))
    tight = tool("pdftotext", made, "-").replace("\n", "").replace(" ", "")
    for line in report.lines:
        for past in line.history:
            assert past.figure.text in text, (line.code, past.period)
        assert line.now.figure.trace.replace(" ", "") in tight, line.code
        assert line.now.status.words.replace(" ", "") in tight


def test_stamp_and_number_on_every_page(made: Path, report: Report) -> None:
    pages = tool("pdftotext", made, "-").split("\f")[:-1]
    traced = {page.title: page.stamp.trace for page in report.pages}
    for place, page in enumerate(pages, 1):
        tight = re.sub(r"\s+", "", page)
        assert f"Page{place}of{len(pages)}" in tight
        for name, said in stamp_lines("", report.stamp):
            assert name == "Report" or re.sub(r"\s+", "", said) in tight, (place, name)
    whole = re.sub(r"\s+", "", "".join(pages))
    assert all(trace.replace(" ", "") in whole for trace in traced.values())


def test_the_same_inputs_give_the_same_bytes(made: Path) -> None:
    assert pdf(every_block.report("; ".join(BAD))) == made.read_bytes()


def test_bad_text_is_printed_as_it_is(made: Path) -> None:
    text = re.sub(r"\s+", "", tool("pdftotext", made, "-"))
    for words in BAD:
        assert words.replace(" ", "") in text


def test_letters_that_the_font_has_not_stop_no_report(tmp_path: Path) -> None:
    """Accents are kept where the font has them; the rest is a box, and control characters go."""
    made = write(every_block.report("a\x0b\x00b\ud800 Llŷr Żółć \u1e9e 日本 ½ → ≥"), tmp_path)[0]
    assert "ab□ Llŷr Żółć ẞ □□ ½ → ≥" in re.sub(r"\s+", " ", tool("pdftotext", "-layout", made, "-"))


def test_both_weights_have_the_same_letters() -> None:
    regular, bold = (font_letters(f"LiberationSans-{weight}.ttf") for weight in ("Regular", "Bold"))
    assert regular == bold
    assert {ord(letter) for letter in "aŵŷÉ£€–—‘’“”…→≥□"} <= regular
    assert not {ord(letter) for letter in "日😀\x00"} & regular


def test_a_report_without_lines_or_rows_is_still_a_document(report: Report, tmp_path: Path) -> None:
    table = Table(title="Empty", columns=(Column(head="A", kind="name"), Column(head="B")), groups=())
    page = replace(report.pages[-1], blocks=(table,))
    made = write(replace(report, lines=(), pages=(page,)), tmp_path)[0]
    assert "Empty" in tool("pdftotext", made, "-")
    assert "CreationDate" not in tool("pdfinfo", made)


def test_a_word_that_no_column_holds_is_broken_inside_the_page(tmp_path: Path) -> None:
    made = write(every_block.report(LONG), tmp_path)[0]
    assert LONG in re.sub(r"\s+", "", tool("pdftotext", made, "-"))
    boxes = tool("pdftotext", "-bbox", made, "-")
    wide = [float(x) for x in re.findall(r'xMax="([\d.]+)"[^>]*>Donau', boxes)]
    assert wide
    assert max(wide) <= 842


def test_the_file_can_be_read_after_its_tags_were_changed(made: Path) -> None:
    """Every place in the table of places is the start of its object."""
    raw = made.read_bytes()
    start = int(re.search(rb"startxref\n(\d+)", raw)[1])  # type: ignore[index]
    assert raw[start:].startswith(b"xref")
    entries = re.findall(rb"(\d{10}) \d{5} ([nf])", raw[start:])
    for number, (place, kind) in enumerate(entries):
        assert kind == b"f" or raw[int(place) :].startswith(b"%d 0 obj" % number), number


def test_the_fonts_are_those_that_were_taken_in() -> None:
    folder = files("trigpoint.reports") / "static" / "fonts"
    for line in (folder / "SHA256SUMS").read_text().splitlines():
        digest, name = line.split()
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest, name
