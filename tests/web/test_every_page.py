"""Every page that a role can reach by links: it opens, fits a phone, asks nobody else, and axe finds nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from trigpoint.web.people.roles import ROLES

from .browser import PHONE, WIDE, Visit, axe, chromium, name_of, visit
from .conftest import MakeAccount

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LONG = bool(os.environ.get("TRIGPOINT_LONG"))
NOT_PAGES = {
    "access_child_export",
    "access_export",
    "feed_csv",
    "feed_json",
    "feed_parquet",
    "feed_openapi",
    "pack_text",
    "job_state",
}
_LOOKED_AT: set[str] = set()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


def reachable(seen: Visit) -> Iterator[str]:
    """One address of each page that links lead to, beginning with the first page."""
    waiting, names = ["/", "/account/", "/help/", "/accessibility/"], set(NOT_PAGES)
    while waiting:
        path = waiting.pop(0)
        name = name_of(path)
        if not name or name in names:
            continue
        names.add(name)
        status = seen.go(path)
        assert status in {200, 304}, f"{path} answers {status}"
        yield urlsplit(seen.page.url).path + (
            f"?{urlsplit(seen.page.url).query}" if urlsplit(seen.page.url).query else ""
        )
        waiting += seen.links()


@pytest.mark.parametrize("role", ROLES)
def test_every_page_of_a_role(role: str, browser: Browser, live_server: LiveServer, make: MakeAccount) -> None:
    username = make(role).username
    with visit(browser, live_server.url) as seen:
        seen.sign_in(username)
        paths = list(dict.fromkeys(reachable(seen)))
        assert paths
        for path in paths:
            _look(browser, seen, path)
        assert seen.troubles == []


def _look(browser: Browser, seen: Visit, path: str) -> None:
    name = name_of(path)
    if name in _LOOKED_AT and not LONG:
        return
    _LOOKED_AT.add(name)
    for width in (WIDE, PHONE):
        seen.page.set_viewport_size({"width": width, "height": 900})
        seen.go(path)
        assert seen.overflow() <= 0, f"{path} is {seen.overflow()} pixels too wide at {width}"
        assert axe(browser, seen) == [], f"{path} at {width}"
    seen.page.set_viewport_size({"width": WIDE, "height": 900})
