"""The gate: of rows about children, those that a person may see, written into the access log before they are shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from trigpoint.store import Snapshot
from trigpoint.tasks.allocated import Allocated, Allocation, allocated
from trigpoint.tasks.stored import snapshot_of
from trigpoint.web.access.log import log
from trigpoint.web.access.tokens import token
from trigpoint.web.children.models import RestrictedCase
from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import Actor, Scope

Row = dict[str, Any]
_NOWHERE = Allocation()


@dataclass(frozen=True)
class Seen:
    """The rows that may be shown, each with `team`, `service` and `worker`; how many belong to others; how many of

    restricted cases are held back. The three together are all rows there are.
    """

    rows: list[Row]
    outside: int
    restricted: int


def seen(
    actor: Actor, action: Action, rows: Sequence[Mapping[str, Any]], about: str, *, snapshot: str = "", detail: str = ""
) -> Seen:
    """The rows that an actor may see by an action, and a line in the access log with the children in them.

    Rows have `authority` and `child_id`, and may have `team`, `service` and `worker`: the place where the row stands
    is its own, and where it says none that of the child's allocation on the as-at day of the snapshot.
    """
    found = scoped(actor, action, rows, snapshot_of(settings.ENVIRONMENT.store, snapshot))
    log(actor, action, about, detail=detail, children={row["child_id"] for row in found.rows if row["child_id"]})
    return found


def scoped(actor: Actor, action: Action, rows: Iterable[Mapping[str, Any]], snapshot: Snapshot) -> Seen:
    """The same without the log: for counting only. Who shows a row must come through `seen`."""
    scope, hidden = actor.scope(action), _restricted(actor)
    homes = homes_of(snapshot)
    kept, outside, restricted = [], 0, 0
    for row in rows:
        placed = _placed(row, homes)
        if not _inside(scope, placed):
            outside += 1
        elif hidden and placed["child_id"] and token(placed["child_id"]) in hidden:
            restricted += 1
        else:
            kept.append(placed)
    return Seen(kept, outside, restricted)


def homes_of(snapshot: Snapshot) -> Allocated:
    """The allocation of every child on the as-at day of a snapshot."""
    return _homes(snapshot.path, snapshot.id)


def _placed(row: Mapping[str, Any], homes: Allocated) -> Row:
    """A row with the place where it stands."""
    home = homes.get((row["authority"], row["child_id"]), _NOWHERE)
    own = row.get("team") or row.get("service")
    place = {
        "team": (row.get("team") if own else home.team) or "",
        "service": (row.get("service") if own else home.service) or "",
        "worker": row.get("worker") or home.worker,
    }
    return {**row, **place}


def _inside(scope: Scope, row: Row) -> bool:
    return scope.holds(row["service"], row["team"], row["worker"])


def _restricted(actor: Actor) -> frozenset[str]:
    """Tokens of the children whose rows this actor may not see today."""
    today = timezone.localdate()
    held = RestrictedCase.objects.filter(Q(until=None) | Q(until__gte=today), since__lte=today)
    return frozenset(held.exclude(named=actor.account).values_list("child", flat=True))


@lru_cache(maxsize=4)
def _homes(path: Path, snapshot: str) -> Allocated:
    """The allocation of every child of a snapshot, which never changes."""
    return allocated(snapshot_of(path.parents[1], snapshot))
