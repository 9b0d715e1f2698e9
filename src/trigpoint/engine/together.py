"""Lines of states laid over one another, so that each row stands for months in which nothing changed."""

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from trigpoint.engine.months import AGES, FAR, birthday, month_on
from trigpoint.engine.people import people
from trigpoint.engine.records import Records, plain
from trigpoint.engine.states import between, points


def overlay(base: ir.Table, lines: Sequence[ir.Table], keys: Sequence[str]) -> ir.Table:
    """The rows of `base`, cut where any line changes, with each line's columns as they stand in those months.

    `base` and every line have `keys, from_month, to_month`; a line's rows never overlap for one key, nor do the
    base's. A row on which a line has nothing keeps its place with empty columns.
    """
    mine = base.select(*keys).distinct()
    changes = [points(base, keys, ["from_month", "to_month"])]
    changes += [points(line, keys, ["from_month", "to_month"]).semi_join(mine, list(keys)) for line in lines]
    cut = between(ibis.union(*changes), keys)
    table = _laid(cut, base, keys, inner=True)
    for line in lines:
        table = _laid(table, line, keys, inner=False)
    return table


def _laid(table: ir.Table, line: ir.Table, keys: Sequence[str], *, inner: bool) -> ir.Table:
    facts = [c for c in line.columns if c not in {*keys, "from_month", "to_month"}]
    line = line.select(*keys, *facts, _from="from_month", _to="to_month")
    on = [*(table[key] == line[key] for key in keys), line["_from"] <= table.from_month, table.from_month < line["_to"]]
    joined = table.join(line, on) if inner else table.left_join(line, on)
    return joined.pipe(plain).drop("_from", "_to")


def age_line(records: Records, base: ir.Table) -> ir.Table:
    """Age bands of the children of a table: `authority, child, from_month, to_month, age_band_line`."""
    who = records.shared("people", people)
    who = who.filter(who.born_on.notnull()).semi_join(base, ["authority", "child"])
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
