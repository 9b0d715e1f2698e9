"""A browser on the application: signs in, walks the links of a page, and says what is wrong with it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import Resolver404, resolve
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from .conftest import PASSWORD

CHROMIUM = "/usr/bin/chromium"
APT = "apt-get install --no-install-recommends chromium fonts-liberation"
WIDE, PHONE = 1366, 320


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium; without it the test is skipped, or fails in CI."""
    if not Path(CHROMIUM).exists():
        message = f"{CHROMIUM} is missing: {APT}"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # playwright's own loop runs in this thread; nothing of ours is async
    try:
        with sync_playwright() as play:
            opened = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            yield opened
            opened.close()
    finally:
        if before is None:
            del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@dataclass
class Visit:
    """Somebody at the application, with what went wrong meanwhile: words of the console, requests to elsewhere."""

    page: Page
    base: str
    troubles: list[str] = field(default_factory=list)

    def sign_in(self, username: str) -> None:
        """Sign in by the form."""
        self.page.goto(f"{self.base}/sign-in/")
        self.page.fill("#username", username)
        self.page.fill("#password", PASSWORD)
        self.page.click("main button[type=submit]")

    def go(self, path: str) -> int:
        """Open a page; its status."""
        answer = self.page.goto(urljoin(self.base, path))
        return answer.status if answer else 0

    def links(self) -> list[str]:
        """Where the links of the page lead within the application, without downloads."""
        found = self.page.eval_on_selector_all("a[href]", "all => all.map(one => one.href)")
        ours = [link for link in found if link.startswith(self.base)]
        return list(dict.fromkeys(urlsplit(link)._replace(fragment="", scheme="", netloc="").geturl() for link in ours))

    def overflow(self) -> int:
        """By how many pixels the page is wider than its window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


@contextmanager
def visit(browser: Browser, base: str, *, width: int = WIDE, script: bool = True) -> Iterator[Visit]:
    """A new visitor with a window of a width, with or without JavaScript."""
    context: BrowserContext = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=script)
    page = context.new_page()
    made = Visit(page, base)
    page.on("console", lambda said: made.troubles.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: made.troubles.append(str(error)))
    page.on(
        "request", lambda asked: made.troubles.append(asked.url) if not asked.url.startswith((base, "data:")) else None
    )
    yield made
    context.close()


def name_of(path: str) -> str:
    """The name of the page at an address; empty for what is no page of ours."""
    try:
        return resolve(urlsplit(path).path).url_name or ""
    except Resolver404:
        return ""


def axe(browser: Browser, seen: Visit) -> list[str]:
    """What axe finds on the page that a visitor looks at, in a copy without the policy that keeps it out."""
    state = seen.page.context.storage_state()
    context = browser.new_context(bypass_csp=True, storage_state=state, viewport=seen.page.viewport_size)
    page = context.new_page()
    page.goto(seen.page.url)
    found = Axe().run(page).response["violations"]
    context.close()
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"][:3]]
