"""Lines of states laid over one another, so that each row stands for months in which nothing changed."""

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from trigpoint.engine.months import AGES, FAR, birthday, month_on
from trigpoint.engine.people import people
from trigpoint.engine.records import Records, plain
from trigpoint.engine.states import running


def overlay(base: ir.Table, lines: Sequence[ir.Table], keys: Sequence[str]) -> ir.Table:
    """The rows of `base`, cut where any line changes, with each line's columns as they stand in those months.

    `base` and every line have `keys, from_month, to_month`; a line's rows never overlap for one key, nor do the
    base's. A row on which a line has nothing keeps its place with empty columns. One running sum tells for all lines
    which of their rows stands, by the month from which it does; its columns are joined to that.
    """
    base, lines = base.cache(), [line.cache() for line in lines]
    mine = base.select(*keys).distinct()
    parts = [base, *(line.semi_join(mine, list(keys)) for line in lines)]
    parts = [part.filter(part.from_month < part.to_month) for part in parts]
    sums = [f"_sum{place}" for place in range(-(-len(parts) // _TOGETHER))]
    changes = [change for place, part in enumerate(parts) for change in _changes(part, place, keys, sums)]
    table = running(ibis.union(*changes), keys, sums)
    table = table.mutate(**{f"_row{place}": _standing(table, place) for place in range(len(parts))})
    own = {*keys, "from_month", "to_month"}
    facts = [name for part in parts for name in part.columns if name not in own]
    for place, part in enumerate(parts):
        rows = part.mutate(**{f"_row{place}": part.from_month + 1}).drop("from_month", "to_month")
        table = table.join(rows, [*keys, f"_row{place}"], how="left" if place else "inner").pipe(plain)
    return table.select(*keys, "from_month", "to_month", *facts)


_TOGETHER, _APART = 3, 2**17
"""Months of so many lines share a whole number, each times a power of a number larger than any month."""


def _changes(part: ir.Table, place: int, keys: Sequence[str], sums: Sequence[str]) -> list[ir.Table]:
    """What rises where each row begins and falls where it ends: the month from which it stands, plus 1."""
    own, nothing = sums[place // _TOGETHER], ibis.literal(0, "int64")
    row = (part.from_month + 1) * ibis.literal(_APART ** (place % _TOGETHER), "int64")
    ended = part.filter(part.to_month < FAR)
    begins = part.select(*keys, month="from_month", **{name: row if name == own else nothing for name in sums})
    return [begins, ended.select(*keys, month="to_month", **{name: -row if name == own else nothing for name in sums})]


def _standing(table: ir.Table, place: int) -> ir.IntegerValue:
    """The month from which the line's row stands, plus 1; 0 where none does."""
    shared = table[f"_sum{place // _TOGETHER}"]
    return (shared // ibis.literal(_APART ** (place % _TOGETHER), "int64") % _APART).cast("int64")


def age_line(records: Records, base: ir.Table) -> ir.Table:
    """Age bands of the children of a table: `authority, child, from_month, to_month, age_band_line`."""
    who = records.shared("people", people)
    # kept aside: birthdays are dear, and only these children's are wanted
    who = who.filter(who.born_on.notnull()).semi_join(base, ["authority", "child"]).cache()
    days = [(0, who.born_on), *((age, birthday(who.born_on, age)) for age in AGES)]
    names = ["Under 1", "1 to 4", "5 to 9", "10 to 15", "16 and 17", "18 and over"]
    begins = [month_on(day, records.as_at) for _, day in days]
    far = ibis.literal(FAR, type="int64")
    bands = [
        who.select("authority", "child", from_month=begin, to_month=end, age_band_line=ibis.literal(name))
        for name, begin, end in zip(names, begins, [*begins[1:], far], strict=True)
    ]
    line = ibis.union(*bands)
    return line.filter(line.from_month < line.to_month)
