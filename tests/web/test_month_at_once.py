"""Two people at the same moment, each in a transaction of their own: one is first, and the other is told."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections

from trigpoint.web.months import drafts
from trigpoint.web.months.approval import sign
from trigpoint.web.months.comments import BehindError, save
from trigpoint.web.months.models import Approval, Comment
from trigpoint.web.months.state import NotNowError, line_state
from trigpoint.web.months.words import Words
from trigpoint.web.people.actor import Actor, Held

from .conftest import MakeAccount
from .month_samples import line_of, make_month

_ROUNDS = 5
_ROLES = (Held("commentator"), Held("approver"))

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="SQLite in memory has one writer at a time: run it on PostgreSQL"
    ),
]


def at_once(*steps: Callable[[], object]) -> list[object]:
    """What each step gave or raised, all begun together."""
    gate = Barrier(len(steps))

    def run(step: Callable[[], object]) -> object:
        try:
            gate.wait(10)
            return step()
        except (BehindError, NotNowError) as found:
            return found
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(steps)) as pool:
        return list(pool.map(run, steps))


def actors(make: MakeAccount) -> list[Actor]:
    return [Actor(one.pk, one.title, _ROLES) for one in (make("commentator"), make("commentator"))]


def test_two_who_save_at_once_make_two_versions_or_one_is_told(make: MakeAccount) -> None:
    line, (one, other) = line_of(make_month(), "icpc_15wd_pct"), actors(make)
    for number in range(_ROUNDS):
        told = at_once(
            lambda n=number: save(one, line, Words(happened=f"one {n}"), n),  # type: ignore[misc]
            lambda n=number: save(other, line, Words(happened=f"other {n}"), n),  # type: ignore[misc]
        )
        assert sum(isinstance(each, BehindError) for each in told) == 1
    assert [version.number for version in line_state(line).versions] == [1, 2, 3, 4, 5]
    assert Comment.objects.count() == 1


def test_two_who_begin_at_once_have_one_comment_and_a_draft_each(make: MakeAccount) -> None:
    line, (one, other) = line_of(make_month(), "icpc_15wd_pct"), actors(make)
    window = drafts.Window("w")
    at_once(
        lambda: drafts.keep(one, line, Words(happened="one"), 0, window),
        lambda: drafts.keep(other, line, Words(happened="other"), 0, window),
        lambda: drafts.keep(one, line, Words(happened="one again"), 0, window),
    )
    assert Comment.objects.get().drafts.count() == 2


def test_a_sign_off_and_an_edit_at_once_never_leave_a_stale_one(make: MakeAccount) -> None:
    month, (one, other) = make_month(), actors(make)
    line = line_of(month, "cpp_visits_in_timescale_pct")
    for number in range(_ROUNDS):
        state = line_state(line)
        base = state.newest.number if state.newest else 0
        at_once(
            lambda s=state: sign(other, month, {line.pk: s.digest}),  # type: ignore[misc]
            lambda n=number, b=base: save(one, line, Words(happened=f"text {n}"), b),  # type: ignore[misc]
            lambda s=state: sign(other, month, {line.pk: s.digest}),  # type: ignore[misc]
        )
        held = line_state(line).standing
        assert held is None or held.digest == line_state(line).digest
        assert Approval.objects.filter(line=line, voided=None).count() <= 1
        Comment.objects.update(state=Comment.State.ACCEPTED)
