"""Worlds: the records of the children whom a rule's failing rows are about, as they are, with those rows removed, and
with them mended, laid beside one another as authorities of one engine, so that one calculation answers for all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import reduce
from pathlib import Path

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.parquet as pq

from trigpoint.engine.backends import DuckDB
from trigpoint.engine.engine import Engine
from trigpoint.engine.record_rules import Checked
from trigpoint.engine.records import Records, plain
from trigpoint.language.column import Column
from trigpoint.language.predicate import Value
from trigpoint.quality.record_rule import RecordRule, Removed
from trigpoint.records import TABLES
from trigpoint.records.links import LINKS
from trigpoint.records.numbering import AUTHORITIES, CHILDREN, child_columns, number_of

_A_WORLD = 1 << 32  # children of an authority are numbered within such a range


class State(Enum):
    """How the failing rows stand in a world."""

    AS_IS = 0
    REMOVED = 1
    MENDED = 2


@dataclass(frozen=True)
class World:
    """The records of some children of an authority under one rule, its failing rows in one state."""

    number: int
    authority: int
    rule: RecordRule
    state: State

    @property
    def name(self) -> str:
        """The authority that the world is in its own engine."""
        return f"{self.number}"


def worlds(engine: Engine, done: Sequence[Checked], *, whole: bool) -> tuple[list[World], pa.Table]:
    """The worlds of every rule that has failing rows, and who is in each: `world, child`.

    Children come with those who share a family or a meeting with them, so that what is counted once for several is
    whole; with `whole` every child of the authority is in.
    """
    concerned = pa.concat_tables([part for one in done for part in _concerned(engine.records, one)])
    found: list[World] = []
    parts = []
    rules = {rule.id: rule for one in done for rule in one.rules}
    pairs = sorted({(row["rule"], row["authority"]) for row in concerned.select(["rule", "authority"]).to_pylist()})
    everyone = _closed(engine.records, concerned) if not whole else None
    for rule, authority in pairs:
        children = _all_children(engine.records, authority) if everyone is None else everyone[rule, authority]
        for state in State:
            if state is State.MENDED and not _is_mended(done, rules[rule]):
                continue
            world = World(len(found), authority, rules[rule], state)
            found.append(world)
            numbers = pa.array([world.number] * len(children), pa.int64())
            parts.append(pa.table({"world": numbers, "child": pa.array(children, pa.int64())}))
    none = pa.table({"world": pa.array([], pa.int64()), "child": pa.array([], pa.int64())})
    return found, pa.concat_tables([none, *parts])


def _is_mended(done: Sequence[Checked], rule: RecordRule) -> bool:
    return any(rule.mends(one.view) is not None for one in done if rule in one.rules)


def _concerned(records: Records, done: Checked) -> Iterator[pa.Table]:
    """Children of the failing rows of each rule: `rule, authority, child`."""
    rows = with_child(records, done.view.of.name, done.rows)
    rows = rows.filter(rows["_child"].notnull())
    for rule in done.rules:
        mine = rows.filter(rows[done.flag(rule)] == 1).select("authority", child="_child").distinct().to_pyarrow()
        yield pa.table(
            {
                "rule": pa.array([rule.id] * mine.num_rows, pa.string()),
                **{c: mine[c].cast(pa.int64()) for c in ("authority", "child")},
            }
        )


def with_child(records: Records, name: str, rows: ir.Table) -> ir.Table:
    """The rows of a record table with `_child`, the number of the child they are about, by their links if need be."""
    if people := child_columns(name):
        return rows.mutate(_child=rows[people[0]])
    for link in LINKS.get(name, {}).values():
        if link.to_table in _OF_NO_CHILD:
            continue
        parent = with_child(records, link.to_table, records.table(link.to_table))
        known = parent.group_by("authority", _key=parent[link.to_column]).agg(_child=parent["_child"].min())
        on = [rows.authority == known.authority, rows[link.column] == known["_key"]]
        return plain(rows.left_join(known, on)).drop("_key")
    return rows.mutate(_child=ibis.null("int64"))


_OF_NO_CHILD = {"ssd_department", "ssd_professionals"}


def _is_of_children(name: str) -> bool:
    return bool(child_columns(name)) or any(link.to_table not in _OF_NO_CHILD for link in LINKS.get(name, {}).values())


def _all_children(records: Records, authority: int) -> list[int]:
    found: list[int] = records.children.filter(records.children.number // _A_WORLD == authority).number.to_list()
    return found


def _closed(records: Records, concerned: pa.Table) -> dict[tuple[str, int], list[int]]:
    """The children concerned with those who share a family or a meeting with any of them."""
    mine = ibis.memtable(concerned)
    together = ibis.union(*_together(records)).distinct().cache()
    met = mine.join(together, ["authority", "child"]).pipe(plain).select("rule", "authority", "_with")
    others = met.join(together, ["authority", "_with"]).pipe(plain).select("rule", "authority", "child")
    every = ibis.union(mine.select("rule", "authority", "child"), others, distinct=True)
    found: dict[tuple[str, int], list[int]] = {}
    for row in every.to_pyarrow().to_pylist():
        found.setdefault((row["rule"], row["authority"]), []).append(row["child"])
    return found


def _together(records: Records) -> list[ir.Table]:
    """`authority, child, _with`: what brings children together."""
    ties = (
        ("ssd_family", "fami_person_id", "fami_family_id"),
        ("ssd_initial_cp_conference", "icpc_person_id", "icpc_icpc_meeting_id"),
        ("ssd_cp_reviews", "cppr_person_id", "cppr_cp_review_meeting_id"),
        ("ext_proceedings", "person_id", "family_id"),
    )
    found = []
    for table, child, tie in ties:
        raw = records.table(table)
        raw = raw.filter(raw[child].notnull() & raw[tie].notnull())
        found.append(raw.select("authority", child=raw[child], _with=ibis.literal(f"{tie} ") + raw[tie]))
    return found


def engine_of(
    engine: Engine, done: Sequence[Checked], found: Sequence[World], members: pa.Table, folder: Path
) -> Engine:
    """An engine in which each world is an authority."""
    held = _Worlds(engine, {one.view.of.name: one for one in done}, found, members)
    paths = {}
    for name in engine.records.paths:
        if name in TABLES:
            paths[name] = [folder / f"{name}.parquet"]
            engine.backend.write(held.table(name), paths[name][0])
    numbers = pa.array([world.number for world in found], pa.int64())
    names = pa.array([world.name for world in found], pa.string())
    pq.write_table(pa.table({"number": numbers, "authority": names}), folder / f"{AUTHORITIES}.parquet")
    engine.backend.write(held.children(), folder / f"{CHILDREN}.parquet")
    paths |= {name: [folder / f"{name}.parquet"] for name in (AUTHORITIES, CHILDREN)}
    given = {world.name: engine.given[engine.records.authorities[world.authority]] for world in found}
    return Engine(paths, engine.as_at, given, snapshot=engine.snapshot, backend=DuckDB())


class _Worlds:
    """The record tables of the worlds, on the engine of the snapshot."""

    def __init__(self, engine: Engine, done: Mapping[str, Checked], found: Sequence[World], members: pa.Table) -> None:
        self.records, self.done = engine.records, done
        self.rules = sorted({world.rule.id for world in found})
        listed = pa.table(
            {
                "world": [world.number for world in found],
                "_of": [world.authority for world in found],
                "_rule": [self.rules.index(world.rule.id) for world in found],
                "_state": [world.state.value for world in found],
            }
        )
        self.worlds = ibis.memtable(listed)
        self.members = ibis.memtable(members)

    def table(self, name: str) -> ir.Table:
        """The rows of a record table in every world, numbered as its authority."""
        raw = self.records.table(name)
        done = self.done.get(name)
        rows = done.rows if done else raw
        if _is_of_children(name):
            rows = with_child(self.records, name, rows).rename(_member="_child")
            inside = rows.join(self.members, rows["_member"] == self.members.child).pipe(plain)
            inside = inside.join(self.worlds, "world").pipe(plain)
        else:
            inside = rows.join(self.worlds, rows.authority == self.worlds["_of"]).pipe(plain)
        inside = self._stated(inside, done) if done else inside
        return inside.select(**_numbered(inside, name))

    def children(self) -> ir.Table:
        """Whose number is whose in every world."""
        known = self.records.children
        inside = self.members.join(known, self.members.child == known.number, rname="{name}_known")
        number = inside.world * _A_WORLD + inside.child % _A_WORLD
        return inside.select(number=number, authority=inside.world.cast("string"), child="child_known")

    def _stated(self, rows: ir.Table, done: Checked) -> ir.Table:
        """The rows of each world in its state: failing ones left out, or changed as their rule's mend says."""
        gone: list[ir.BooleanValue] = []
        changes: dict[str, list[tuple[ir.BooleanValue, Column | Value | None]]] = {}
        for rule in done.rules:
            if rule.id not in self.rules:
                continue
            mine = (rows["_rule"] == self.rules.index(rule.id)) & (rows[done.flag(rule)] == 1)
            gone.append(mine & (rows["_state"] == State.REMOVED.value))
            mended, mends = mine & (rows["_state"] == State.MENDED.value), rule.mends(done.view)
            if isinstance(mends, Removed):
                gone.append(mended)
            for name, value in (mends or {}).items() if not isinstance(mends, Removed) else ():
                changes.setdefault(name, []).append((mended, value))
        stored = {done.view.fields[name].name: _changed(rows, done, name, of) for name, of in changes.items()}
        out = reduce(lambda one, other: one | other, gone, ibis.literal(value=False))
        return rows.mutate(**stored, _gone=ibis.cases((out, 1), else_=0)).filter(ibis._["_gone"] == 0)


def _changed(
    rows: ir.Table, done: Checked, name: str, changes: Sequence[tuple[ir.BooleanValue, Column | Value | None]]
) -> ir.Value:
    """A stored column with the values that mends put into it; where a mend holds nothing for a row it stays."""
    stored = rows[done.view.fields[name].name]
    kind = stored.type()
    branches = []
    for when, value in changes:
        new = (
            rows[value.name]
            if isinstance(value, Column)
            else ibis.literal(value, "date")
            if value
            else ibis.null("date")
        )
        kept = ibis.coalesce(new.cast(kind), stored) if isinstance(value, Column) else new.cast(kind)
        branches.append((when, kept))
    return ibis.cases(*branches, else_=stored)


def _numbered(rows: ir.Table, name: str) -> dict[str, ir.Value]:
    """The stored columns of a record table, its authority and children as numbers of the world."""
    people = child_columns(name)
    found: dict[str, ir.Value] = {"authority": rows.world.cast("string"), number_of("authority"): rows.world}
    for column in TABLES[name].schema().names:
        if column in people:
            found[column] = ibis.null("string")  # nobody reads the id where there is a number
            found[number_of(column)] = rows.world * _A_WORLD + rows[column] % _A_WORLD
        elif column != "authority":
            found[column] = rows[column]
    return found
