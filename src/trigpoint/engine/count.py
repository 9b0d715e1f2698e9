"""Counts classified rows by month: every definition of a view in one query, no loop over periods.

What comes back is small: one row per authority, group and month. Periods are made of months in `windows.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from trigpoint.engine.asked import Question, asked
from trigpoint.engine.classify import Code, can_be, code
from trigpoint.engine.months import month_of
from trigpoint.language.definition import Definition
from trigpoint.language.period import first_day, last_day

SUMS = ("value", "numerator", "denominator")


@dataclass(frozen=True)
class Span:
    """The months that are asked for, with the run-in that their windows need; both ends included."""

    first: int
    last: int


def columns(place: int, definition: Definition) -> dict[str, Code | str]:
    """Names of the counted columns of the definition in a place: its classes, and the sums it needs."""
    found: dict[str, Code | str] = {f"c{place}_{int(k)}": k for k in sorted(can_be(definition))}
    sums = [name for name in SUMS if getattr(definition, name) is not None and definition.kind != "median"]
    return found | {f"c{place}_{name}": name for name in sums}


def classified(table: ir.Table, definitions: Sequence[Definition], as_at: date) -> ir.Table:
    """The table with a class per definition (`k0, k1, ...`)."""
    return table.mutate(**{f"k{place}": code(d, table, as_at) for place, d in enumerate(definitions)})


def counted(definitions: Sequence[Definition], table: ir.Table, by: Sequence[str]) -> ir.Table:
    """Sums per authority, group and `month` of a classified table; a row counts `_step` times, or once."""
    sums: dict[str, ir.Value] = {}
    for place, definition in enumerate(definitions):
        for name, what in columns(place, definition).items():
            sums[name] = _sum(table, place, definition, what)
    return table.group_by("authority", *by, "month").agg(**sums)


def _sum(table: ir.Table, place: int, definition: Definition, what: Code | str) -> ir.IntegerValue:
    own, step = table[f"k{place}"], table["_step"] if "_step" in table.columns else ibis.literal(1, "int64")
    if isinstance(what, Code):
        return ibis.cases((own == int(what), step), else_=0).sum().cast("int64")
    column = getattr(definition, what)
    return ibis.cases((own == int(Code.MET), table[column.name] * step), else_=0).sum().cast("int64")


def dated(view: ir.Table, definition: Definition, as_at: date) -> ir.Table:
    """The rows of an event view with their `month`; what is dated after the as-at date is in no period yet."""
    day = view[definition.dated_by.name]
    return view.mutate(month=month_of(day)).filter(day <= as_at)


def within(view: ir.Table, definition: Definition, span: Span, as_at: date) -> ir.Table:
    """As `dated`, of a span of months. Days are compared, for whole parts of a file can then be left unread."""
    day, last = view[definition.dated_by.name], min(as_at, last_day(span.last))
    return view.mutate(month=month_of(day)).filter(day >= first_day(span.first), day <= last)


def events(view: ir.Table, definitions: Sequence[Definition], by: Sequence[str], span: Span, as_at: date) -> pa.Table:
    """Counts by the month of the date column that the definitions share."""

    def rows() -> ir.Table:
        return classified(within(view, definitions[0], span, as_at), definitions, as_at)

    return _counts(view, definitions, by, rows, ("events", span, as_at))


def states(view: ir.Table, definitions: Sequence[Definition], by: Sequence[str], span: Span, as_at: date) -> pa.Table:
    """Changes of the counts by month: what begins to be so, less what ceases; their running sum is the stock."""

    def rows() -> ir.Table:
        table = view.filter((view.to_month > span.first) & (view.from_month <= span.last))
        table = classified(table, definitions, as_at)
        first, one = ibis.literal(span.first, "int64"), ibis.literal(1, "int64")
        begins = table.mutate(month=ibis.greatest(table.from_month, first), _step=one)
        ends = table.filter(table.to_month <= span.last).mutate(month=table.to_month, _step=-one)
        return ibis.union(begins, ends)

    return _counts(view, definitions, by, rows, ("states", span, as_at))


def _counts(
    view: ir.Table,
    definitions: Sequence[Definition],
    by: Sequence[str],
    rows: Callable[[], ir.Table],
    key: tuple[object, ...],
) -> pa.Table:
    one = definitions[0]
    groups = {*by, *one.counts.breakdowns(), *([one.category.name] if one.category else [])}
    summed = {column.name for d in definitions for name in SUMS if (column := getattr(d, name)) is not None}

    def narrow() -> ir.Table:
        table = rows()
        own = {"authority", "month", "_step", *(f"k{place}" for place, _ in enumerate(definitions))}
        return table.select(*(name for name in table.columns if name in own | groups | summed))

    question = Question((view.get_name(), *key, *(d.name for d in definitions)), narrow, partial(counted, definitions))
    return asked(view.get_backend(), question, by)


def provisional(
    view: ir.Table, definition: Definition, by: Sequence[str], span: Span, as_at: date, observed: ir.Table
) -> pa.Table:
    """For a definition judged at the period's end: rows whose class at a later month's end is not yet their final one.

    One row per authority, group, `month` of the row, month `at` whose end judges it, and the two classes `then` and
    `now`. `observed` says on which day each month is observed.
    """
    table = classified(within(view, definition, span, as_at), [definition], as_at).rename(now="k0")
    settled = ibis.greatest(*(month_of(table[c]).fill_null(0) + 1 for c in _settling(definition)))
    ahead = ibis.range(table.month, ibis.least(settled, ibis.literal(span.last, "int64")) + 1)
    table = table.mutate(at=ahead.unnest().cast("int64"))
    table = table.join(observed, table["at"] == observed.seen_in).drop("seen_in")
    hidden = hide_unseen(table, definition)
    table = hidden.mutate(then=code_then(hidden, definition))
    table = table.filter(table.then != table.now)
    return table.group_by("authority", *by, "month", "at", "then", "now").agg(n=table.count()).to_pyarrow()


def hide_unseen(table: ir.Table, definition: Definition) -> ir.Table:
    """Events later than the day `seen_on` hidden, and rows not known by then; limits are known from the start."""
    dates = [c for c in definition.counts.columns.values() if c.kind == "date"]
    nothing = ibis.null("date")
    hidden = {
        c.name: ibis.cases((table[c.name] <= table.seen_on, table[c.name]), else_=nothing)
        for c in dates
        if not (c.limit or c.begins)
    }
    unseen = [table[c.name] > table.seen_on for c in dates if c.begins]
    return table.mutate(**hidden, is_unseen=ibis.or_(*unseen) if unseen else ibis.literal(value=False))


def code_then(hidden: ir.Table, definition: Definition) -> ir.IntegerValue:
    """The class of each row as it was known on the day `seen_on`."""
    known = code(definition, hidden, hidden.seen_on)
    return ibis.cases((hidden.is_unseen, ibis.literal(int(Code.NOT_A_CANDIDATE), "int8")), else_=known)


def _settling(definition: Definition) -> list[str]:
    """Columns after which a row's class no longer changes: its computed limits, or every date when it has none."""
    dates = [c for c in definition.counts.columns.values() if c.kind == "date"]
    return [c.name for c in dates if c.limit or c.begins] or [c.name for c in dates]
