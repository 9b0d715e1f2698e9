"""Lines of states laid over one another, so that each row stands for months in which nothing changed."""

from collections.abc import Mapping, Sequence

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir

from trigpoint.engine.months import AGES, FAR, birthday, month_on
from trigpoint.engine.people import people
from trigpoint.engine.records import Records
from trigpoint.engine.states import running


def overlay(base: ir.Table, lines: Sequence[ir.Table], keys: Sequence[str]) -> ir.Table:
    """The rows of `base`, cut where any line changes, with each line's columns as they stand in those months.

    `base` and every line have `keys, from_month, to_month`; a line's rows never overlap for one key, nor do the
    base's. A row on which a line has nothing keeps its place with empty columns. Every column becomes a whole number
    that rises where a row begins and falls where it ends, so that one running sum gives them all.
    """
    base, lines = base.cache(), [line.cache() for line in lines]
    mine = base.select(*keys).distinct()
    parts = [base.mutate(_base=ibis.literal(0, "int64")), *(line.semi_join(mine, list(keys)) for line in lines)]
    own = {*keys, "from_month", "to_month"}
    facts = {c: part[c].type() for part in parts for c in part.columns if c not in own}
    codes = {c: _codes(part[c]) for part in parts for c in part.columns if c in facts and not facts[c].is_integer()}
    changes = [change for part in parts for change in _changes(part, keys, facts, codes)]
    table = running(ibis.union(*changes), keys, list(facts))
    table = table.filter(table["_base"] > 0)
    for name, kind in facts.items():
        table = _decoded(table, name, kind, codes.get(name))
    return table.drop("_base")


def _codes(column: ir.Value) -> ir.Table:
    """A number for each value of a column that is no number: `value, code`."""
    values = column.name("value").as_table().distinct()
    values = values.filter(values.value.notnull())
    return values.mutate(code=ibis.row_number().over(ibis.window(order_by="value")).cast("int64")).cache()


def _changes(
    part: ir.Table, keys: Sequence[str], facts: Mapping[str, dt.DataType], codes: Mapping[str, ir.Table]
) -> list[ir.Table]:
    """What rises where each row begins and falls where it ends: a number as itself plus 1, nothing as 0."""
    for name in facts:
        if name not in part.columns:
            part = part.mutate(**{name: ibis.literal(0, "int64")})
            continue
        if name in codes:
            coded = codes[name].rename(_value="value", _code="code")
            joined = part.left_join(coded, part[name] == coded["_value"])
            part = joined.mutate(**{name: joined["_code"]}).drop("_value", "_code")
        part = part.mutate(**{name: (part[name].cast("int64") + 1).fill_null(0)})
    ended = part.filter(part.to_month < FAR)
    begins = part.select(*keys, month="from_month", **{name: part[name] for name in facts})
    return [begins, ended.select(*keys, month="to_month", **{name: -ended[name] for name in facts})]


def _decoded(table: ir.Table, name: str, kind: dt.DataType, codes: ir.Table | None) -> ir.Table:
    number = table[name].nullif(0) - 1
    if codes is None:
        return table.mutate(**{name: number.cast(kind)})
    coded = codes.rename(_value="value", _code="code")
    table = table.mutate(**{name: number})
    joined = table.left_join(coded, table[name] == coded["_code"])
    return joined.mutate(**{name: joined["_value"]}).drop("_value", "_code")


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
