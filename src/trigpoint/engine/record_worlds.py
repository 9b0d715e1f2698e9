"""Worlds: the records of the children whom a rule's failing rows are about, as they are, with those rows removed, and
with them mended, laid beside one another as authorities of one engine, so that one calculation answers for all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from trigpoint.engine.engine import Engine
from trigpoint.engine.record_rules import Checked
from trigpoint.engine.records import Records, plain
from trigpoint.quality.record_rule import RecordRule
from trigpoint.records.links import LINKS
from trigpoint.records.numbering import child_columns

A_WORLD = 1 << 32
"""Children of an authority are numbered within such a range."""


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


def is_of_children(name: str) -> bool:
    """Whether the rows of a record table are about children, by themselves or by what they lead to."""
    return bool(child_columns(name)) or any(link.to_table not in _OF_NO_CHILD for link in LINKS.get(name, {}).values())


def _all_children(records: Records, authority: int) -> list[int]:
    found: list[int] = records.children.filter(records.children.number // A_WORLD == authority).number.to_list()
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
