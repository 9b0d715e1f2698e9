"""Predicates of a declaration as expressions over a table."""

from collections.abc import Callable
from datetime import date

import ibis
import ibis.expr.types as ir

from trigpoint.language.column import Column
from trigpoint.language.predicate import Both, Compare, Either, HappenedBy, IsIn, IsMissing, Not, Predicate

_HOW: dict[str, Callable[[ir.Value, ir.Value], ir.BooleanValue]] = {
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}


def truth(predicate: Predicate, table: ir.Table) -> ir.BooleanValue:  # noqa: PLR0911 - one line a kind
    """True, false, or nothing when the predicate cannot be told of a row."""
    match predicate:
        case Compare(left=left, how=how, right=right):
            return _HOW[how](table[left.name], _operand(right, table))
        case HappenedBy(event=event, limit=limit):
            day = table[event.name]
            return ibis.cases((day.isnull(), ibis.literal(value=False)), else_=day <= table[limit.name])
        case IsMissing(column=column):
            return table[column.name].isnull()
        case Not(other=IsMissing(column=column)):  # said directly: negated, it is put into SQL without its brackets
            return table[column.name].notnull()
        case IsIn(column=column, values=values):
            return table[column.name].isin(list(values))
        case Both(left=one, right=other):
            return truth(one, table) & truth(other, table)
        case Either(left=one, right=other):
            return truth(one, table) | truth(other, table)
        case Not(other=other):
            return _not(truth(other, table))
    raise TypeError(f"{predicate!r} is a kind of predicate that the engine does not know.")


def _not(said: ir.BooleanValue) -> ir.BooleanValue:
    """The contrary, written without NOT: a negated condition loses its brackets on the way into SQL."""
    false = ibis.literal(value=False)
    return ibis.cases((said, false), (said == false, ibis.literal(value=True)), else_=ibis.null("boolean"))


def holds(predicate: Predicate, table: ir.Table) -> ir.BooleanValue:
    """True when the predicate is true; what cannot be told is not."""
    return truth(predicate, table).fill_null(False)


def _operand(right: Column | int | str | date, table: ir.Table) -> ir.Value:
    return table[right.name] if isinstance(right, Column) else ibis.literal(right)
