"""Every page that a role can reach by links: it opens, fits a phone, asks nobody else, and axe finds nothing."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from trigpoint.web.people.roles import ROLES

from .browser import PHONE, WIDE, Visit, axe, chromium, name_of, visit
from .conftest import MakeAccount, SignIn
from .under_way import under_way

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LONG = bool(os.environ.get("TRIGPOINT_LONG"))
NOT_PAGES = {
    "access_child_export",
    "access_export",
    "compare_file",
    "feed_csv",
    "feed_json",
    "feed_parquet",
    "feed_openapi",
    "pack_text",
    "job_state",
}
_EACH = 6 if LONG else 1
"""How many addresses of a page are looked at: the lines of a month, or measures, stand in different states."""
_LOOKED_AT: set[str] = set()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


def reachable(seen: Visit) -> Iterator[str]:
    """An address of each page that links lead to, under `make long` several, beginning with the first page."""
    waiting, paths, names = ["/", "/account/", "/help/", "/accessibility/"], set[str](), Counter[str]()
    while waiting:
        path = waiting.pop(0)
        name = name_of(path)
        if not name or name in NOT_PAGES or path in paths or names[name] >= _EACH:
            continue
        paths.add(path)
        names[name] += 1
        status = seen.go(path)
        assert status in {200, 304}, f"{path} answers {status}"
        yield urlsplit(seen.page.url).path + (
            f"?{urlsplit(seen.page.url).query}" if urlsplit(seen.page.url).query else ""
        )
        waiting += seen.links()


@pytest.mark.parametrize("role", ROLES)
def test_every_page_of_a_role(role: str, browser: Browser, live_server: LiveServer, make: MakeAccount) -> None:
    _walk(browser, live_server.url, make(role).username)


@pytest.mark.parametrize("rest", ["by=age_band", "team=No+team&kind=quarter&back=25"])
def test_several_measures_beside_each_other(
    rest: str, browser: Browser, live_server: LiveServer, make: MakeAccount
) -> None:
    picked = "assessments_within_working_days_pct:n%3D20" if "team" in rest else "assessments_within_working_days_pct"
    with visit(browser, live_server.url) as seen:
        seen.sign_in(make("viewer").username)
        _look(browser, seen, f"/compare/?measures={picked},cla_at_period_end,icpc_15wd_pct&{rest}", again=True)
        assert seen.troubles == []


@pytest.mark.long
@pytest.mark.parametrize("role", ROLES)
def test_every_page_of_a_role_while_work_goes_on(
    role: str, browser: Browser, live_server: LiveServer, make: MakeAccount, sign_in: SignIn
) -> None:
    under_way(make, sign_in)
    _walk(browser, live_server.url, make(role).username)


def _walk(browser: Browser, base: str, username: str) -> None:
    """Everything that somebody comes to by links."""
    with visit(browser, base) as seen:
        seen.sign_in(username)
        paths = list(dict.fromkeys(reachable(seen)))
        assert paths
        for path in paths:
            _look(browser, seen, path)
        assert seen.troubles == []


def _look(browser: Browser, seen: Visit, path: str, *, again: bool = False) -> None:
    name = name_of(path)
    if name in _LOOKED_AT and not LONG and not again:
        return
    _LOOKED_AT.add(name)
    for width in (WIDE, PHONE):
        seen.page.set_viewport_size({"width": width, "height": 900})
        seen.go(path)
        assert seen.overflow() <= 0, f"{path} is {seen.overflow()} pixels too wide at {width}"
        assert axe(browser, seen) == [], f"{path} at {width}"
    seen.page.set_viewport_size({"width": WIDE, "height": 900})
