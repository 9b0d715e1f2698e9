"""Builds `cases.OpenProceedings`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.court import proceedings
from trigpoint.engine.months import FAR, month_after, month_on, open_end
from trigpoint.engine.people import with_person
from trigpoint.engine.records import Records
from trigpoint.engine.states import cut


def build(records: Records) -> ir.Table:
    """One row per child and set of proceedings, cut where it is no longer on track."""
    table = proceedings(records)
    table = table.filter(table.issued_on.notnull())
    never, ever = ibis.literal(FAR, "int64"), ibis.literal(0, "int64")
    off_track = ibis.cases(
        (table.planned_on <= table.limit_on, never),
        (table.planned_on > table.limit_on, ever),
        else_=month_after(table.limit_on, records.as_at),
    )
    table = table.mutate(
        from_month=month_on(table.issued_on, records.as_at),
        to_month=open_end(table.final_order_on, records.as_at),
        _off_track_from=off_track,
    )
    pieces = cut(table.filter(table.from_month < table.to_month), {"_is_off_track": "_off_track_from"})
    return with_person(records, pieces.mutate(is_on_track=1 - pieces["_is_off_track"]), "issued_on")
