"""Builds `cases.PrivateFostering`."""

import ibis.expr.types as ir

from trigpoint.engine.people import with_person
from trigpoint.engine.records import Records, present


def build(records: Records) -> ir.Table:
    """One row per arrangement that the authority knew of."""
    return with_person(records, arrangements(records), "aware_on")


def arrangements(records: Records) -> ir.Table:
    """`authority, child, id, aware_on, ended_on`: an arrangement is deemed to begin when the authority is aware."""
    raw = records.table("ext_private_fostering")
    raw = raw.filter(present(raw.person_id) & (raw.aware_on <= records.as_at))
    return raw.select(
        authority=raw.authority,
        child=raw.person_id,
        id=raw.arrangement_id,
        aware_on=raw.aware_on,
        ended_on=records.known(raw.ended_on),
    )
