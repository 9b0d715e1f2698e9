"""Builds `cases.CareLeaverBirthday`."""

import ibis.expr.types as ir

from trigpoint.engine.care import is_uasc_on
from trigpoint.engine.leavers import DAY, birthdays
from trigpoint.engine.people import with_person
from trigpoint.engine.records import Records


def build(records: Records) -> ir.Table:
    """One row per birthday record."""
    table = records.shared("birthdays", birthdays)
    table = table.mutate(id=table.child)
    if not records.extras:
        return table
    table = is_uasc_on(records, table, DAY, "birthday_on", "is_uasc")
    return with_person(records, table.drop("born_on"), "birthday_on")
