"""Rules of the records on a snapshot: every rule of a table in one pass, failing rows with whose work they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.compute

from trigpoint.engine.engine import Engine
from trigpoint.engine.names import named, with_ids
from trigpoint.engine.people import teams
from trigpoint.engine.predicates import holds
from trigpoint.engine.record_rows import build
from trigpoint.engine.records import Records, plain, present
from trigpoint.language.column import Column
from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.record_view import RecordView
from trigpoint.records.collector import held_back
from trigpoint.records.roles import SOCIAL_WORKERS

pc: Any = pyarrow.compute  # its stubs know no mixture of arrays and scalars

_COLUMNS: list[tuple[str, pa.DataType]] = [
    ("rule", pa.string()),
    ("table", pa.string()),
    ("authority", pa.string()),
    ("record_id", pa.string()),
    ("child_id", pa.string()),
    ("start", pa.date32()),
    ("end", pa.date32()),
    ("says", pa.string()),
    ("team", pa.string()),
    ("worker", pa.string()),
]
FINDINGS = pa.schema(_COLUMNS)
"""A row that fails a rule, what stands in the columns that the rule reads, and whose work the child is on the as-at
date."""


@dataclass(frozen=True)
class Checked:
    """A table with a flag for each rule run on it, under the rule's id after `fails_`."""

    view: type[RecordView]
    rules: Sequence[RecordRule]
    rows: ir.Table

    def flag(self, rule: RecordRule) -> str:
        """Name of the column that is 1 in rows that fail the rule."""
        return f"fails_{rule.id}"


def able(engine: Engine, view: type[RecordView], rule: RecordRule) -> list[int]:
    """Numbers of the authorities that gave every table which the rule reads for this one."""
    gave = set(engine.collected(sorted(view.reads(rule.columns))))
    return [number for number, name in engine.records.authorities.items() if name in gave]


@held_back()
def checked(engine: Engine, view: type[RecordView], rules: Sequence[RecordRule], *, keep: bool = False) -> Checked:
    """Every rule of a table in one pass; `keep` has the rows worked out once, for several questions."""
    rows = build(engine.records, view, sorted({name for rule in rules for name in _read(view, rule)}))
    flags = {}
    for rule in rules:
        failing = holds(rule.fails, rows) & rows.authority.isin(able(engine, view, rule))
        flags[f"fails_{rule.id}"] = ibis.cases((failing, 1), else_=0).cast("int64")
    rows = rows.mutate(**flags)
    return Checked(view, rules, engine.backend.lasting(rows, f"checked_{view.of.name}") if keep else rows)


def _read(view: type[RecordView], rule: RecordRule) -> Iterator[str]:
    """Columns of a view that a rule or its mend reads."""
    yield from rule.columns
    mends = rule.mends(view)
    if isinstance(mends, dict):
        yield from (value.name for value in mends.values() if isinstance(value, Column))


@held_back()
def findings(engine: Engine, done: Checked) -> pa.Table:
    """Every row that fails, once a rule, in the columns of `FINDINGS`."""
    rows = done.rows
    failing = rows.filter(ibis.or_(*(rows[done.flag(rule)] == 1 for rule in done.rules)))
    view = done.view
    told = failing.mutate(
        record_id=failing[view.of.key].cast("string") if view.of.key else ibis.null("string"),
        child_id=failing.child if "child" in view.fields else ibis.null("int64"),
    )
    told = told.mutate(record_id=told.child_id) if view.of.key == _key_of_child(view) else told
    told = _allocated(engine.records, told)
    told = with_ids(told, engine.records.children, ["record_id", "child_id"])
    found = named(told.to_pyarrow(), engine.records.authorities)
    return pa.concat_tables([_of_rule(found, done, rule) for rule in done.rules])


def _key_of_child(view: type[RecordView]) -> str:
    return view.fields["child"].name if "child" in view.fields else ""


def _of_rule(found: pa.Table, done: Checked, rule: RecordRule) -> pa.Table:
    mine = found.filter(pc.equal(found[done.flag(rule)], 1))
    nothing = pa.nulls(mine.num_rows, pa.date32())
    columns = {
        "rule": pa.repeat(rule.id, mine.num_rows),
        "table": pa.repeat(done.view.of.name, mine.num_rows),
        "says": _said(mine, done.view, rule),
    }
    for name in FINDINGS.names:
        if name not in columns:
            columns[name] = mine[name] if name in mine.column_names else nothing
    return pa.table({name: columns[name] for name in FINDINGS.names}).cast(FINDINGS)


def _said(mine: pa.Table, view: type[RecordView], rule: RecordRule) -> Any:
    """What stands in the columns that the rule reads: `End 2024-04-20; Start 2024-05-01`."""
    parts = []
    for column in dict.fromkeys(rule.fails.columns()):
        own = view.fields.get(column.name)
        label = own.name if own is not None else view.columns[column.name].label
        value = mine["child_id"] if column.name == "child" else mine[column.name]
        parts.append(pc.binary_join_element_wise(label, pc.fill_null(value.cast(pa.string()), "(blank)"), " "))
    return pc.binary_join_element_wise(*parts, "; ")


def _allocated(records: Records, rows: ir.Table) -> ir.Table:
    """The rows with the team and the worker of the child on the as-at date: a social worker's before others'."""
    raw = records.table("ssd_involvements")
    ended = raw.invo_involvement_end_date
    live = raw.filter(
        present(raw.invo_person_id)
        & (raw.invo_involvement_start_date <= records.as_at)
        & (ended.isnull() | (ended > records.as_at))
    )
    role = live.invo_professional_role_id.strip().lower()
    live = live.mutate(_other=ibis.cases((role.isin(list(SOCIAL_WORKERS)), 0), else_=1))
    order = [live["_other"], ibis.desc("invo_involvement_start_date"), "invo_professional_id"]
    place = ibis.row_number().over(ibis.window(group_by=["authority", "invo_person_id"], order_by=order))
    live = live.mutate(_place=place)
    first = live.filter(live["_place"] == 0).select(
        "authority", _who="invo_person_id", worker="invo_professional_id", _team="invo_professional_team"
    )
    found = rows.left_join(first, [rows.authority == first.authority, rows.child_id == first["_who"]]).pipe(plain)
    known = teams(records).select("authority", "team_id", "team")
    joined = found.left_join(known, [found.authority == known.authority, found["_team"] == known.team_id]).pipe(plain)
    return joined.mutate(team=ibis.coalesce(joined.team, joined["_team"]))
