"""Why a figure changed, child by child: to those who may see the children, and to everyone else in counts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from trigpoint.language.period import PeriodType
from trigpoint.tasks.explain import Explained, explain
from trigpoint.tasks.stored import snapshot_of
from trigpoint.web.children.gate import Seen, scoped, seen
from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import Actor
from trigpoint.web.people.can import can


@dataclass(frozen=True)
class Bridge:
    """The steps from one figure to the other, and some of the rows behind them; None where the actor may see none.

    `count` is how many rows stand differently, whoever may see them; `visible` how many of them the actor may see;
    `seen` holds those of one page.
    """

    explained: Explained
    count: int
    visible: int = 0
    seen: Seen | None = None


@dataclass(frozen=True, kw_only=True)
class Between:
    """What is compared: a series, the last days of two periods, and the snapshots in which they are looked at."""

    measure: str
    variant: str
    period_type: PeriodType
    start: date
    end: date
    snapshot: str
    before_snapshot: str = ""


def bridge(actor: Actor, asked: Between, about: str, page: int = 1, most: int = 100) -> Bridge:
    """The bridge between two figures, with one page of its rows: those stand in the access log, and no others.

    A row stands where its child is allocated on the as-at day of the later snapshot. Raises LibraryError, StoreError.
    """
    found = _explained(settings.ENVIRONMENT.store, asked)
    if not can(actor, Action.SEE_CHILDREN):
        return Bridge(found, len(found.rows))
    rows = [
        {
            "authority": row.authority,
            "child_id": row.child,
            "record_id": row.record,
            "line": str(row.line),
            "before": str(row.before.result) if row.before else "",
            "before_reason": row.before.reason if row.before else "",
            "after": str(row.after.result) if row.after else "",
            "after_reason": row.after.reason if row.after else "",
        }
        for row in found.rows
    ]
    detail = f"{asked.measure} {asked.start} to {asked.end}"
    mine = scoped(actor, Action.SEE_CHILDREN, rows, snapshot_of(settings.ENVIRONMENT.store, asked.snapshot))
    first = (max(page, 1) - 1) * most
    shown = seen(
        actor, Action.SEE_CHILDREN, mine.rows[first : first + most], about, snapshot=asked.snapshot, detail=detail
    )
    shown = replace(shown, outside=mine.outside, restricted=mine.restricted)
    return Bridge(found, len(rows), len(mine.rows), shown)


@lru_cache(maxsize=32)
def _explained(store: Path, asked: Between) -> Explained:
    """Snapshots never change: a bridge is laid once."""
    return explain(
        store,
        asked.measure,
        asked.start,
        asked.end,
        asked.period_type,
        asked.variant,
        snapshot=asked.snapshot,
        before_snapshot=asked.before_snapshot,
    )
