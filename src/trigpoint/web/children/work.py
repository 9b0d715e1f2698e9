"""Open work, of those parts of the authority that a person may see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.conf import settings

from trigpoint.language.work import Work
from trigpoint.store import Snapshot
from trigpoint.tasks.stored import snapshot_of
from trigpoint.tasks.work_due import WorkDue, kept_work
from trigpoint.web.children.gate import Placed, Seen, homes_of, place, scoped, seen
from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import Actor


@dataclass(frozen=True)
class Part:
    """A part of the authority: a service, a team or a worker; empty words are all of them."""

    service: str = ""
    team: str = ""
    worker: str = ""

    @property
    def words(self) -> str:
        """What it is called."""
        return f"Worker {self.worker}" if self.worker else self.team or self.service or "The whole authority"

    def holds(self, row: Mapping[str, str]) -> bool:
        """Whether a row stands in it."""
        return all(
            not wanted or row[name] == wanted
            for name, wanted in (("service", self.service), ("team", self.team), ("worker", self.worker))
        )


@dataclass(frozen=True)
class WorkSeen:
    """Open work that may be shown, as at a day, and the kinds that the records can tell of."""

    as_at: date
    snapshot: str
    kinds: Mapping[str, Work]
    seen: Seen


def listed(actor: Actor, part: Part) -> WorkSeen:
    """The open work of a part, row by row; the children in it are logged."""
    due = _due()
    inside = [
        row
        for row in scoped(actor, Action.SEE_WORK, _rows(_taken(due.snapshot)), _taken(due.snapshot)).rows
        if part.holds(row)
    ]
    found = seen(actor, Action.SEE_WORK, inside, f"work due: {part.words}", snapshot=due.snapshot)
    return WorkSeen(due.as_at, due.snapshot, {work.id: work for work in due.kinds}, found)


def counted(actor: Actor) -> WorkSeen:
    """All open work that the actor may see, to be counted and not shown."""
    due = _due()
    found = scoped(actor, Action.SEE_WORK, _rows(_taken(due.snapshot)), _taken(due.snapshot))
    return WorkSeen(due.as_at, due.snapshot, {work.id: work for work in due.kinds}, found)


def caseloads(actor: Actor, part: Part) -> Counter[str]:
    """How many children each worker of a part holds, of those that the actor may see."""
    taken = _taken("")
    inside = scoped(actor, Action.SEE_WORK, _children(taken), taken).rows
    return Counter(row["worker"] for row in inside if part.holds(row))


def is_known() -> bool:
    """Whether the open work of the newest snapshot is kept."""
    return kept_work(settings.ENVIRONMENT.store) is not None


def _due() -> WorkDue:
    due = kept_work(settings.ENVIRONMENT.store)
    if due is None:
        raise LookupError("The open work of the newest snapshot was not found yet: ask `is_known` first.")
    return due


@lru_cache(maxsize=4)
def _rows(taken: Snapshot) -> Placed:
    """The open work of a snapshot, which never changes."""
    due = kept_work(taken.path.parents[1], taken.id)
    return place(due.rows.to_pylist() if due else [], taken)


@lru_cache(maxsize=4)
def _children(taken: Snapshot) -> Placed:
    """Every child of a snapshot."""
    return place(({"authority": authority, "child_id": child} for authority, child in homes_of(taken)), taken)


def _taken(snapshot: str) -> Snapshot:
    return snapshot_of(settings.ENVIRONMENT.store, snapshot)
