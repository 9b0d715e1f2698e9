"""Coded columns of a record table held against the code sets: what is in none, or was not in force, or is no answer.

Each gives the first such column of a row and what stands in it (`cppl_cp_plan_initial_category XYZ`), or nothing.
"""

from __future__ import annotations

from datetime import date

import ibis
import ibis.expr.types as ir

from trigpoint.engine.records import present
from trigpoint.records.codes import CODE_SETS, Code
from trigpoint.records.required import ANSWERS, YES_NO
from trigpoint.records.table import Table

_IN_DOUBT = "sources differ"


def unknown(of: type[Table], table: ir.Table) -> ir.StringValue:
    """A code that no collection year has."""
    found = []
    for field in of.fields.values():
        if field.codes:
            value, known = table[field.name], sorted({code.code for code in CODE_SETS[field.codes]})
            found.append((present(value) & ~value.strip().isin(known), _said(field.name, value)))
    return _first(found)


def outdated(of: type[Table], table: ir.Table, as_at: date) -> ir.StringValue:
    """A code that was in force in no collection year from the row's start to its end (open: to the as-at date).

    A code on whose years the published lists differ passes.
    """
    last = ibis.date(as_at.isoformat())
    end = table.end.fill_null(last) if "end" in table.columns else table.start
    first_year, last_year = _collection_year(table.start), _collection_year(end)
    found = []
    for field in of.fields.values():
        for code in CODE_SETS[field.codes] if field.codes else ():
            if (code.from_year or code.to_year) and _IN_DOUBT not in code.note and not _again(code, field.codes):
                value = table[field.name]
                late = _outside(code, first_year, last_year) & (value.strip() == code.code)
                found.append((late, _said(field.name, value)))
    return _first(found)


def unanswered(of: type[Table], table: ir.Table) -> ir.StringValue:
    """An answer that is neither yes nor no."""
    asked = [name for name in of.fields if name in ANSWERS]
    said = [(name, table[name], table[name].strip().upper().isin(sorted(YES_NO))) for name in asked]
    return _first([(present(value) & ~is_answer, _said(name, value)) for name, value, is_answer in said])


def _again(code: Code, name: str) -> bool:
    """Whether the set has the code a second time, for other years."""
    return sum(other.code == code.code for other in CODE_SETS[name]) > 1


def _outside(code: Code, first: ir.IntegerValue, last: ir.IntegerValue) -> ir.BooleanValue:
    too_late = first > code.to_year if code.to_year else ibis.literal(value=False)
    return too_late | (last < code.from_year) if code.from_year else too_late


def _collection_year(day: ir.DateValue) -> ir.IntegerValue:
    """The year that ends in March, named by its end."""
    return day.year() + ibis.cases((day.month() > 3, 1), else_=0)


def _said(name: str, value: ir.StringValue) -> ir.StringValue:
    return ibis.literal(f"{name} ") + value.strip()


def _first(found: list[tuple[ir.BooleanValue, ir.StringValue]]) -> ir.StringValue:
    nothing = ibis.null("string")
    return ibis.cases(*((when.fill_null(False), what) for when, what in found), else_=nothing) if found else nothing
