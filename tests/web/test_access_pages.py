"""The pages of the access log: each question answered, none of them answered with the id of a child."""

from __future__ import annotations

import csv
import io
import json
import os
import socket
import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from trigpoint.web.access.log import log
from trigpoint.web.access.models import ChainCheck, Head, Logged, Shown
from trigpoint.web.access.protect import is_protected, protect, unprotect
from trigpoint.web.access.reading import Asked, entries, viewers
from trigpoint.web.access.tokens import token
from trigpoint.web.access.unusual import unusual
from trigpoint.web.jobs.queue import do_next
from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import Actor
from trigpoint.web.people.models import Account

from .conftest import MakeAccount, SignIn

pytestmark = pytest.mark.django_db
MONTH = date(2026, 10, 1)


@pytest.fixture
def actor(make: MakeAccount) -> Actor:
    account = make("analyst")
    return Actor(account.pk, account.title)


@pytest.fixture
def officer(sign_in: SignIn) -> Client:
    return sign_in("information_governance")


def at(row: Logged, when: datetime) -> Logged:
    Logged.objects.filter(pk=row.pk).update(at=when)
    return row


def test_who_has_seen_a_child_is_asked_by_id_and_answered_without_it(actor: Actor, officer: Client) -> None:
    log(actor, Action.SEE_CHILDREN, "a list of visits", children=["CASE-77", "CASE-78"])
    log(actor, Action.EXPORT_CHILDREN, "a list for the panel", children=["CASE-77"])
    log(actor, Action.SEE_CHILDREN, "of another child", children=["CASE-78"])
    response = officer.post("/access-log/child/", {"child": " CASE-77 "})
    assert "CASE-77" not in response["Location"]
    text = officer.get(response["Location"]).content.decode()
    assert "1 person, 2 times" in text
    assert ("a list of visits" in text, "of another child" in text, "CASE-77" in text) == (True, False, False)
    assert not [row for row in Logged.objects.all() if "CASE" in f"{row.about} {row.detail}"]


def test_a_child_whom_nobody_saw_is_said_to_be(officer: Client) -> None:
    response = officer.post("/access-log/child/", {"child": "CASE-1"}, follow=True)
    assert b"Nobody was shown a child with this number" in response.content
    assert officer.get("/access-log/child/CASE-1/").status_code == 404


def test_entries_are_chosen_by_person_action_day_and_refusal(actor: Actor, make: MakeAccount, officer: Client) -> None:
    other = make("viewer")
    at(log(actor, Action.FREEZE, "mine in May"), datetime(2026, 5, 31, 22, 30, tzinfo=UTC))
    at(log(actor, Action.FREEZE, "mine in June"), datetime(2026, 5, 31, 23, 30, tzinfo=UTC))
    log(Actor(other.pk, other.title), Action.SEE_CHILDREN, "theirs", refused=True)

    def said(**asked: str) -> set[str]:
        text = officer.get("/access-log/", asked).content.decode()
        return {words for words in ("mine in May", "mine in June", "theirs") if words in text}

    assert said(account=str(other.pk)) == {"theirs"}
    assert said(action="freeze a month") == {"mine in May", "mine in June"}
    assert said(until="2026-05-31") == {"mine in May"}
    assert said(since="2026-06-01", until="2026-06-01") == {"mine in June"}
    assert said(refused="yes") == {"theirs"}


def test_a_day_that_is_none_is_said_to_be_and_kept(officer: Client) -> None:
    response = officer.get("/access-log/", {"since": "5 May"})
    assert response.status_code == 400
    assert b"Give the day as year-month-day" in response.content
    assert b'value="5 May"' in response.content


def test_older_entries_follow_without_a_gap(actor: Actor) -> None:
    for number in range(7):
        log(actor, Action.FREEZE, str(number))
    newest = list(entries(Asked())[:3])
    older = list(entries(Asked(), before=newest[-1].number)[:10])
    assert [row.about for row in newest + older] == ["6", "5", "4", "3", "2", "1", "0"]


def test_the_csv_holds_the_entries_and_no_formula(actor: Actor, officer: Client) -> None:
    log(actor, Action.FREEZE, "=HYPERLINK(1)", detail="@cmd")
    response = officer.get("/access-log/export", {"account": actor.account})
    (row,) = csv.DictReader(io.StringIO(response.content.decode("utf-8-sig")))
    assert (row["About"], row["Detail"], row["Action"]) == ("'=HYPERLINK(1)", "'@cmd", "freeze a month")
    assert Logged.objects.last().about == "entries as CSV"  # type: ignore[union-attr]


@pytest.mark.parametrize("harmed", [False, True])
def test_the_worker_reads_the_chain_and_the_page_says_what_it_found(
    actor: Actor, officer: Client, *, harmed: bool
) -> None:
    log(actor, Action.FREEZE, "as written")
    officer.post("/access-log/check/")
    if harmed:
        Logged.objects.filter(about="as written").update(about="as changed")
    assert do_next() is not None
    assert bool(ChainCheck.objects.get().faults) is harmed
    text = officer.get("/access-log/").content
    assert (b"Somebody changed the database" in text) is harmed


def test_the_database_refuses_to_change_an_entry_once_told_to(actor: Actor) -> None:
    log(actor, Action.SEE_CHILDREN, "as written", children=["CASE-1"])
    assert not is_protected()
    protect()
    protect()
    assert is_protected()
    for harm in (
        "UPDATE access_logged SET about = 'x'",
        "DELETE FROM access_shown",
        "UPDATE access_shown SET child = 'x'",
        "DELETE FROM access_logged",
    ):
        with (
            pytest.raises(DatabaseError, match="only ever appended"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(harm)
    log(actor, Action.SEE_CHILDREN, "one more", children=["CASE-1"])
    assert len(viewers(token("CASE-1"))) == 1
    unprotect()
    assert not is_protected()


def test_what_is_unusual_is_found_and_what_is_usual_is_not(actor: Actor, make: MakeAccount) -> None:
    quiet = make("worker", worker="W1")
    teams = {token(f"C{n}"): "Team 1" for n in range(300)} | {token(f"D{n}"): "Team 2" for n in range(3)}
    me, them = actor, Actor(quiet.pk, quiet.title)
    for day in range(1, 20):  # a usual day in the months before and after
        at(log(me, Action.SEE_CHILDREN, children=["C1", "C2"]), datetime(2026, 9, day, 11, tzinfo=UTC))
        at(log(them, Action.SEE_WORK, children=["C1"]), datetime(2026, 10, day, 11, tzinfo=UTC))
    assert unusual(MONTH, teams) == []
    at(log(me, Action.EXPORT_CHILDREN, children=[f"C{n}" for n in range(60)]), datetime(2026, 10, 3, 11, tzinfo=UTC))
    at(log(me, Action.SEE_CHILDREN, children=[f"C{n}" for n in range(120)]), datetime(2026, 10, 6, 11, tzinfo=UTC))
    at(log(me, Action.SEE_CHILDREN, children=["D1", "D2"]), datetime(2026, 10, 7, 11, tzinfo=UTC))
    for _ in range(10):
        at(log(them, Action.ADMINISTER, refused=True), datetime(2026, 10, 8, 11, tzinfo=UTC))
    found = {(one.what, one.account, one.day.day) for one in unusual(MONTH, teams)}
    assert found == {
        ("Many children out of hours", me.account, 3),
        ("Many children in a day", me.account, 6),
        ("A team never looked at before", me.account, 7),
        ("Refused again and again", them.account, 8),
    }


def test_the_page_of_what_was_unusual_answers(officer: Client) -> None:
    assert officer.get("/access-log/unusual/").status_code == 200
    assert officer.get("/access-log/unusual/", {"month": "nonsense"}).status_code == 200


def test_a_copy_of_each_entry_goes_to_the_log_server(
    actor: Actor, settings: Settings, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind(("127.0.0.1", 0))
        server.settimeout(5)
        settings.ENVIRONMENT = replace(settings.ENVIRONMENT, syslog=f"udp://127.0.0.1:{server.getsockname()[1]}")
        with django_capture_on_commit_callbacks(execute=True):
            row = log(actor, Action.SEE_CHILDREN, "a list", children=["CASE-1"])
        said = server.recv(4096).decode()
    sent = json.loads(said[said.index("{") : said.rindex("}") + 1])
    assert (sent["hash"], sent["about"], sent["children"]) == (row.hash, "a list", 1)
    assert "CASE-1" not in said


def test_a_log_server_that_is_away_stops_nobody(
    actor: Actor, settings: Settings, tmp_path: Path, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, syslog=str(tmp_path / "nothing"))
    with django_capture_on_commit_callbacks(execute=True):
        log(actor, Action.FREEZE)
    assert Logged.objects.count() == 1


@pytest.fixture
def five_years(db: None) -> list[Account]:
    """300,000 entries of 60 people over five years, ten children in every second one."""
    people = Account.objects.bulk_create(Account(username=f"p{n}", title=f"Person {n}") for n in range(60))
    marks = [token(f"C{n}") for n in range(4000)]
    begin, step = datetime(2021, 11, 1, 8, tzinfo=UTC), timedelta(days=5 * 365) / 300_000
    for first in range(0, 300_000, 20_000):
        rows = Logged.objects.bulk_create(
            Logged(
                number=n + 1,
                at=begin + n * step,
                account=people[n % 60],
                title=f"Person {n % 60}",
                action=Action.SEE_CHILDREN if n % 2 else Action.SEE_FIGURES,
                children=10 if n % 2 else 0,
            )
            for n in range(first, first + 20_000)
        )
        Shown.objects.bulk_create(
            Shown(logged=row, child=marks[(row.number * 7 + i) % 4000])
            for row in rows
            if row.children
            for i in range(10)
        )
    Head.objects.create(pk=1, number=300_000)
    return people


@pytest.mark.long
@pytest.mark.skipif(os.environ.get("TRIGPOINT_LONG") != "1", reason="long")
def test_each_answer_over_five_years_takes_less_than_five_seconds(five_years: list[Account], officer: Client) -> None:
    mark = token("C77")
    officer.get("/account/")  # the first page of a process reads every template
    for path in (
        "/access-log/",
        f"/access-log/?account={five_years[7].pk}",
        f"/access-log/?account={five_years[7].pk}&since=2024-03-01&until=2024-03-31",
        "/access-log/?action=see+figures",
        "/access-log/?refused=yes",
        f"/access-log/child/{mark}/",
        f"/access-log/child/{mark}/?account={five_years[7].pk}",
        "/access-log/unusual/?month=2026-10-01",
    ):
        begun = time.perf_counter()
        response = officer.get(path)
        took = time.perf_counter() - begun
        assert response.status_code == 200
        assert took < 5, path
