"""Why a figure changed: the bridge for everyone who sees figures, its children for those who may see them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from trigpoint.language.definition import NATIONAL
from trigpoint.language.period import PeriodType
from trigpoint.tasks.bridge_page import Bridge, bridge_page, rows_of
from trigpoint.tasks.choices import Choice
from trigpoint.tasks.explain import Explained, explain
from trigpoint.tasks.ready_lists import check_ready, rows_of_choice
from trigpoint.tasks.stored import snapshot_of
from trigpoint.web.children.behind_figure import PAGE
from trigpoint.web.children.gate import Row, scoped, seen
from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import Actor


@dataclass(frozen=True)
class Asked:
    """The figure `choice` from `snapshot`, held against that of the period ending on `start`, from `earlier`."""

    store: Path
    choice: Choice
    start: date
    snapshot: str
    earlier: str = ""
    definitions: str = NATIONAL


@dataclass(frozen=True)
class Rows:
    """A page of the children of one line or of all; `inside`, `outside` and `restricted` add up to `all`."""

    rows: list[Row]
    all: int
    inside: int
    outside: int
    restricted: int
    page: int
    pages: int


def bridge(asked: Asked) -> Bridge:
    """The bridge, in numbers. Raises NotReadyError where views must be prepared first, LibraryError and StoreError."""
    return bridge_page(_explained(asked))


def children_of(actor: Actor, asked: Asked, line: str = "", page: int = 1) -> Rows:
    """The children of a line (or of every line) whom the actor may see, written into the access log.

    A row stands where its child is allocated on the as-at day of the later snapshot.
    """
    every = rows_of(_explained(asked), line)
    taken = snapshot_of(asked.store, asked.snapshot)
    found = scoped(actor, Action.SEE_CHILDREN, every, taken)
    pages = max(-(-len(found.rows) // PAGE), 1)
    page = min(max(page, 1), pages)
    mine = found.rows[(page - 1) * PAGE : page * PAGE]
    about = f"{asked.choice.measure} {asked.choice.kind} {asked.start} to {asked.choice.end}"
    detail = f"{line or 'every line'}; page {page} of {pages}"
    shown = seen(actor, Action.SEE_CHILDREN, mine, about, snapshot=taken.id, detail=detail)
    return Rows(shown.rows, len(every), len(found.rows), found.outside, found.restricted, page, pages)


def _explained(asked: Asked) -> Explained:
    choice = asked.choice
    for snapshot, end in ((asked.earlier or asked.snapshot, asked.start), (asked.snapshot, choice.end)):
        check_ready(asked.store, rows_of_choice(replace(choice, end=end), snapshot, asked.definitions))
    return _kept(
        asked.store, choice.measure, asked.start, choice.end, choice.kind, choice.variant, choice.where,
        asked.definitions, asked.snapshot, asked.earlier, choice.authority,
    )  # fmt: skip


@lru_cache(maxsize=32)
def _kept(
    store: Path, measure: str, start: date, end: date, kind: PeriodType, variant: str,
    where: tuple[tuple[str, str], ...], definitions: str, snapshot: str, earlier: str, authority: str,
) -> Explained:  # fmt: skip
    """Two figures of snapshots never change."""
    return explain(store, measure, start, end, kind, variant, dict(where), definitions, snapshot, earlier, authority)
