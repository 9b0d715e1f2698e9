"""The pages as HTML: the same bytes for the same inputs, links that lead somewhere, text that cannot break out."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from borderfield import report

from trigpoint.reports.block import Chart, Side
from trigpoint.reports.formats.html import render, write
from trigpoint.reports.page import ChartSeries

GOLDEN = Path(__file__).parent / "golden" / "kpi-3.html"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return write(report(), tmp_path_factory.mktemp("report"))


def test_one_page_is_as_it_was_agreed(written: list[Path]) -> None:
    """To accept a change: copy the page named in the failure over the golden file, and look at it first."""
    page = next(path for path in written if path.name == GOLDEN.name)
    assert page.read_text(encoding="utf-8") == GOLDEN.read_text(encoding="utf-8"), f"{page} is not {GOLDEN}"


def test_the_same_inputs_give_the_same_bytes(written: list[Path], tmp_path: Path) -> None:
    again = write(report(), tmp_path)
    assert [path.name for path in again] == [path.name for path in written]
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in written]


def test_every_link_leads_to_a_file_of_the_pack_or_a_place_on_the_page(written: list[Path]) -> None:
    names = {path.name for path in written}
    for path in written:
        if path.suffix == ".html":
            text = path.read_text(encoding="utf-8")
            ids = set(re.findall(r' id="([^"]+)"', text))
            assert len(ids) == len(re.findall(r' id="', text)), f"{path.name}: an id is used twice"
            for address in re.findall(r'(?:href|src)="([^"]*)"', text):
                assert address in names or address.removeprefix("#") in ids, f"{path.name} links to {address}"
            assert not re.search(r"https?:|style=|<script|url\(", text), f"{path.name} reaches outside itself"


def test_every_page_is_reached_from_the_summary(written: list[Path]) -> None:
    index = written[0].read_text(encoding="utf-8")
    pages = {page.file for page in report().pages}
    assert all(f'href="{path.name}"' in index for path in written[1:] if path.name in pages)


def test_text_cannot_become_markup() -> None:
    whole = report()
    page = whole.pages[2]
    side = page.blocks[1]
    assert isinstance(side, Side)
    chart = side.columns[0][0]
    assert isinstance(chart, Chart)
    assert isinstance(chart.picture, ChartSeries)
    bad = "<script>alert(1)</script>&\"'"
    drawn = replace(chart.picture, name=bad, place=bad, tolerance=bad)
    blocks = (page.blocks[0], replace(side, columns=((replace(chart, title=bad, picture=drawn),),)), *page.blocks[2:])
    spoilt = replace(page, title=bad, lede=bad, code=bad, blocks=blocks)
    text = render(spoilt, replace(whole, pages=(*whole.pages[:2], spoilt)))
    assert "<script" not in text
    assert text.count("&lt;script&gt;") >= 8


def test_no_commentary_is_said_with_dignity(written: list[Path]) -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in written if path.suffix == ".html"}
    assert "<b>Commentary required:</b> outside tolerance and worse." in texts["kpi-2.html"]
    assert "No commentary." in texts["kpi-5.html"]
    assert "No commentary." not in texts["kpi-3.html"]
    assert "Weekly check of every assessment" in texts["kpi-3.html"]
