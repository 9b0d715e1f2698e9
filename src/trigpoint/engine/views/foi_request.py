"""Builds `cases.FoiRequest`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.records import Records, as_flag


def build(records: Records) -> ir.Table:
    """One row per request."""
    raw = records.table("ext_foi_request")
    raw = raw.filter(raw.received_on <= records.as_at)
    table = raw.select(
        authority=raw.authority,
        id=raw.request_id,
        child=ibis.null("int64"),
        received_on=raw.received_on,
        responded_on=records.known(raw.responded_on),
    )
    table = table.mutate(is_answered_before_receipt=as_flag(table.responded_on < table.received_on))
    return records.add_working_days(table, "received_on", 20, "limit_on")
