"""The records of worlds: every table of a snapshot as it stands in each, written for an engine of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce
from pathlib import Path

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.parquet as pq

from trigpoint.engine.backends import DuckDB
from trigpoint.engine.engine import Engine
from trigpoint.engine.record_rules import Checked
from trigpoint.engine.record_worlds import A_WORLD, State, World, is_of_children, with_child
from trigpoint.engine.records import plain
from trigpoint.language.column import Column
from trigpoint.language.predicate import Value
from trigpoint.quality.record_rule import Removed
from trigpoint.records import TABLES
from trigpoint.records.numbering import AUTHORITIES, CHILDREN, child_columns, number_of


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
    lacking = {
        world.name: engine.lacking.get(engine.records.authorities[world.authority], frozenset()) for world in found
    }
    return Engine(paths, engine.as_at, given, lacking=lacking, snapshot=engine.snapshot, backend=DuckDB())


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
        if is_of_children(name):
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
        number = inside.world * A_WORLD + inside.child % A_WORLD
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
            found[number_of(column)] = rows.world * A_WORLD + rows[column] % A_WORLD
        elif column != "authority":
            found[column] = rows[column]
    return found
