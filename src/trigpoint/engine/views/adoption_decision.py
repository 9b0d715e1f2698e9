"""Builds `cases.AdoptionDecision`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.months import add_months
from trigpoint.engine.people import with_person
from trigpoint.engine.permanence import permanence, with_entry
from trigpoint.engine.records import Records


def build(records: Records) -> ir.Table:
    """One row per permanence record with a decision or a reversal; ages are those on the day of the first."""
    table = permanence(records)
    table = table.filter(table.decided_on.notnull() | table.reversed_on.notnull())
    table = with_entry(records, table, "decided_on")
    table = table.mutate(
        limit_on=add_months(table.entered_on, 4), _day=ibis.coalesce(table.decided_on, table.reversed_on)
    )
    return with_person(records, table, "_day")
