"""Flags on records, in and out through the gate: only what a person sees can be flagged, and flags stand in a scope."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.conf import settings

from trigpoint.tasks.stored import snapshot_of
from trigpoint.tasks.work_due import kept_work
from trigpoint.web.access.tokens import token
from trigpoint.web.children.gate import Seen, scoped, seen
from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import Actor


def flag_of(actor: Actor, child: str, work: str) -> dict[str, Any] | None:
    """What a flag says of open work, given by the token of the child and the kind; None where it is not seen."""
    due = kept_work(settings.ENVIRONMENT.store)
    if due is None:
        return None
    rows = [
        row
        for row in due.rows.to_pylist()
        if row["work"] == work and row["child_id"] and token(row["child_id"]) == child
    ]
    found = scoped(actor, Action.SEE_WORK, rows, snapshot_of(settings.ENVIRONMENT.store, due.snapshot)).rows
    titles = {one.id: one.title for one in due.kinds}
    if not found:
        return None
    row = found[0]
    return {
        "authority": row["authority"],
        "child": row["child_id"],
        "team": row["team"],
        "service": row["service"],
        "worker": row["worker"],
        "about": titles[work],
        "record": row["record_id"],
        "snapshot": due.snapshot,
    }


def flags_seen(actor: Actor) -> Seen:
    """The flags that are not settled, of those parts that a person may see."""
    open_ = apps.get_model("quality", "WrongFlag").objects.filter(settled=None).select_related("said_by")
    rows = [
        {
            "authority": one.authority,
            "child_id": one.child,
            "team": one.team,
            "service": one.service,
            "worker": one.worker,
            "flag": one,
        }
        for one in open_
    ]
    return seen(actor, Action.SEE_FINDINGS, rows, "records that are said to be wrong")
