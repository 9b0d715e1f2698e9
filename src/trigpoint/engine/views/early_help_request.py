"""Builds `cases.EarlyHelpRequest`."""

import ibis.expr.types as ir

from trigpoint.engine.people import with_person
from trigpoint.engine.records import Records, present


def build(records: Records) -> ir.Table:
    """One row per request."""
    raw = records.table("ext_early_help_request")
    known = raw.received_on.isnull() | (raw.received_on <= records.as_at)
    raw = raw.filter(present(raw.person_id) & known)
    table = raw.select(
        authority=raw.authority,
        child=raw.person_id,
        id=raw.request_id,
        received_on=raw.received_on,
        decided_on=records.known(raw.decided_on),
    )
    return with_person(records, records.add_working_days(table, "received_on", 3, "limit_on"), "received_on")
