"""Audits as both views read them."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.records import Records

GRADES = ("Outstanding", "Good", "Requires improvement", "Inadequate")
NOT_RECORDED = "not recorded"


def audits(records: Records) -> ir.Table:
    """Every audit known on the as-at date: `authority, child, id, audited_on, grade, kind, stream, work_type,
    audit_round`. Grades are spelt as agreed whatever their case. Where a view puts `NOT_RECORDED` for a missing kind,
    figures of one kind do not take it for unknown."""
    raw = records.table("ext_audit")
    raw = raw.filter(raw.audited_on <= records.as_at)
    grade = raw.grade.strip().nullif("")
    spelt = ibis.cases(*((grade.lower() == known.lower(), ibis.literal(known)) for known in GRADES), else_=grade)
    return raw.select(
        authority=raw.authority,
        child=raw.person_id,
        id=raw.audit_id,
        audited_on=raw.audited_on,
        grade=spelt,
        kind=raw.kind.strip().nullif(""),
        stream=raw.stream.strip().nullif(""),
        work_type=raw.work_type.strip().nullif(""),
        audit_round=raw.audit_round.strip().nullif(""),
    )
