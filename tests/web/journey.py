"""A person at the application, who finds things by their words, and at whom nothing may go wrong on any page."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Download, Error, Locator, Page, Response

from .browser import PHONE, WIDE, Visit, name_of, visit

_PATIENCE = 120
_LONG = bool(os.environ.get("TRIGPOINT_LONG"))
_PICTURES = os.environ.get("TRIGPOINT_PICTURES", "")
"""A folder for a picture of every page that a journey comes to; none are taken without it."""

_LOOKED_AT: set[tuple[str, ...]] = set()


class Judge:
    """Looks at a page in each state once with axe, in every journey of a run; every time under `make long`."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self._copy = browser.new_context(bypass_csp=True).new_page()

    def faults(self, page: Page, width: int) -> list[str]:
        """What axe finds: in a copy without the policy that keeps it out."""
        state = (name_of(page.url), *page.eval_on_selector_all("main [class], main form", _STATE))
        if state in _LOOKED_AT and not _LONG:
            return []
        _LOOKED_AT.add(state)
        widths = (WIDE, PHONE) if _LONG else (width,)
        return [fault for one in widths for fault in self._axe(page, one)]

    def _axe(self, page: Page, width: int) -> list[str]:
        html = re.sub(r"<script.*?</script>", "", page.content())
        self._copy.route(page.url, lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
        self._copy.set_viewport_size({"width": width, "height": 900})
        self._copy.goto(page.url)
        self._copy.unroute_all()
        self._copy.evaluate("document.querySelector('[data-focus]')?.focus()")
        found = Axe().run(self._copy).response["violations"]
        return [f"{page.url} at {width}: {one['id']}: {one['nodes'][0]['html'][:160]}" for one in found]


_STATE = "all => [...new Set(all.map(one => one.getAttribute('class') || 'form'))].sort()"


@dataclass
class Person:
    """Somebody who is signed in with a role, in a browser with or without JavaScript."""

    seen: Visit
    judge: Judge
    script: bool
    width: int
    expected: int = 200
    answered: int = 0

    @property
    def page(self) -> Page:
        """The page that is looked at."""
        return self.seen.page

    def opens(self, path: str) -> None:
        """Type an address."""
        self._loads(lambda: self.page.goto(f"{self.seen.base}{path}"))

    def follows(self, words: str, *, within: str = "body") -> None:
        """Follow a link, the first with these words."""
        link = self.page.locator(within).get_by_role("link", name=words).first
        self._loads(link.click)

    def presses(self, words: str, *, within: str = "main", leaves: bool = True) -> None:
        """Press a button, the first with these words; it leads to another page, or `leaves` it not."""
        button = self.page.locator(within).get_by_role("button", name=words).first
        self._loads(button.click) if leaves else button.click()

    def refused(self, status: int, words: str) -> None:
        """Press a button and be refused with a status; the page says so and keeps its form."""
        self.expected = status
        try:
            self.presses(words)
        finally:
            self.expected = 200

    def unfolds(self, words: str) -> None:
        """Open something that is folded up."""
        self.page.locator("main summary").filter(has_text=words).first.click()

    def types(self, label: str, words: str) -> None:
        """Write into a field."""
        self._field(label).fill(words)

    def picks(self, label: str, words: str) -> None:
        """Choose from a list."""
        self._field(label).select_option(label=words)

    def ticks(self, label: str) -> None:
        """Tick a box, or choose one of several."""
        self._field(label).check()

    def brings(self, label: str, files: list[Path]) -> None:
        """Choose files."""
        self._field(label).set_input_files([str(file) for file in files])

    def saves(self, words: str) -> Download:
        """Take a file away by a link or a button."""
        main = self.page.locator("main")
        wanted = main.get_by_role("link", name=words).or_(main.get_by_role("button", name=words)).first
        with self.page.expect_download() as coming:
            wanted.click()
        return coming.value

    def fetches(self, words: str) -> bytes:
        """What a link leads to, which is no page."""
        address = self.page.locator("main").get_by_role("link", name=words).first.get_attribute("href")
        answer = self.page.context.request.get(f"{self.seen.base}{address}")
        assert answer.status == 200, address
        return answer.body()

    def sees(self, *words: str) -> None:
        """The page says this."""
        said = self._said()
        for one in words:
            assert one in said, f"{self.page.url} does not say {one!r}: {said[:1500]}"

    def sees_no(self, *words: str) -> None:
        """The page does not say this."""
        said = self._said()
        for one in words:
            assert one not in said, f"{self.page.url} says {one!r}"

    def waits_for(self, words: str, *, anew: bool = False) -> None:
        """Until the page says this: of itself with JavaScript, loaded `anew` without."""
        end = time.monotonic() + _PATIENCE
        while words not in self._said():
            assert time.monotonic() < end, f"{self.page.url} never said {words!r}: {self._said()[:1500]}"
            if self.script and not anew:
                self.page.wait_for_timeout(200)
            else:
                time.sleep(0.2)
                with suppress(Error):  # the page may be on its way of itself, when its job has ended
                    self.page.reload()
        self._check()

    def sends(self, path: str, **form: str) -> int:
        """Send a form that no page offers, with what proves that it comes from one; the status of the answer."""
        token = self.page.locator("input[name=csrfmiddlewaretoken]").first.get_attribute("value") or ""
        told: dict[str, str | float | bool] = {"csrfmiddlewaretoken": token, **form}
        sent = self.page.context.request.post(
            f"{self.seen.base}{path}", form=told, headers={"Referer": self.page.url}, max_redirects=0
        )
        return sent.status

    def _field(self, label: str) -> Locator:
        exact = self.page.locator("main").get_by_label(label, exact=True)
        return (exact if exact.count() else self.page.locator("main").get_by_label(label)).first

    def _said(self) -> str:
        return " ".join(self.page.inner_text("body").split())

    def _loads(self, step: Callable[[], object]) -> None:
        """Take a step that leads to another page, and look at it."""
        self.answered = 0
        with self.page.expect_event("load", timeout=60_000):
            step()
        self._check()

    def _check(self) -> None:
        assert self.answered in {0, self.expected}, f"{self.page.url} answers {self.answered}"
        if self.expected != 200:  # Chromium itself writes a line for such an answer
            self.seen.troubles[:] = [one for one in self.seen.troubles if f"status of {self.expected}" not in one]
        assert not self.seen.troubles, (self.page.url, self.seen.troubles)
        for width in (PHONE, self.width):
            self.page.set_viewport_size({"width": width, "height": 900})
            assert self.seen.overflow() <= 0, f"{self.page.url} is {self.seen.overflow()} pixels too wide at {width}"
            self._picture(width)
        if self.script:
            faults = self.judge.faults(self.page, self.width)
            assert not faults, faults

    def _picture(self, width: int) -> None:
        if _PICTURES:
            folder = Path(_PICTURES)
            count = len(list(folder.glob(f"*-{width}.png")))
            name = urlsplit(self.page.url).path.strip("/").replace("/", "_") or "home"
            self.page.screenshot(path=folder / f"{count:03}-{name}-{width}.png", full_page=True)


@contextmanager
def signed_in(judge: Judge, base: str, username: str, *, script: bool = True, width: int = WIDE) -> Iterator[Person]:
    """A person who signs in by the form, and out again at the end."""
    with visit(judge.browser, base, width=width, script=script) as seen:
        who = Person(seen, judge, script, width)

        def answered(response: Response) -> None:
            if response.request.is_navigation_request() and response.frame == seen.page.main_frame:
                who.answered = response.status if response.status < 300 or response.status >= 400 else 0

        seen.page.set_default_timeout(60_000)
        seen.page.on("response", answered)
        seen.page.on("requestfailed", lambda asked: _failed(seen, asked.url, asked.failure or ""))
        who._loads(lambda: seen.page.goto(f"{base}/sign-in/"))
        from .conftest import PASSWORD  # noqa: PLC0415

        who.types("Name", username)
        who.types("Password", PASSWORD)
        who.presses("Sign in")
        yield who
        who.presses("Sign out", within="header")
        who.sees("Sign in")


def _failed(seen: Visit, url: str, why: str) -> None:
    """A request that failed; one that the browser gave up because the page was left, or for a download, did not."""
    if "ERR_ABORTED" not in why:
        seen.troubles.append(f"{url}: {why}")
