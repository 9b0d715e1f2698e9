"""Sign-off by a second person, of one line or of several together, and its end when anything under it changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.utils import timezone

from trigpoint.web.access.log import log
from trigpoint.web.months.diary import happened
from trigpoint.web.months.models import Approval, Line, Month
from trigpoint.web.months.state import LineState, NotNowError, line_state, line_states, locked
from trigpoint.web.pages import RefusedError
from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import NOBODY, Actor
from trigpoint.web.people.can import Thing, refusal


def sign(actor: Actor, month: Month, lines: Mapping[int, str]) -> list[Approval]:
    """Sign off lines of a month, each with the digest that the signer saw: all of them or none.

    Raises:
        RefusedError: the person may not sign off, or had a part in one of them, in whatever role.
        NotNowError: one is not ready, or changed since it was looked at.
    """
    if why := refusal(actor, Action.APPROVE):
        raise RefusedError(why)
    with transaction.atomic():
        locked(month)
        states = line_states(month, lines)
        if not states or len(states) < len(lines):
            raise NotNowError("Tick at least one line of this month to sign off.")
        for state in states:
            _check(actor, state, lines[state.line.pk])
        void_stale(month, "the figure was changed", lines)
        signed = [
            Approval.objects.create(line=state.line, digest=state.digest, signed_by_id=actor.account)
            for state in states
        ]
        what = states[0].line.title if len(states) == 1 else f"{len(states)} measures"
        happened(month, actor, f"signed off {what}")
        log(actor, Action.APPROVE, str(month), detail="; ".join(state.line.title for state in states))
    return signed


def void_stale(month: Month, because: str, lines: Iterable[int] | None = None) -> int:
    """Void every sign-off of a month that no longer covers what stands; how many.

    Whoever changes figures, targets or comments calls it in the same transaction.
    """
    voided = 0
    for state in line_states(month, lines):
        held = state.standing
        if held is not None and held.digest != state.digest:
            held.voided, held.voided_because = timezone.now(), because
            held.save(update_fields=["voided", "voided_because"])
            happened(month, NOBODY, f"The sign-off of {state.line.title} is void: {because}")
            voided += 1
    return voided


def withdraw(actor: Actor, line: Line, because: str) -> None:
    """Take back a sign-off, with the reason. Raises RefusedError, and NotNowError where there is none in force."""
    if why := refusal(actor, Action.APPROVE):
        raise RefusedError(why)
    with transaction.atomic():
        locked(line.month)
        held = line_state(line).standing
        if held is None:
            raise NotNowError(f"{line.title} is not signed off.")
        held.voided, held.voided_because = timezone.now(), because
        held.save(update_fields=["voided", "voided_because"])
        happened(line.month, actor, f"took back the sign-off of {line.title}: {because}")
        log(actor, "take back a sign-off", str(line.month), detail=f"{line.title}: {because}")


def waive(actor: Actor, line: Line, because: str) -> None:
    """Have a missing figure published as not available, with the reason; an empty reason waits for it again.

    Raises RefusedError, and NotNowError where the figure is there.
    """
    if why := refusal(actor, Action.PUBLISH):
        raise RefusedError(why)
    with transaction.atomic():
        locked(line.month)
        held = Line.objects.get(pk=line.pk)
        if because and not held.missing:
            raise NotNowError(f"{held.title} has its figure: there is nothing to publish as not available.")
        held.waived, held.waived_at, held.waived_by_id = because, timezone.now(), actor.account
        if not because:
            held.waived_at = held.waived_by_id = None
        held.save(update_fields=["waived", "waived_at", "waived_by"])
        void_stale(held.month, "its figure was waived" if because else "its figure is waited for", [held.pk])
        said = f"will publish {held.title} as not available: {because}" if because else f"waits for {held.title} again"
        happened(held.month, actor, said)
        log(actor, "publish a figure as not available", str(held.month), detail=said)


def _check(actor: Actor, state: LineState, seen: str) -> None:
    """Raises where this person may not sign this line off as it stands."""
    title = state.line.title
    if why := refusal(actor, Action.APPROVE, Thing(makers=state.makers)):
        raise RefusedError(f"{title}: {why}")
    if state.hindrance:
        raise NotNowError(f"{title} cannot be signed off. {state.hindrance}")
    if state.digest != seen:
        raise NotNowError(f"{title} was changed since you opened the page. Read it again, then sign it off.")
