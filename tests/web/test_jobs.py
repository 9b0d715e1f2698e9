"""Long work: asked for once, done by the worker, told in words, done again when the worker was stopped."""

from __future__ import annotations

import threading

import pytest

from trigpoint.store import StoreError
from trigpoint.tasks.progress import Progress
from trigpoint.web.jobs import queue
from trigpoint.web.jobs.models import Job, State
from trigpoint.web.jobs.queue import ask, do_next, take_back

from .conftest import MakeAccount, SignIn

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    def works(job: Job, tell: Progress) -> dict[str, str]:
        tell("counting", 1, 2)
        return {"said": f"for {job.arguments['who']}"}

    def prepares(job: Job, tell: Progress) -> dict[str, str]:
        tell("preparing")
        return {"said": "prepared"}

    def asks(job: Job, tell: Progress) -> dict[str, str]:
        ask("works", "count", {"who": "us"}, int(job.arguments["who"]))
        return prepares(job, tell)

    def fails(job: Job, tell: Progress) -> dict[str, str]:
        raise StoreError("The store is somewhere else: give its folder.")

    def breaks(job: Job, tell: Progress) -> dict[str, str]:
        raise ZeroDivisionError("a secret of the inside")

    monkeypatch.setattr(
        queue, "_KINDS", {"works": works, "fails": fails, "breaks": breaks, "prepares": prepares, "asks": asks}
    )


def test_a_job_is_done_once_and_says_what_came_of_it(make: MakeAccount) -> None:
    asked = ask("works", "count", {"who": "us"}, make("analyst").pk)
    assert do_next() == asked
    asked.refresh_from_db()
    assert (asked.state, asked.outcome, asked.doing, asked.runs) == ("done", {"said": "for us"}, "counting", 1)
    assert do_next() is None


def test_who_asks_for_what_is_under_way_gets_that(make: MakeAccount) -> None:
    first, second = make("analyst"), make("analyst")
    asked = ask("works", "count", {"who": "us"}, first.pk)
    assert ask("works", "count", {"who": "them"}, second.pk) == asked
    do_next()
    assert ask("works", "count", {"who": "them"}, second.pk) != asked


def test_a_refusal_is_told_in_its_own_sentence_and_a_fault_in_ours() -> None:
    ask("fails", "a", {}, 0)
    ask("breaks", "b", {}, 0)
    refused, broken = do_next(), do_next()
    assert refused is not None
    assert refused.trouble == ["The store is somewhere else: give its folder."]
    assert broken is not None
    assert broken.state == State.FAILED
    assert "secret" not in str(broken.trouble)


def test_what_a_stopped_worker_left_is_done_again() -> None:
    asked = ask("works", "count", {"who": "us"}, 0)
    Job.objects.filter(pk=asked.pk).update(state=State.RUNNING, runs=1)
    assert do_next() is None
    assert take_back() == 1
    again = do_next()
    assert again is not None
    assert (again.state, again.runs) == ("done", 2)


def test_what_nobody_asked_for_comes_last_and_stands_aside(make: MakeAccount) -> None:
    who = make("analyst").pk
    ask("asks", "the newest records", {"who": who}, 0)
    aside = do_next()
    assert aside is not None
    aside.refresh_from_db()
    assert (aside.state, aside.runs) == ("queued", 1)
    first = do_next()
    assert first is not None
    assert first.kind == "works"
    again = do_next()
    assert again == aside


def test_what_nobody_asked_for_stands_aside_when_the_worker_is_to_stop(
    monkeypatch: pytest.MonkeyPatch, make: MakeAccount
) -> None:
    monkeypatch.setattr(queue, "_STOPPING", threading.Event())
    queue.stop_soon()
    asked, nobodys = (
        ask("prepares", "what we want", {}, make("analyst").pk),
        ask("prepares", "the newest records", {}, 0),
    )
    for _ in range(2):
        do_next()
    asked.refresh_from_db()
    nobodys.refresh_from_db()
    assert (asked.state, nobodys.state) == ("done", "queued")


def test_what_somebody_waits_for_stands_aside_no_longer(make: MakeAccount) -> None:
    asked = ask("prepares", "the newest records", {}, 0)
    who = make("analyst").pk
    assert ask("prepares", "the newest records", {}, who) == asked
    ask("works", "count", {"who": "us"}, who)
    done = do_next()
    assert done == asked
    assert (done.state, done.asked_by_id) == ("done", who)


def test_the_page_of_a_job_is_for_who_asked(make: MakeAccount, sign_in: SignIn) -> None:
    owner, other = make("analyst"), make("analyst")
    asked = ask("fails", "the load of October", {}, owner.pk)
    assert b"waiting its turn" in sign_in(owner).get(f"/jobs/{asked.pk}/").content
    do_next()
    assert b"give its folder" in sign_in(owner).get(f"/jobs/{asked.pk}/").content
    assert sign_in(other).get(f"/jobs/{asked.pk}/").status_code == 403
    assert sign_in(other).get(f"/jobs/{asked.pk}/state").status_code == 403
