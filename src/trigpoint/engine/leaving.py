"""How periods of care begin and end (definition 34, settled N10 and N14)."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD, PERIOD, kept, periods
from trigpoint.engine.records import Records, plain

_GROUPS = {
    "Adopted": ("E11", "E12"),
    "Died": ("E2",),
    "Care taken over by another authority": ("E3",),
    "Returned home, planned": ("E4A",),
    "Returned home, unplanned": ("E4B",),
    "Left to live with people without parental responsibility": ("E13",),
    "Child arrangements order": ("E41",),
    "Special guardianship order": ("E43", "E44", "E45", "E46", "E47", "E48"),
    "Independent living": ("E5", "E6"),
    "Adult social care": ("E7",),
    "Sentenced to custody": ("E9",),
    "Remand accommodation ended": ("E14",),
    "Found to be 18 or over": ("E15",),
    "Moved abroad": ("E16",),
    "Stayed with carers at 18": ("E17",),
}


def starts(records: Records) -> ir.Table:
    """Periods of care that start with reason S, or for which no reason is given: the first episode of each."""
    table = records.shared("kept", kept)
    place = ibis.row_number().over(ibis.window(group_by=PERIOD, order_by="place"))
    table = table.mutate(_place=place, start_reason=table.reason.nullif(""))
    table = table.filter((table["_place"] == 0) & (table.start_reason.isnull() | (table.start_reason == "S")))
    entered = ibis.coalesce(table.entered_on, table.started_on)
    return table.select(*PERIOD, "id", "start_reason", entered_on=entered, placement_type=table.type)


def ends(records: Records) -> ir.Table:
    """Periods of care that have ended: the last episode of each, why it ended, and when the child came back if ever."""
    table = records.shared("kept", kept)
    place = ibis.row_number().over(ibis.window(group_by=PERIOD, order_by=ibis.desc("place")))
    table = table.mutate(_place=place, leaving_reason=table.ceased.nullif(""))
    is_cease = table.ended_on.notnull() & (table.leaving_reason.fill_null("") != "X1")
    table = table.filter((table["_place"] == 0) & is_cease)
    table = table.select(*PERIOD, "id", "leaving_reason", left_on="ended_on", placement_type="type")
    back = _returns(records, table)
    return table.left_join(back, list(PERIOD)).pipe(plain)


def _returns(records: Records, left: ir.Table) -> ir.Table:
    """The first later period of care of each child that left, by the day its first episode started."""
    later = records.shared("periods", periods).select(*CHILD, later="period", began_on="began_on")
    pairs = left.select(*PERIOD, "left_on").join(later, list(CHILD))
    pairs = pairs.filter((pairs.later > pairs.period) & (pairs.began_on >= pairs.left_on))
    return pairs.group_by(*PERIOD).agg(returned_on=pairs.began_on.min())


def reason_group(reason: ir.StringValue) -> ir.StringValue:
    """Why care ended, in the groups of the national table; a code that is in none is Other."""
    known = [(reason.isin(codes), name) for name, codes in _GROUPS.items()]
    return ibis.cases(*known, (reason.notnull(), "Other"), else_=ibis.null("string"))
