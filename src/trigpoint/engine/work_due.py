"""Work that is open on the as-at date: rows of case views that are not done yet, one a child and kind."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from trigpoint.engine.engine import Engine
from trigpoint.engine.names import named, with_ids
from trigpoint.engine.predicates import holds
from trigpoint.language.case_view import CaseView
from trigpoint.language.period import month_of
from trigpoint.language.work import Work

_FIELDS: list[pa.Field[Any]] = [
    pa.field("authority", pa.string()),
    pa.field("work", pa.string()),
    pa.field("record_id", pa.string()),
    pa.field("child_id", pa.string()),
    pa.field("worker", pa.string()),
    pa.field("by", pa.date32()),
]
SCHEMA = pa.schema(_FIELDS)


def work_due(engine: Engine, kinds: Iterable[Work]) -> pa.Table:
    """Open work of each kind whose records are collected: `authority, work, record_id, child_id, worker, by`.

    `by` is empty where the work is due now. Rows about a worker and no child have the worker's id; of others it is
    empty.
    """
    found = [_open(engine, work) for work in kinds if engine.collected(work.needs)]
    return pa.concat_tables([SCHEMA.empty_table(), *found]).sort_by([("by", "ascending"), ("record_id", "ascending")])


def _open(engine: Engine, work: Work) -> pa.Table:
    view = work.counts
    key, child = view.key().name, view.child_column().name
    table = _standing(engine, view, engine.view(view, {key, child, *work.columns}))
    if work.where is not None:
        table = table.filter(holds(work.where, table))
    if work.done is not None:
        table = table.filter(table[work.done.name].isnull())
    day = table[work.by.name] if work.by is not None else ibis.null("date")
    table = table.mutate(_by=day)
    if work.by is not None:
        oldest = engine.as_at - timedelta(work.lapses)
        table = table.filter(table["_by"].notnull() & (table["_by"] >= ibis.date(oldest.isoformat())))
    if work.within is not None:
        table = _within(engine, work, work.within, table)
    unit = key if view.of_workers else child
    last = ibis.row_number().over(ibis.window(group_by=["authority", unit], order_by=[ibis.desc("_by"), key]))
    table = table.mutate(_place=last)
    table = with_ids(table.filter(table["_place"] == 0), engine.records.children, [key, child])
    nothing = ibis.null("string")
    rows = table.select(
        authority=table.authority,
        work=ibis.literal(work.id),
        record_id=table[key].cast("string"),
        child_id=nothing if view.of_workers else table[child].cast("string"),
        worker=table[key].cast("string") if view.of_workers else nothing,
        by=table["_by"],
    )
    return named(rows.to_pyarrow(), engine.records.authorities).cast(SCHEMA)


def _within(engine: Engine, work: Work, state: type[CaseView], table: ir.Table) -> ir.Table:
    """Rows of children who stand in a state view on the as-at date."""
    clause = work.within_where
    child = state.child_column().name
    read = {child, *(column.name for column in clause.columns())} if clause is not None else {child}
    standing = _standing(engine, state, engine.view(state, {state.key().name, *read}))
    if clause is not None:
        standing = standing.filter(holds(clause, standing))
    inside = standing.select(_authority=standing.authority, _child=standing[child]).distinct()
    mine = work.counts.child_column().name
    return table.semi_join(inside, [table.authority == inside["_authority"], table[mine] == inside["_child"]])


def _standing(engine: Engine, view: type[CaseView], table: ir.Table) -> ir.Table:
    """Of a state view the rows of the month of the as-at date; all rows of an event view."""
    if not view.state:
        return table
    month = month_of(engine.as_at)
    return table.filter((table.from_month <= month) & (month < table.to_month))
