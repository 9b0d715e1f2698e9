"""The month board: what it says to whom, and what it leaves out."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from trigpoint.web.jobs.models import Job
from trigpoint.web.months.models import AgreedAction, Approval, Comment, Month, MonthPack, Publication
from trigpoint.web.months.state import line_state
from trigpoint.web.people.models import Account

from .conftest import MakeAccount, SignIn
from .month_samples import WITHIN, line_of, make_line, make_month, typed


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tenth working day after the end of October: what had to be written is late, what is signed is not."""
    monkeypatch.setattr(timezone, "localdate", lambda *_: date(2026, 11, 13))


@pytest.fixture
def month(make: MakeAccount) -> Month:
    return make_month(calculated_by=make("analyst", "the-analyst"))


def board(client: Client, show: str = "all") -> str:
    return client.get(f"/month/2026-10/?show={show}").content.decode()


def row(html: str, title: str) -> str:
    """The row of a line, its tags taken out."""
    found = re.search(
        rf'<tr role="row"(?: class="mine")?><th role="rowheader"[^>]*><a[^>]*>{title}.*?</tr>', html, re.DOTALL
    )
    assert found, f"no row for {title}"
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found[0]))


def counts(html: str) -> dict[str, int]:
    return {words: int(n) for words, n in re.findall(r'<li><a href="[^"]*\?show=\w+"[^>]*>([^<]+) <b>(\d+)</b>', html)}


@pytest.mark.django_db
def test_the_first_page_leads_to_the_month_in_work(sign_in: SignIn) -> None:
    client = sign_in("viewer")
    assert "No month has been begun" in client.get("/month/").content.decode()
    make_month()
    assert client.get("/month/")["Location"] == "/month/2026-10/"


def test_each_role_sees_what_waits_for_it(month: Month, sign_in: SignIn) -> None:
    assert counts(board(sign_in("viewer"))) == {
        "Needs action": 5, "Waiting for me": 0, "Blocked": 3, "Signed off": 0, "All": 5,
    }  # fmt: skip
    assert counts(board(sign_in("commentator")))["Waiting for me"] == 2
    assert counts(board(sign_in("approver")))["Waiting for me"] == 2
    assert counts(board(sign_in("information_manager")))["Waiting for me"] == 1


def test_a_line_says_who_acts_at_every_step(month: Month, sign_in: SignIn, make: MakeAccount) -> None:
    line = line_of(month, "icpc_15wd_pct")
    owner, manager, director = sign_in("commentator"), sign_in("information_manager"), sign_in("approver")
    page = reverse("comment", args=[line.pk])
    assert "You" in row(board(owner), line.title)
    assert "Measure owner 1 day late Blocked. Comment missing." in row(board(manager), line.title)
    owner.post(page, typed(do="save"))
    assert "Comment in draft, saved" in row(board(manager), line.title)
    owner.post(page, typed(do="submit", base="1"))
    assert "You" in row(board(manager), line.title)
    assert "Challenge or accept the comment" in row(board(owner), line.title)
    state = line_state(line)
    assert state.comment is not None
    answer = reverse("comment_answer", args=[state.comment.pk])
    manager.post(answer, {"do": "return", "reason": "The action is vague.", "version": "1"})
    assert "Returned: The action is vague." in row(board(owner), line.title)
    owner.post(page, typed("Now clearer.", do="submit", base="1"))
    manager.post(answer, {"do": "accept", "version": "2"})
    assert "Ready for you to sign off" in row(board(director), line.title)
    assert "day late" not in row(board(director), line.title)
    ticked = re.findall(rf'value="({line.pk}:[0-9a-f]+)"', board(director))
    assert len(ticked) == 1
    director.post("/month/2026-10/sign-off/", {"line": ticked})
    assert "Signed off" in row(board(owner, "signed"), line.title)
    assert Approval.objects.get().line == line


def test_a_filter_shows_its_lines_only(month: Month, sign_in: SignIn) -> None:
    html = board(sign_in("commentator"), "mine")
    assert "Conferences within 15 working days" in html
    assert 'class="mine"' in html
    assert "Reviews of children in care on time" not in re.sub(r"<aside.*?</aside>", "", html, flags=re.DOTALL)
    assert sign_in("viewer").get("/month/2026-10/?show=nothing").status_code == 404


def test_the_panel_says_what_stands_in_the_way(month: Month, sign_in: SignIn) -> None:
    html = board(sign_in("information_manager"))
    panel = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html[html.index("<aside") :]))
    assert "5 measures are not signed off" in panel
    assert "1 figure is missing: Referrals" in panel
    assert reverse("line_waive", args=[line_of(month, "referrals_received").pk]) in html


def test_the_diary_begins_where_the_person_stopped(month: Month, sign_in: SignIn, make: MakeAccount) -> None:
    line = line_of(month, "icpc_15wd_pct")
    writer = make("commentator")
    sign_in(writer).post(reverse("comment", args=[line.pk]), typed(do="save"))
    told = f"saved a draft of the comment on {line.title}"
    assert f"You {told}" in board(sign_in(writer))
    assert f"{writer.title} {told}" in board(sign_in("viewer"))


def test_months_and_addresses_that_are_not_there(month: Month, sign_in: SignIn) -> None:
    client = sign_in("viewer")
    for address in ("/month/2026-11/", "/month/2026-1/", "/month/nonsense/", "/month/2026-10-31/", "/month/lines/0/"):
        assert client.get(address).status_code == 404, address
    far = "9" * 25
    assert client.get(f"/month/lines/{far}/").status_code == 404
    assert sign_in("commentator").get(f"/month/actions/{far}/close/").status_code == 404
    assert sign_in("information_manager").post(f"/month/comments/{far}/answer/").status_code == 404


def test_the_board_asks_the_database_the_same_however_many_lines(month: Month, sign_in: SignIn) -> None:
    client = sign_in("commentator")
    board(client)
    with CaptureQueriesContext(connection) as few:
        board(client)
    for n in range(30):
        make_line(month, 10 + n, f"m{n}", f"Measure {n}", "50%", "1 of 2", WITHIN, "", "")
    with CaptureQueriesContext(connection) as many:
        board(client)
    assert len(many) <= len(few)


def outside(month: Month) -> None:
    """The month goes to a panel too, with every line."""
    MonthPack.objects.create(month=month, pack="panel-pack", audience="panel")
    for line in month.lines.all():
        line.pages = [*line.pages, ["panel-pack", line.pages[0][1]]]
        line.save()


def test_remarks_that_may_identify_a_child_stand_on_the_board_and_beside_the_words(
    month: Month, sign_in: SignIn
) -> None:
    outside(month)
    line = line_of(month, "icpc_15wd_pct")
    page, owner = reverse("comment", args=[line.pk]), sign_in("commentator")
    owner.post(page, typed("Child A, aged 4, waited three weeks.", do="submit"))
    html = board(owner)
    assert "may identify a child." in row(html, line.title)
    assert "may identify a child and must be read" not in html  # it may still be said otherwise
    assert "“Child A”: it may stand for a name" in owner.get(page).content.decode()
    manager, state = sign_in("information_manager"), line_state(line)
    assert state.comment is not None
    manager.post(reverse("comment_answer", args=[state.comment.pk]), {"do": "accept", "version": "1", "reason": ""})
    html = board(manager)
    assert "may identify a child and must be read by a second person" in html
    assert "/month/2026-10/publish/#comments" in html
    line.pages = [line.pages[0]]
    line.save()
    assert "may identify a child" not in board(manager)


def test_why_a_figure_is_not_available_is_read_by_a_second_person_too(month: Month, sign_in: SignIn) -> None:
    outside(month)
    manager, address = (
        sign_in("information_manager"),
        reverse("line_waive", args=[line_of(month, "referrals_received").pk]),
    )
    manager.post(address, {"because": "The file never came."})
    assert "may identify a child" not in board(manager)
    manager.post(address, {"because": "The file about Child A never came."})
    assert "may identify a child and must be read by a second person" in board(manager)


def test_a_preview_is_asked_for_on_the_board_by_who_may_see_the_packs(month: Month, sign_in: SignIn) -> None:
    page = board(sign_in("viewer"))
    assert '<form method="post" action="/month/2026-10/preview/">' in page
    assert "Preview it" in page
    outside(month)
    assert "Preview both" in board(sign_in("viewer"))
    Publication.objects.create(
        month=month, job=Job.objects.create(kind="publish", key="x"), release="0001-x", published=timezone.now(),
        published_by=Account.objects.get(username="the-analyst"),
    )  # fmt: skip
    assert "/month/2026-10/preview/" not in board(sign_in("viewer"))


def test_every_state_says_who_when_and_why(month: Month, sign_in: SignIn) -> None:
    line = line_of(month, "icpc_15wd_pct")
    owner, manager = sign_in("commentator"), sign_in("information_manager")
    owner.post(reverse("comment", args=[line.pk]), typed(do="submit"))
    state = line_state(line)
    assert state.comment is not None
    told = {"do": "return", "version": "1", "reason": "The action has no owner."}
    manager.post(reverse("comment_answer", args=[state.comment.pk]), told)
    said = row(board(owner), line.title)
    assert "Calculated by Performance analyst, 28 October" in said
    assert "Submitted version 1 of the comment by Measure owner" in said
    assert "Returned version 1 of the comment by Performance information manager" in said
    assert said.count("The action has no owner.") == 2  # what is needed, and why it came back


def test_one_comment_serves_the_measures_that_are_ticked_on_its_page(month: Month, sign_in: SignIn) -> None:
    line, other = line_of(month, "icpc_15wd_pct"), line_of(month, "cla_at_period_end")
    owner, page = sign_in("commentator"), reverse("comment", args=[line.pk])
    assert f'name="serves" type="checkbox" value="{other.pk}"' in owner.get(page).content.decode()
    owner.post(page, typed(do="submit", serves=f"{other.pk}"))
    html = board(owner)
    assert "The comment also serves 1 other measure." in row(html, line.title)
    assert "Challenge or accept the comment" in row(html, other.title)


def test_the_register_of_actions_is_narrowed_by_state_role_and_month(month: Month, sign_in: SignIn) -> None:
    line, writer = line_of(month, "icpc_15wd_pct"), Account.objects.get(username="the-analyst")
    comment = Comment.objects.create(month=month)
    comment.lines.add(line)
    make_month(date(2026, 11, 30))
    made = [
        AgreedAction.objects.create(
            comment=comment, measure=line.measure, what=what, owner=who, by=by, opened_by=writer,
            closed=timezone.now() if closed else None, closed_by=writer if closed else None, outcome=closed,
        )
        for what, who, by, closed in (
            ("Hire a chair", "Head of safeguarding", date(2026, 12, 15), ""),
            ("Write to schools", "Head of service", date(2026, 11, 3), ""),
            ("Train the team", "head of safeguarding", date(2026, 11, 1), "Twelve were trained."),
        )
    ]  # fmt: skip
    client = sign_in("viewer")

    def whats(query: str) -> set[str]:
        text = client.get(f"/month/actions/?{query}").content.decode()
        return {action.what for action in made if f">{action.what}</th>" in text}

    assert whats("") == {"Hire a chair", "Write to schools"}
    assert whats("show=late") == {"Write to schools"}
    assert whats("show=closed") == {"Train the team"}
    assert whats("show=all&owner=Head+of+safeguarding") == {"Hire a chair", "Train the team"}
    assert whats("show=all&month=2026-11") == set()
    assert client.get("/month/actions/?show=none").status_code == 404
    page = client.get("/month/actions/?show=all").content.decode()
    assert "Open, 10 days late" in page
    assert "carried forward 1 month" in page
    assert "Twelve were trained." in page
    assert 'href="/month/actions/"' in board(client)
