"""The pages of every layout in a real browser: accessible, within their width, no text cut off, cards on a phone."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "reports"))

from invented import filling, pack
from quality_facts import facts
from test_report_pages import CUT_OFF, WIDTHS, browser

from trigpoint.reports.build import report
from trigpoint.reports.formats.html import write
from trigpoint.reports.quality_report import quality_report
from trigpoint.tasks.fill_pack import fill_published

__all__ = ["browser"]
PUBLISHED = ("birmingham", "cheshire-east", "herefordshire", "kent", "kent-targets")
PAGES = (
    *(f"{name}/index.html" for name in PUBLISHED),
    "cheshire-east/21-60-months.html",
    "herefordshire/15.html",
    "invented/1.html",
    "invented/3-24-months.html",
    "quality/index.html",
    "quality/teams.html",
    "quality/reconciliation.html",
)
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("layouts")
    for name in (*PUBLISHED, "invented", "quality"):
        (out / name).mkdir()
    for name in PUBLISHED:
        fill_published(name, out / name)
    write(report(pack("indicators"), filling()), out / "invented")
    write(quality_report(facts()), out / "quality")
    return out


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    browser: object, folder: Path, page: str, width: int
) -> None:
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415
    from playwright.sync_api import Browser  # noqa: PLC0415

    assert isinstance(browser, Browser)
    shown = browser.new_page(viewport={"width": width, "height": 900})
    shown.goto((folder / page).as_uri())
    assert shown.evaluate("document.documentElement.scrollWidth") <= width
    assert shown.evaluate(CUT_OFF) == []
    found = Axe().run(shown, options={"preload": False})
    assert found.violations_count == 0, found.generate_report()
    shown.close()


@pytest.mark.parametrize(
    ("page", "width", "tables"),
    [
        ("cheshire-east/index.html", 1100, "table.thr"),
        ("kent-targets/index.html", 860, "table.tgt"),
        ("herefordshire/index.html", 860, "table.list"),
        ("kent/index.html", 1000, "table.score"),
    ],
)
def test_rows_become_cards_with_the_name_of_each_column(
    browser: object, folder: Path, page: str, width: int, tables: str
) -> None:
    """At the width named a cell says its column before its own text; just above it does not."""
    from playwright.sync_api import Browser  # noqa: PLC0415

    assert isinstance(browser, Browser)
    label = f"getComputedStyle(document.querySelector('{tables} td[data-l]'), '::before').content"
    for wide, named in ((width, True), (width + 1, False)):
        shown = browser.new_page(viewport={"width": wide, "height": 900})
        shown.goto((folder / page).as_uri())
        assert (shown.evaluate(label) not in ("none", "normal")) is named, wide
        shown.close()


def test_printed_tables_stay_tables(browser: object, folder: Path) -> None:
    from playwright.sync_api import Browser  # noqa: PLC0415

    assert isinstance(browser, Browser)
    shown = browser.new_page(viewport={"width": 700, "height": 1000})
    shown.emulate_media(media="print")
    for page, table in (("cheshire-east", "thr"), ("kent-targets", "tgt"), ("herefordshire", "list")):
        shown.goto((folder / page / "index.html").as_uri())
        assert shown.evaluate(f"getComputedStyle(document.querySelector('table.{table}')).display") == "table"
    shown.close()
