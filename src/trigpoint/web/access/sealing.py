"""Letting the oldest entries of the access log go: one seal stands for all that go at once."""

from __future__ import annotations

from datetime import date
from itertools import islice

from django.db import DatabaseError, connection, transaction
from django.db.models import Max, Min

from trigpoint.web.access.log import faults, log
from trigpoint.web.access.models import Logged, Seal
from trigpoint.web.access.reading import midnight
from trigpoint.web.access.seals import RETENTION, newest_seal, seal_hash
from trigpoint.web.people.actor import NOBODY

_DELETIONS = (
    "DELETE FROM access_shown WHERE logged_id IN (SELECT id FROM access_logged WHERE number <= %s)",
    "DELETE FROM access_logged WHERE number <= %s",
)


def seal_old(before: date, are: str, *, dry_run: bool) -> list[str]:
    """Seal the entries before a day; in sentences what was, or would be, sealed.

    A log that is not as it was written is left as it is: a seal would hide what was done to it.
    """
    last = _last_old(before)
    if last is None:
        return []
    if found := list(islice(faults(last.number), 1)):
        return [f"The access log stays whole, for it is not as it was written: {found[0]} See to that first."]
    seal = _seal(last)
    said = (
        f"{seal.count} entries of the access log, {seal.first:%d %B %Y} to {seal.until:%d %B %Y}, {are} deleted: "
        "a seal stands for them."
    )
    if not dry_run:
        try:
            _replace(seal)
        except DatabaseError:
            return ["The access log stays whole: its lock is of an older version. Run `trigpoint manage protect-log`."]
    return [said]


def _last_old(first: date) -> Logged | None:
    """The last of the entries that come before every entry of a day or later; None where there is none."""
    young = Logged.objects.filter(at__gte=midnight(first)).aggregate(number=Min("number"))["number"]
    old = Logged.objects.filter(at__lt=midnight(first))
    return (old if young is None else old.filter(number__lt=young)).order_by("-number").first()


def _seal(last: Logged) -> Seal:
    """The seal for everything up to an entry, not kept yet."""
    going = Logged.objects.filter(number__lte=last.number)
    times = going.aggregate(first=Min("at"), until=Max("at"))
    before = newest_seal()
    seal = Seal(
        number=last.number,
        count=going.count(),
        last=last.hash,
        previous=before.hash if before else "0" * 64,
        **times,
    )
    seal.hash = seal_hash(seal)
    return seal


def _replace(seal: Seal) -> None:
    """Put a seal in the place of its entries, and name it in the log: all of it or nothing."""
    with transaction.atomic():
        about = f"access log, {seal.count} entries up to {seal.number}"
        log(NOBODY, RETENTION, about, detail=f"sealed as {seal.hash}")
        seal.save()
        with connection.cursor() as cursor:
            for statement in _DELETIONS:
                cursor.execute(statement, [seal.number])
