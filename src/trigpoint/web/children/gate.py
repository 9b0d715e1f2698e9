"""The gate: of rows about children, those that a person may see, written into the access log before they are shown."""

from __future__ import annotations

from collections import defaultdict
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


@dataclass(frozen=True, eq=False)
class Placed:
    """Rows with `team`, `service` and `worker`, and where those of each place are among them.

    It is shared by all who look: its rows are read, never changed.
    """

    rows: list[Row]
    places: Mapping[tuple[str, str, str], list[int]]

    def within(self, scope: Scope) -> list[Row]:
        """The rows of a scope, in their order: a place is tested once and not row by row."""
        if scope.everything:
            return self.rows
        numbers = [n for spot, those in self.places.items() if scope.holds(*spot) for n in those]
        return [self.rows[n] for n in sorted(numbers)]


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


def scoped(actor: Actor, action: Action, rows: Iterable[Mapping[str, Any]] | Placed, snapshot: Snapshot) -> Seen:
    """The same without the log: for counting only. Who shows a row must come through `seen`."""
    scope, hidden = actor.scope(action), _restricted(actor)
    every = rows if isinstance(rows, Placed) else place(rows, snapshot)
    inside = every.within(scope)
    kept = [row for row in inside if not (hidden and row["child_id"] and token(row["child_id"]) in hidden)]
    return Seen(kept, len(every.rows) - len(inside), len(inside) - len(kept))


def place(rows: Iterable[Mapping[str, Any]], snapshot: Snapshot) -> Placed:
    """Rows with the places where they stand, for a list that is kept and shown to many."""
    homes = homes_of(snapshot)
    placed = [_placed(row, homes) for row in rows]
    places = defaultdict[tuple[str, str, str], list[int]](list)
    for number, row in enumerate(placed):
        places[row["service"], row["team"], row["worker"]].append(number)
    return Placed(placed, places)


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


def _restricted(actor: Actor) -> frozenset[str]:
    """Tokens of the children whose rows this actor may not see today."""
    today = timezone.localdate()
    held = RestrictedCase.objects.filter(Q(until=None) | Q(until__gte=today), since__lte=today)
    return frozenset(held.exclude(named=actor.account).values_list("child", flat=True))


@lru_cache(maxsize=4)
def _homes(path: Path, snapshot: str) -> Allocated:
    """The allocation of every child of a snapshot, which never changes."""
    return allocated(snapshot_of(path.parents[1], snapshot))
