"""Health and dental checks of looked-after children (definition 29, settled N24)."""

import ibis.expr.types as ir

from trigpoint.engine.records import Records, present


def checks(records: Records, kind: str, status: str) -> ir.Table:
    """Checks known on the as-at date by a word of their type and their status: `authority, child, checked_on`.

    Upper and lower case are the same in both.
    """
    raw = records.table("ssd_cla_health")
    raw = raw.filter(
        present(raw.clah_person_id)
        & (raw.clah_health_check_date <= records.as_at)
        & raw.clah_health_check_type.lower().contains(kind)
        & (raw.clah_health_check_status.strip().lower() == status)
    )
    return raw.select(authority=raw.authority, child=raw.clah_person_id, checked_on=raw.clah_health_check_date)
