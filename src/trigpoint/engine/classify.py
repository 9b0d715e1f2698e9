"""Classifies rows: one definition, one whole number a row, the same for counting and for listing."""

from datetime import date
from enum import IntEnum

import ibis
import ibis.expr.types as ir

from trigpoint.engine.predicates import holds, truth
from trigpoint.language.definition import Definition
from trigpoint.language.result import Result


class Code(IntEnum):
    """Classes of a row. Of several rows that count once a period the smallest code decides."""

    NOT_A_CANDIDATE = 0
    MET = 1
    UNKNOWN = 2
    NOT_MET = 3
    PENDING = 4
    EXCLUDED = 5


RESULTS = {
    Code.MET: Result.MET,
    Code.UNKNOWN: Result.UNKNOWN,
    Code.NOT_MET: Result.NOT_MET,
    Code.PENDING: Result.PENDING,
    Code.EXCLUDED: Result.EXCLUDED,
}


def code(definition: Definition, table: ir.Table, as_at: date | ir.DateValue) -> ir.IntegerValue:
    """The class of each row: excluded, unknown for a stated reason, met, pending, unknown for want of data, not met."""
    branches: list[tuple[ir.BooleanValue, int]] = []
    if definition.where is not None:
        branches.append((~truth(definition.where, table).fill_null(True), Code.NOT_A_CANDIDATE))
    branches += [(holds(predicate, table), Code.EXCLUDED) for predicate in definition.exclude.values()]
    branches += [(holds(predicate, table), Code.UNKNOWN) for predicate in definition.unknown.values()]
    if definition.met is not None:
        branches.append((holds(definition.met, table), Code.MET))
    if definition.due is not None:
        branches.append(((table[definition.due.name] >= as_at).fill_null(False), Code.PENDING))
    branches += [(missing, Code.UNKNOWN) for missing in _cannot_be_told(definition, table)]
    otherwise = Code.NOT_MET if definition.met is not None else Code.MET
    return (
        ibis.cases(*((when, _small(then)) for when, then in branches), else_=_small(otherwise))
        if branches
        else (_small(otherwise))
    )


def reason(definition: Definition, table: ir.Table) -> ir.StringValue:
    """Why a row is excluded or unknown: its own clause, else the first column the test needs that is missing."""
    branches = [(holds(predicate, table), ibis.literal(why)) for why, predicate in definition.exclude.items()]
    branches += [(holds(predicate, table), ibis.literal(why)) for why, predicate in definition.unknown.items()]
    branches += [(table[c.name].isnull(), ibis.literal(c.missing)) for c in definition.tested]
    nothing = ibis.null("string")
    return ibis.cases(*branches, else_=nothing) if branches else nothing


def can_be(definition: Definition) -> set[Code]:
    """Classes that the definition can give at all: nothing else needs counting."""
    found = {Code.MET}
    if definition.met is not None:
        found.add(Code.NOT_MET)
    if definition.exclude:
        found.add(Code.EXCLUDED)
    if definition.due is not None:
        found.add(Code.PENDING)
    if definition.unknown or definition.tested:
        found.add(Code.UNKNOWN)
    return found


def _cannot_be_told(definition: Definition, table: ir.Table) -> list[ir.BooleanValue]:
    tests = [truth(p, table).isnull() for p in (definition.where, definition.met) if p is not None]
    summed = (definition.value, definition.numerator, definition.denominator)
    return tests + [table[column.name].isnull() for column in summed if column is not None]


def _small(value: int) -> ir.IntegerScalar:
    return ibis.literal(int(value), "int8")
