"""Builds `cases.Adoption`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.people import with_person
from trigpoint.engine.permanence import permanence, with_entry
from trigpoint.engine.records import Records, as_flag


def build(records: Records) -> ir.Table:
    """One row per adoption order: an order whose type says so; cease codes are not used (N26)."""
    table = permanence(records)
    table = table.filter((table.is_adoption == 1) & table.ordered_on.notnull())
    table = with_entry(records, table, "ordered_on")
    table = table.mutate(
        days_from_entry_to_placement=_days(table.entered_on, table.placed_on),
        is_placed_before_entry=as_flag(table.placed_on < table.entered_on),
        is_placed_before_order=as_flag(table.placed_on < table.ordered_on),
        days_from_decision_to_match=_days(table.decided_on, table.matched_on),
        is_matched_before_decision=as_flag(table.matched_on < table.decided_on),
        days_from_placement_order_to_match=_not_below_0(_days(table.placement_order_on, table.matched_on)),
    )
    to_carer = _not_below_0(_days(table.entered_on, table.moved_in_on))
    by_carer = ibis.cases((table.is_by_carer == 1, to_carer), else_=table.days_from_entry_to_placement)
    return with_person(records, table.mutate(days_from_entry_to_carer=by_carer), "ordered_on")


def _days(start: ir.DateValue, end: ir.DateValue) -> ir.IntegerValue:
    return end.delta(start, unit="day").cast("int64")


def _not_below_0(days: ir.IntegerValue) -> ir.IntegerValue:
    return ibis.cases((days < 0, ibis.literal(0, "int64")), else_=days)
