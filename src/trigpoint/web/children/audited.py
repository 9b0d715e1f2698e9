"""The children whose work is audited: drawn and shown through the gate."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.conf import settings

from trigpoint.tasks.audit_sample import drawn, frame
from trigpoint.tasks.stored import snapshot_of
from trigpoint.web.children.gate import Row, Seen, scoped, seen
from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import Actor


def sample(actor: Actor, work_type: str, size: int, seed: str, *, each_team: bool) -> tuple[list[Row], int, str]:
    """Cases drawn at random from those that the actor may see; how many there were; the snapshot they come from."""
    taken = snapshot_of(settings.ENVIRONMENT.store)
    rows = scoped(actor, Action.RUN_AUDITS, frame(settings.ENVIRONMENT.store, work_type, taken.id), taken).rows
    chosen = drawn(rows, size, seed, each_team=each_team)
    found = seen(actor, Action.RUN_AUDITS, chosen, f"sample drawn: {work_type}", snapshot=taken.id)
    return found.rows, len(rows), taken.id


def cases_seen(actor: Actor, action: Action, given: Sequence[Any], about: str) -> Seen:
    """Cases of a round, as rows with their `case`, of those parts that the actor may see."""
    rows = [
        {
            "authority": one.authority,
            "child_id": one.child,
            "team": one.team,
            "service": one.service,
            "worker": one.worker,
            "case": one,
        }
        for one in given
    ]
    return seen(actor, action, rows, about)
