"""Whatever three people do to two comments, in whatever order: no text is lost, and a sign-off covers what stands."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trigpoint.web.months import drafts
from trigpoint.web.months.approval import sign, void_stale
from trigpoint.web.months.challenge import say
from trigpoint.web.months.comments import BehindError, save
from trigpoint.web.months.models import Approval, Comment, CommentVersion, Draft, Line, Month
from trigpoint.web.months.state import NotNowError, line_state, line_states
from trigpoint.web.months.words import Promise, Words
from trigpoint.web.pages import RefusedError
from trigpoint.web.people.actor import Actor, Held
from trigpoint.web.people.models import Account

from .conftest import MakeAccount
from .month_samples import line_of, make_month

_MEASURES = ("icpc_15wd_pct", "cla_at_period_end")
_STEPS = st.tuples(
    st.sampled_from(["save", "submit", "draft", "return", "accept", "sign", "figure"]),
    st.integers(0, 2),
    st.sampled_from(_MEASURES),
    st.integers(0, 2),
    st.booleans(),
)
_ROLES = (Held("commentator"), Held("information_manager"), Held("approver"))


@pytest.mark.django_db
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(_STEPS, min_size=4, max_size=14))
def test_nothing_is_lost_and_nothing_is_signed_that_does_not_stand(
    steps: list[tuple[str, int, str, int, bool]], make: MakeAccount
) -> None:
    people = _people(make)
    with transaction.atomic():
        month = make_month()
        saved: set[str] = set()
        for number, (what, who, measure, behind, both) in enumerate(steps):
            text = f"text {number}"
            _try(
                lambda what=what, who=who, measure=measure, behind=behind, both=both, text=text: _do(  # type: ignore[misc]
                    people[who], month, what, line_of(month, measure), behind, text, saved, both=both
                )
            )
            _holds(month, saved)
        transaction.set_rollback(True)


def _people(make: MakeAccount) -> list[Actor]:
    """Three people, each with every role: only who they are can hold them back."""
    names = [f"person-{number}" for number in range(3)]
    accounts = [Account.objects.filter(username=name).first() or make("commentator", name) for name in names]
    return [Actor(account.pk, account.title, _ROLES) for account in accounts]


def _try(step: Callable[[], object]) -> None:
    with suppress(BehindError, NotNowError, RefusedError):
        step()


def _do(
    actor: Actor, month: Month, what: str, line: Line, behind: int, text: str, saved: set[str], *, both: bool
) -> None:
    state = line_state(line)
    number = state.newest.number if state.newest else 0
    match what:
        case "save" | "submit":
            keys = tuple(month.lines.filter(measure__in=_MEASURES).values_list("key", flat=True)) if both else ()
            words = Words(happened=text, why="why", actions=(Promise("do", "role", "2026-12-01"),), lines=keys)
            drafts.keep(actor, line, words, max(number - behind, 0), drafts.Window(text))
            saved.add(text)
            save(actor, line, words, max(number - behind, 0), submit=what == "submit")
        case "draft":
            drafts.keep(actor, line, Words(happened=text), number, drafts.Window(text))
        case "return" | "accept" if state.comment is not None:
            say(actor, state.comment, number, "why", accepted=what == "accept")
        case "sign":
            sign(actor, month, {line.pk: state.digest})
        case "figure":
            Line.objects.filter(pk=line.pk).update(digest=text)
            void_stale(month, "the figure was changed")


def _holds(month: Month, saved: set[str]) -> None:
    for state in line_states(month):
        held = state.standing
        if held is None:
            continue
        assert held.digest == state.digest
        assert held.signed_by_id not in state.makers
        assert state.stage in {"", Comment.State.ACCEPTED}
        assert state.accepted or not state.line.due
    kept = set(CommentVersion.objects.values_list("happened", flat=True))
    for fields in Draft.objects.values_list("fields", flat=True):
        kept |= {fields["happened"], *(one["happened"] for one in fields["earlier"])}
    assert saved <= kept
    for comment in Comment.objects.all():
        numbers = list(comment.versions.values_list("number", flat=True))
        assert numbers == list(range(1, len(numbers) + 1))
    assert Approval.objects.filter(voided=None).count() <= len(_MEASURES) + 3
