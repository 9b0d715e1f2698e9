"""Appends to the access log, and reads it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from trigpoint.web.access.models import Head, Logged, Shown
from trigpoint.web.access.seals import newest_seal, seal_faults
from trigpoint.web.access.syslog import copy
from trigpoint.web.access.tokens import token
from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import Actor


def log(
    actor: Actor,
    action: Action | str,
    about: str = "",
    *,
    detail: str = "",
    children: Iterable[str] = (),
    refused: bool = False,
) -> Logged:
    """Append what an actor did, with the ids of the children who were shown. It stands when this returns.

    Inside a transaction it stands or falls with it.
    """
    shown = sorted({token(child) for child in children})
    with transaction.atomic():
        head, _ = Head.objects.select_for_update().get_or_create(pk=1)
        row = Logged(
            number=head.number + 1,
            at=timezone.now(),
            account_id=actor.account or None,
            title=actor.title,
            action=str(action),
            about=about[:300],
            detail=detail[:500],
            refused=refused,
            children=len(shown),
            previous=head.hash,
        )
        row.hash = _hash(row, shown)
        row.save()
        Shown.objects.bulk_create(Shown(logged=row, child=child) for child in shown)
        head.number, head.hash = row.number, row.hash
        head.save()
        transaction.on_commit(lambda: copy(row))
    return row


def who_has_seen(child: str) -> Iterator[Logged]:
    """Every time a child, given by the id of the records, was shown; newest first."""
    return Logged.objects.filter(shown__child=token(child)).order_by("-number").iterator()


def seen_by(account: int, since: datetime | None = None) -> Iterator[Logged]:
    """What an account did, newest first."""
    rows = Logged.objects.filter(account_id=account)
    return (rows if since is None else rows.filter(at__gte=since)).order_by("-number").iterator()


def faults(until: int | None = None) -> Iterator[str]:
    """Where the log is not as it was written, a sentence each: a row changed, gone, or put out of order.

    It is read from the newest seal on; `until` is the number of the last entry that is read.
    """
    yield from seal_faults()
    start = newest_seal()
    number, previous = (start.number, start.last) if start else (0, "0" * 64)
    rows = Logged.objects.prefetch_related("shown").order_by("number")
    for row in (rows if until is None else rows.filter(number__lte=until)).iterator(chunk_size=2000):
        number += 1
        if row.number != number:
            yield f"Entry {number} is missing: entry {row.number} stands in its place."
            number = row.number
        if row.previous != previous:
            yield f"Entry {row.number} does not follow the entry before it."
        if row.hash != _hash(row, sorted(one.child for one in row.shown.all())):
            yield f"Entry {row.number} is not as it was written."
        previous = row.hash
    head = Head.objects.filter(pk=1).first()
    if until is None and head is not None and (head.number, head.hash) != (number, previous):
        yield f"The log should end with entry {head.number}: it ends with {number}."


def _hash(row: Logged, shown: list[str]) -> str:
    said = [
        row.number,
        row.at.isoformat(timespec="microseconds"),
        row.account_id,
        row.title,
        row.action,
        row.about,
        row.detail,
        row.refused,
        shown,
        row.previous,
    ]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()
