"""Counts units, not rows: children or families that count once a period however many rows they have."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from trigpoint.engine.classify import Code, can_be
from trigpoint.engine.count import Span, classified, within
from trigpoint.engine.states import islands
from trigpoint.engine.windows import NOT_RECORDED
from trigpoint.language.definition import Definition
from trigpoint.language.terms import FIRST


def best(view: ir.Table, definition: Definition, by: Sequence[str], span: Span, as_at: date) -> pa.Table:
    """How often a unit appears in a month, by `level` and `gap`; the best class of its rows decides.

    `level` is a class and every smaller one taken together; `gap` is the number of months since the unit last
    appeared in it (0: never before in the span). A unit counts in a window exactly when the gap reaches before it.
    """
    unit = _unit(definition)
    table = _candidates(view, definition, span, as_at)
    keys = ["authority", *by, unit]
    first = table.group_by(*keys, "month").agg(level=table.k0.min().cast("int64"))
    parts = []
    for level in sorted(int(k) for k in Code if k):
        rows = first.filter(first.level <= level)
        before = rows.month.lag().over(ibis.window(group_by=keys, order_by="month"))
        rows = rows.mutate(gap=(rows.month - before).fill_null(0), level=ibis.literal(level, "int64"))
        parts.append(rows.group_by("authority", *by, "month", "level", "gap").agg(n=rows.count()))
    return ibis.union(*parts).to_pyarrow()


def picked(view: ir.Table, definition: Definition, by: Sequence[str], span: Span, as_at: date) -> pa.Table:
    """How often a unit's first (or last) row of a month has a class: `month, code, gap, n`.

    `gap` is the number of months since the unit's row before (first) or until its next one (last); 0 when there is
    none in the span. The unit is in one group only: that of the row that decides.
    """
    unit, is_first = _unit(definition), definition.pick is FIRST
    table = _candidates(view, definition, span, as_at)
    order = placed(table, definition)
    place = ibis.row_number().over(ibis.window(group_by=["authority", unit, "month"], order_by=order))
    table = table.mutate(_place=place)
    table = table.filter(table["_place"] == 0)
    line = ibis.window(group_by=["authority", unit], order_by="month")
    gap = table.month - table.month.lag().over(line) if is_first else table.month.lead().over(line) - table.month
    table = table.mutate(gap=gap.fill_null(0), code=table.k0.cast("int64"))
    return table.group_by("authority", *by, "month", "code", "gap").agg(n=table.count()).to_pyarrow()


def placed(table: ir.Table, definition: Definition) -> list[ir.Value]:
    """The order in which the row that decides for its unit comes first."""
    day, key = table[definition.dated_by.name], table[definition.counts.key().name]
    return [day.asc(), key.asc()] if definition.pick is FIRST else [day.desc(), key.desc()]


def states(view: ir.Table, definition: Definition, by: Sequence[str], span: Span, as_at: date) -> pa.Table:
    """Changes by month of the number of units whose best class is at most each level: `month`, a column per level."""
    unit = _unit(definition)
    table = view.filter((view.to_month > span.first) & (view.from_month <= span.last))
    table = classified(table, [definition], as_at)
    table = table.filter(table.k0 > 0).mutate(**{name: table[name].fill_null(NOT_RECORDED) for name in by})
    table = table.mutate(from_month=ibis.greatest(table.from_month, ibis.literal(span.first, "int64"))).cache()
    levels = sorted(int(code) for code in can_be(definition))
    parts = []
    for level in levels:
        whole = islands(table.filter(table.k0 <= level), ["authority", *by, unit])
        for month, step in (("from_month", 1), ("to_month", -1)):
            rows = whole.filter(whole[month] <= span.last)
            counted = rows.group_by("authority", *by, month=rows[month]).agg(n=rows.count() * step)
            own = {name(other): counted.n if other == level else ibis.literal(0, "int64") for other in levels}
            parts.append(counted.select("authority", *by, "month", **own))
    return ibis.union(*parts).to_pyarrow()


def name(level: int) -> str:
    """The column of a level in `states`."""
    return f"up_to_{level}"


def _candidates(view: ir.Table, definition: Definition, span: Span, as_at: date) -> ir.Table:
    table = classified(within(view, definition, span, as_at), [definition], as_at)
    return table.filter(table.k0 > 0)


def _unit(definition: Definition) -> str:
    if definition.once is None:
        raise ValueError(f"{definition.measure} counts rows, not units.")
    return definition.once.name
