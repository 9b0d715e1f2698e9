"""The rows behind a figure: the same relation as the counts, not summed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.compute as pc

from trigpoint.engine.classify import RESULTS, Code, code, reason
from trigpoint.engine.count import code_then, dated, hide_unseen
from trigpoint.engine.names import with_ids
from trigpoint.engine.units import placed
from trigpoint.engine.windows import NOT_RECORDED
from trigpoint.language.definition import Definition
from trigpoint.language.period import Period
from trigpoint.language.terms import BEST, PERIOD_END

LEADING = ("authority", "record_id", "child_id", "dated", "result", "reason", "value")


def rows(
    view: ir.Table,
    children: ir.Table,
    definition: Definition,
    period: Period,
    as_at: date,
    where: Mapping[str, str],
    results: set[str],
    columns: Sequence[str],
) -> pa.Table:
    """Every candidate row of the figure, classified, with those of the view's own columns.

    `children` says whose number is whose; `where` keeps one group of a breakdown; `results` keeps classes (empty: all).
    """
    end = min(period.end, as_at)
    table = _inside(view, definition, period, as_at)
    for name, group in where.items():
        column = definition.category.name if name == "category" and definition.category else name
        table = table.filter(table[column].cast("string").fill_null(NOT_RECORDED) == group)
    judged, class_ = table, code(definition, table, as_at)
    if definition.known_at is PERIOD_END:
        judged = hide_unseen(table.mutate(seen_on=ibis.date(end.isoformat())), definition)
        class_ = code_then(judged, definition)
    table = judged.mutate(_code=class_, _why=reason(definition, judged))
    key, child = definition.counts.key().name, definition.counts.child_column().name
    table = with_ids(table.filter(table["_code"] > 0), children, [key, child])
    if definition.once is not None:
        table = _once(table, definition)
    found = _shown(table, definition, end, columns).to_pyarrow()
    return found if not results else found.filter(pc.is_in(found["result"], pa.array(sorted(results))))


def _inside(view: ir.Table, definition: Definition, period: Period, as_at: date) -> ir.Table:
    if definition.counts.state:
        return view.filter((view.from_month <= period.month) & (period.month < view.to_month))
    table = dated(view, definition, as_at)
    return table.filter((table.month >= period.first_month) & (table.month <= period.month)).drop("month")


def _once(table: ir.Table, definition: Definition) -> ir.Table:
    """One row a unit: the one that decides its class, then the smallest id; it is listed under the unit's own id."""
    unit = definition.once
    assert unit is not None
    key = definition.counts.key().name
    child = definition.counts.child_column().name
    order = ["_code", *dict.fromkeys((key, child))] if definition.pick is BEST else placed(table, definition)
    place = ibis.row_number().over(ibis.window(group_by=["authority", unit.name], order_by=order))
    table = table.mutate(_place=place)
    return table.filter(table["_place"] == 0).drop("_place").mutate(**{key: table[unit.name]})


def _shown(table: ir.Table, definition: Definition, end: date, columns: Sequence[str]) -> ir.Table:
    view = definition.counts
    key, child = view.key().name, view.child_column().name
    table = table.mutate(**{key: table[key].cast("string")})
    names = {
        code_: "counted" if code_ is Code.MET and definition.met is None else str(r) for code_, r in RESULTS.items()
    }
    result = ibis.cases(*((table["_code"] == int(c), name) for c, name in names.items()))
    explained = table["_code"].isin([int(Code.EXCLUDED), int(Code.UNKNOWN)])
    day = ibis.date(end.isoformat()) if view.state else table[definition.dated_by.name]
    amount = definition.value or definition.numerator
    nothing = ibis.null("int64")
    counted = table["_code"] == int(Code.MET)
    value = nothing if amount is None else ibis.cases((counted, table[amount.name].cast("int64")), else_=nothing)
    own = [c.name for c in view.columns.values() if c.name in columns and c.kind not in {"key", "child"}]
    return table.select(
        authority=table.authority,
        record_id=table[key],
        child_id=table[child],
        dated=day,
        result=result,
        reason=ibis.cases((explained, table["_why"]), else_=ibis.null("string")),
        value=value,
        **{name: table[name] for name in own},
    ).order_by("authority", "dated", "record_id", "child_id")
