"""The children behind a figure: those that a person may see of each result, and numbers for the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute

from trigpoint.language.period import PeriodType
from trigpoint.tasks.case_columns import CaseColumns, case_columns, in_group
from trigpoint.tasks.choices import BREAKDOWN_WORDS, Choice
from trigpoint.tasks.list_cases import cases
from trigpoint.tasks.ready_lists import check_ready, rows_of_choice
from trigpoint.tasks.stored import snapshot_of
from trigpoint.web.children.gate import Row, scoped, seen
from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import Actor

pc: Any = pyarrow.compute  # its stubs know no mixture of arrays and scalars

PAGE = 50
"""Children on a page of the list."""

_NO_REASON = "None recorded"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Which list: of the figure `choice`, from `snapshot`, by `definitions`; one result and reason, or all where empty.

    `whole` asks for every column of the view where it is prepared with them, as an export wants.
    """

    store: Path
    choice: Choice
    snapshot: str
    definitions: str
    result: str = ""
    reason: str = ""
    whole: bool = False


@dataclass(frozen=True, kw_only=True)
class Behind:
    """One page of a list. `results` counts every row of the figure, `reasons` those of the result asked for.

    Of the `matching` rows `inside` are this person's to see; `outside` belong to other parts of the authority,
    `restricted` are held back. The three add up.
    """

    columns: CaseColumns
    rows: list[Row]
    results: Mapping[str, int]
    reasons: Mapping[str, int]
    matching: int
    inside: int
    outside: int
    restricted: int
    page: int
    pages: int
    as_at: date


def behind(actor: Actor, action: Action, asked: Asked, page: int = 1, most: int = PAGE) -> Behind:
    """A page of the children behind a figure, written into the access log.

    Raises NotReadyError where a view must be prepared for it first, LibraryError and StoreError.
    """
    every = _narrowed(_cases(asked), asked.choice)
    mine = _matching(every, asked)
    columns = columns_of(asked)
    as_at = date.fromisoformat(snapshot_of(asked.store, asked.snapshot).manifest["as_at"])
    allowed = _allowed(actor, action, mine, asked)
    order = _ordered(mine, allowed.rows, columns, as_at)
    pages = max(-(-len(order) // most), 1)
    page = min(max(page, 1), pages)
    places = order[(page - 1) * most : page * most]
    rows = mine.take(pa.array(places, pa.int64())).to_pylist()
    shown = seen(actor, action, rows, _about(asked), snapshot=asked.snapshot, detail=_detail(asked, page, pages)).rows
    return Behind(
        columns=columns,
        rows=[_read(row, columns, as_at) for row in shown],
        results=_counted(every, "result"),
        reasons=_reasons(every, asked),
        matching=mine.num_rows,
        inside=len(order),
        outside=allowed.outside,
        restricted=allowed.restricted,
        page=page,
        pages=pages,
        as_at=as_at,
    )


def columns_of(asked: Asked) -> CaseColumns:
    """The columns of the list."""
    choice = asked.choice
    return case_columns(choice.measure, choice.kind, choice.end, choice.variant, asked.definitions, whole=asked.whole)


@dataclass(frozen=True)
class _Allowed:
    rows: list[int]
    outside: int
    restricted: int


def _allowed(actor: Actor, action: Action, mine: pa.Table, asked: Asked) -> _Allowed:
    """The places of the rows that the actor may see: only what decides that is read of each."""
    names = [name for name in ("authority", "child_id", "team", "service", "worker") if name in mine.column_names]
    rows = [{**row, "_place": place} for place, row in enumerate(mine.select(names).to_pylist())]
    found = scoped(actor, action, rows, snapshot_of(asked.store, asked.snapshot))
    return _Allowed([row["_place"] for row in found.rows], found.outside, found.restricted)


def _ordered(mine: pa.Table, places: Sequence[int], columns: CaseColumns, as_at: date) -> list[int]:
    """The longest over first, else the highest value, else the oldest; then by child."""
    over, value = columns.over, mine["value"].to_pylist()
    dated, child = mine["dated"].to_pylist(), mine["child_id"].to_pylist()
    beyond: list[int | None] = [None] * mine.num_rows
    if over is not None:
        names = [name for name in (over.event, over.limit) if name]
        beyond = [over.of(row, as_at) for row in mine.select(names).to_pylist()]
    return sorted(
        places,
        key=lambda at: (-(beyond[at] or 0), -(value[at] or 0), dated[at] or date.max, child[at] or ""),
    )


def _cases(asked: Asked) -> pa.Table:
    choice = asked.choice
    check_ready(asked.store, rows_of_choice(choice, asked.snapshot, asked.definitions))
    return _listed(
        asked.store, asked.snapshot, choice.measure, choice.kind, choice.end, choice.variant, asked.definitions,
        whole=asked.whole,
    ).filter(pc.field("authority") == choice.authority)  # fmt: skip


@lru_cache(maxsize=24)
def _listed(
    store: Path,
    snapshot: str,
    measure: str,
    kind: PeriodType,
    end: date,
    variant: str,
    definitions: str,
    *,
    whole: bool,
) -> pa.Table:
    """Every row of a figure: the records of a snapshot never change, and each call has an engine of its own."""
    found = case_columns(measure, kind, end, variant, definitions, whole=whole)
    return cases(store, measure, kind, end, (), variant, None, definitions, snapshot, found.wanted, found.also)


def _narrowed(every: pa.Table, choice: Choice) -> pa.Table:
    for name, group in choice.where:
        every = every.filter(in_group(every, name, group))
    return every


def _matching(every: pa.Table, asked: Asked) -> pa.Table:
    if asked.result:
        every = every.filter(pc.field("result") == asked.result)
    if asked.reason:
        every = every.filter(pc.equal(pc.fill_null(every["reason"], _NO_REASON), asked.reason))
    return every


def _counted(table: pa.Table, column: str) -> dict[str, int]:
    counts = pc.value_counts(table[column]).to_pylist()
    return {row["values"] or _NO_REASON: row["counts"] for row in sorted(counts, key=lambda row: -row["counts"])}


def _reasons(every: pa.Table, asked: Asked) -> dict[str, int]:
    found = _counted(every.filter(pc.field("result") == asked.result), "reason") if asked.result else {}
    return {} if set(found) <= {_NO_REASON} else found


def _about(asked: Asked) -> str:
    choice = asked.choice
    return f"{choice.measure} {choice.kind} to {choice.end}"


def _detail(asked: Asked, page: int, pages: int) -> str:
    """What the access log says of the filters; groups are no secret, children stand in it as tokens."""
    groups = [f"{BREAKDOWN_WORDS[name].lower()} {group}" for name, group in asked.choice.where]
    said = [asked.choice.variant, asked.result, asked.reason, *groups, f"page {page} of {pages}", asked.snapshot]
    return "; ".join(part for part in said if part)


def every_row(asked: Asked) -> list[Row]:
    """Every row of a list whoever asks, in its order: only for `export`, which scopes and logs them."""
    mine = _matching(_narrowed(_cases(asked), asked.choice), asked)
    as_at = date.fromisoformat(snapshot_of(asked.store, asked.snapshot).manifest["as_at"])
    columns = columns_of(asked)
    places = _ordered(mine, range(mine.num_rows), columns, as_at)
    rows = mine.take(pa.array(places, pa.int64())).to_pylist()
    return [_read(row, columns, as_at) for row in rows]


def _read(row: Row, columns: CaseColumns, as_at: date) -> Row:
    """A row as people read it, with how far it is beyond its limit."""
    return columns.read(row) | {"over": columns.over.of(row, as_at) if columns.over else None}
