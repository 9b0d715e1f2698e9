"""The month's diary: who did what, and what a person has not seen yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from trigpoint.web.months.models import Happening, LastVisit, Month
from trigpoint.web.people.actor import Actor

_VISIT = timedelta(minutes=30)
_MOST, _LEAST = 300, 5


def happened(month: Month, actor: Actor, what: str) -> Happening:
    """Write a line of the diary; `what` goes on after the person's title: "returned the comment on ...: ..."."""
    said = what if len(what) <= _MOST else what[: _MOST - 1] + "…"
    return Happening.objects.create(month=month, account_id=actor.account or None, what=said)


def visited(month: Month, actor: Actor) -> datetime | None:
    """Note that a person looks at a month; when they had last looked before this visit, None at the first."""
    now = timezone.now()
    with transaction.atomic():
        visit, first = LastVisit.objects.select_for_update().get_or_create(
            month=month, account_id=actor.account, defaults={"at": now}
        )
        if first:
            return None
        if now - visit.at > _VISIT:
            visit.before = visit.at
        if now - visit.at > timedelta(minutes=1) or visit.before == visit.at:
            visit.at = now
            visit.save()
    return visit.before


def when(at: datetime) -> str:
    """A moment as a diary has it: Today 9:14am, Yesterday 4:40pm, 5 October 2:05pm."""
    local, today = timezone.localtime(at), timezone.localdate()
    clock = f"{local.hour % 12 or 12}:{local:%M}{'am' if local.hour < 12 else 'pm'}"
    days = (today - local.date()).days
    year = "" if local.year == today.year else f" {local.year}"
    return f"{ {0: 'Today', 1: 'Yesterday'}.get(days, f'{local.day} {local:%B}{year}') } {clock}"


def since(month: Month, moment: datetime | None) -> Sequence[Happening]:
    """What happened since a moment, newest first; where that is nothing, or there is no moment, the latest few."""
    told = month.happenings.select_related("account")
    fresh = list(told.filter(at__gt=moment)[:50]) if moment else []
    return fresh or list(told[:_LEAST])
