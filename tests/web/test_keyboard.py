"""Everything by keyboard: each stop shows, in order and with a way on; comment, sign-off and charts without a mouse."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from trigpoint.tasks.audit_grades import Quarter
from trigpoint.web.months.models import Approval, Comment

from .browser import PHONE, WIDE, chromium, visit
from .conftest import PASSWORD, MakeAccount
from .keyboard import Keys
from .month_samples import make_month

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LINE = "Conferences within 15 working days"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


def sign_in(keys: Keys, base: str, username: str) -> None:
    keys.page.goto(f"{base}/sign-in/")
    keys.press("Tab")
    first = keys.stop()
    assert first is not None
    assert (first.name, first.seen) == ("Skip to main content", True)
    keys.press("Enter")
    assert keys.page.evaluate("document.activeElement.id") == "main"
    keys.press("Tab")
    name = keys.stop()
    assert name is not None
    assert name.id == "username"
    keys.write(username)
    keys.reach("Password")
    keys.write(PASSWORD)
    keys.leads("Enter")


@pytest.mark.parametrize("script", [True, False], ids=lambda on: "with JavaScript" if on else "without JavaScript")
def test_a_comment_from_signing_in_to_signing_out(
    script: bool, browser: Browser, live_server: LiveServer, make: MakeAccount
) -> None:
    make_month()
    owner = make("commentator").username
    with visit(browser, live_server.url, script=script) as seen:
        keys = Keys(seen.page)
        sign_in(keys, live_server.url, owner)
        keys.reach(LINE, "a")
        keys.leads("Enter")
        keys.reach("What happened")
        keys.write("Three conferences were late.")
        keys.reach("Why", "textarea")
        keys.write("Two chairs were ill.")
        keys.reach("Action 1")
        keys.write("Hire a chair")
        keys.reach("Role")
        keys.write("Head of safeguarding")
        keys.reach("By", "input")
        keys.write("15122026")
        keys.reach("The comment also serves other measures")
        keys.press("Enter")
        keys.reach("Protection visits on time")
        keys.press("Space")
        keys.reach("Submit to be challenged")
        keys.leads("Enter")
        assert seen.page.get_by_text("Submitted. Someone else now challenges").is_visible()
        keys.reach("Sign out")
        keys.leads("Enter")
        assert seen.page.url.endswith("/sign-in/")
        assert seen.troubles == []
    comment = Comment.objects.get()
    assert comment.state == Comment.State.SUBMITTED
    assert comment.lines.count() == 2


def test_lines_are_ticked_and_signed_off(browser: Browser, live_server: LiveServer, make: MakeAccount) -> None:
    make_month()
    director = make("approver").username
    with visit(browser, live_server.url) as seen:
        keys = Keys(seen.page)
        sign_in(keys, live_server.url, director)
        keys.reach("Protection visits on time", "input")
        keys.press("Space")
        keys.reach("Sign off what is ticked")
        keys.press("Shift+Tab")
        keys.press("Space")
        keys.press("Tab")
        keys.leads("Enter")
    assert Approval.objects.count() == 2


@pytest.mark.parametrize(
    ("role", "path"),
    [
        ("commentator", "/month/2026-10/?show=all"),
        ("information_manager", "/month/freeze/"),
        ("analyst", "/month/load/"),
        ("analyst", "/measures/icpc_15wd_pct/"),
        ("analyst", "/measures/icpc_15wd_pct/children/"),
        ("team_manager", "/team/"),
        ("audit_lead", "/audits/new/"),
        ("audit_lead", "/audits/"),
        ("target_owner", "/targets/"),
        ("administrator", "/administration/words/"),
        ("information_governance", "/access-log/"),
    ],
)
@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_every_stop_shows_and_none_holds(
    role: str, path: str, width: int, browser: Browser, live_server: LiveServer, make: MakeAccount
) -> None:
    make_month()
    username = make(role).username
    with visit(browser, live_server.url, width=width) as seen:
        seen.sign_in(username)
        assert seen.go(path) == 200
        keys = Keys(seen.page)
        seen.page.eval_on_selector_all("main details", "all => all.forEach(one => { one.open = true; })")
        expected = keys.stops()
        stops = keys.round()
        assert stops[0].name == "Skip to main content"
        assert len(stops) == expected, [stop.name for stop in stops]


def test_charts_tables_and_lists_by_keyboard(
    browser: Browser, live_server: LiveServer, make: MakeAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    graded = [Quarter(date(2026, 3 * number, 28), (1, 2, 1, 0), (25, 50, 25, 0)) for number in (1, 2, 3, 4)]
    monkeypatch.setattr("trigpoint.web.audits.pages.quarters", lambda *_: graded * 2)
    analyst = make("analyst").username
    with visit(browser, live_server.url, width=PHONE) as seen:
        seen.sign_in(analyst)
        keys = Keys(seen.page)
        seen.go("/measures/icpc_15wd_pct/")
        keys.reach("Period", "select")
        before = seen.page.input_value("#f-period")
        keys.press("ArrowDown")
        keys.reach("Show", "button")
        keys.leads("Enter")
        assert seen.page.input_value("#f-period") != before
        keys.reach("Control chart")
        keys.leads("Enter")
        assert seen.page.locator(".seg [aria-current=true]").first.inner_text() == "Control chart"
        folded = seen.page.locator("main figure details").first
        keys.reach(folded.locator("summary").inner_text(), "summary")
        for key, wanted in (("Enter", "true"), ("Space", "false"), ("Space", "true")):
            keys.press(key)
            assert folded.evaluate("one => String(one.open)") == wanted
        seen.go("/audits/")
        keys.reach("Judgements by quarter")
        for _ in range(5):
            keys.press("ArrowRight")
        seen.page.wait_for_timeout(500)
        assert seen.page.locator(".scroll").first.evaluate("one => one.scrollLeft") > 0
