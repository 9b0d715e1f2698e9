"""Builds `cases.CareLeaverAtDate`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD
from trigpoint.engine.leavers import birthdays
from trigpoint.engine.looked_after import uasc_line
from trigpoint.engine.months import FAR, birthday, month_on
from trigpoint.engine.records import Records, plain
from trigpoint.engine.spells import breakdown_lines, with_breakdowns
from trigpoint.engine.states import timeline
from trigpoint.engine.together import overlay

_AGES = range(16, 26)
_SAID = ("in_touch", "accommodation", "is_suitable", "activity")


def build(records: Records) -> ir.Table:
    """One row per young person and the months in which age and latest record stayed the same."""
    found = _numbered(records)
    aged = found.filter(found.born_on.notnull())
    table = overlay(_latest(records, aged), [_ages(records, aged)], CHILD)
    table = table.filter(table.age.notnull())
    unaged = _latest(records, found.filter(found.born_on.isnull()))
    table = ibis.union(table, unaged.mutate(age=ibis.null("int64")).select(*table.columns))
    table = _with_breakdowns(records, table)
    facts = found.drop("born_on", "age")
    table = table.left_join(facts, [*CHILD, "record"]).pipe(plain)
    return table.mutate(id=table.child)


def _numbered(records: Records) -> ir.Table:
    """The birthday records of each young person, numbered from the latest; of two on one day the smallest words."""
    table = records.shared("birthdays", birthdays)
    words = [by for name in _SAID for by in (table[name].isnull(), name)]
    line = ibis.window(group_by=CHILD, order_by=[ibis.desc("birthday_on"), *words])
    return table.mutate(record=ibis.row_number().over(line).cast("int64")).cache()


def _latest(records: Records, table: ir.Table) -> ir.Table:
    far = ibis.literal(FAR, "int64")
    spells = table.select(*CHILD, "record", from_month=month_on(table.birthday_on, records.as_at), to_month=far)
    return timeline(spells, CHILD, ["record"], ["record"])


def _ages(records: Records, table: ir.Table) -> ir.Table:
    """Months in which each young person is of each age from 16 to 25."""
    who = table.select(*CHILD, "born_on").distinct().cache()
    begins = {age: month_on(birthday(who.born_on, age), records.as_at) for age in (*_AGES, _AGES.stop)}
    parts = [
        who.select(*CHILD, from_month=begins[age], to_month=begins[age + 1], age=ibis.literal(age, "int64"))
        for age in _AGES
    ]
    line = ibis.union(*parts)
    return line.filter(line.from_month < line.to_month)


def _with_breakdowns(records: Records, table: ir.Table) -> ir.Table:
    lines = breakdown_lines(records, table, team=False)
    lines += [records.shared("uasc_line", uasc_line)] if records.wants("is_uasc") else []
    table = overlay(table, lines, CHILD) if lines else table
    table = table.mutate(is_uasc=table.is_uasc.fill_null(0)) if records.wants("is_uasc") else table
    return with_breakdowns(records, table)
