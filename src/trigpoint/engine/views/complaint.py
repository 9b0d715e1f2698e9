"""Builds `cases.Complaint`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.records import Records, as_flag


def build(records: Records) -> ir.Table:
    """One row per complaint."""
    raw = records.table("ext_complaint")
    raw = raw.filter(raw.received_on <= records.as_at)
    table = raw.select(
        authority=raw.authority,
        id=raw.complaint_id,
        child=ibis.null("int64"),
        stage=raw.stage,
        stage_name=ibis.literal("Stage ") + raw.stage.cast("string"),
        received_on=raw.received_on,
        responded_on=records.known(raw.responded_on),
    )
    table = table.mutate(is_answered_before_receipt=as_flag(table.responded_on < table.received_on))
    table = records.add_working_days(table, "received_on", 10, "limit_on")
    return records.add_working_days(table, "received_on", 20, "extended_limit_on")
