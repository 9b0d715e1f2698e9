"""The report pages in a real browser: accessible, narrow enough, quiet, self-contained, and readable in grey print."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "reports"))  # Borderfield's figures are written down there

from borderfield import report

from trigpoint.reports.formats.html import write

CHROMIUM = "/usr/bin/chromium"
APT = "apt-get install --no-install-recommends chromium fonts-liberation"
WIDTHS = (1366, 320)
FILES = [page.file for page in report().pages]
UNLIKE = ["index.html", "kpi-3.html", "kpi-5.html", "business-plan-2.html"]  # each has parts that the others lack
CUT_OFF = """
[...document.querySelectorAll('svg.chart')].filter(svg => svg.getClientRects().length).flatMap(svg => {
  const box = svg.getBoundingClientRect();
  return [...svg.querySelectorAll('text')].filter(text => {
    const at = text.getBoundingClientRect();
    return at.left < box.left - 1 || at.right > box.right + 1 || at.top < box.top - 1 || at.bottom > box.bottom + 1;
  }).map(text => text.textContent);
})
"""
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    if not Path(CHROMIUM).exists():
        message = f"{CHROMIUM} is missing: {APT}"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where there is a browser

    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("report")
    write(report(), out)
    return out


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("file", UNLIKE)
def test_axe_finds_nothing(browser: object, folder: Path, file: str, width: int) -> None:
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415
    from playwright.sync_api import Browser  # noqa: PLC0415

    assert isinstance(browser, Browser)
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto((folder / file).as_uri())
    found = Axe().run(page, options={"preload": False})  # axe would fetch the stylesheet again, which a file may not
    assert found.violations_count == 0, found.generate_report()
    page.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_pages_keep_to_themselves_and_to_their_width(browser: object, folder: Path, width: int) -> None:
    from playwright.sync_api import Browser  # noqa: PLC0415

    assert isinstance(browser, Browser)
    page = browser.new_page(viewport={"width": width, "height": 900})
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    for file in FILES:
        page.goto((folder / file).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, file
        assert page.evaluate(CUT_OFF) == [], f"{file}: these chart texts are cut off"
    assert all(url.startswith(folder.as_uri()) for url in asked)
    assert said == []
    page.close()


def test_the_keyboard_reaches_the_content_first(browser: object, folder: Path) -> None:
    from playwright.sync_api import Browser  # noqa: PLC0415

    assert isinstance(browser, Browser)
    page = browser.new_page()
    page.goto((folder / "kpi-3.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to main content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.close()


def test_printed_in_grey_every_position_is_a_word_and_every_table_is_open(browser: object, folder: Path) -> None:
    from playwright.sync_api import Browser  # noqa: PLC0415

    assert isinstance(browser, Browser)
    page = browser.new_page(viewport={"width": 700, "height": 1000})
    page.emulate_media(media="print")
    page.goto((folder / "kpi-3.html").as_uri())
    page.evaluate("document.querySelector('details').open = false")
    words = page.locator(".st").all_inner_texts()
    assert len(words) == 14
    assert set(words) == {"On target", "Within tolerance", "Outside tolerance"}
    assert page.locator("nav:visible").count() == 0
    assert page.locator("svg.wide").is_visible()
    assert not page.locator("svg.narrow").is_visible()
    assert page.get_by_text("20261231-1/", exact=False).first.is_visible()
    page.close()
    index = browser.new_page()
    index.goto((folder / "index.html").as_uri())
    assert index.pdf(prefer_css_page_size=True).startswith(b"%PDF")
    index.close()
