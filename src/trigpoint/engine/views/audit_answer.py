"""Builds `cases.AuditAnswer`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.audits import NOT_RECORDED, audits
from trigpoint.engine.involvements import with_team_on
from trigpoint.engine.people import with_person
from trigpoint.engine.records import Records, as_flag, is_yes, plain, present

_NOT_APPLICABLE = ("NA", "N/A")


def build(records: Records) -> ir.Table:
    """One row per audit and question answered; answers to no known audit have no date.

    An answer without a question counts among all of its audit, and for no question of its own.
    """
    raw = records.table("ext_audit_answer")
    table = raw.select(
        authority=raw.authority,
        audit=raw.audit_id,
        question=raw.question.strip().fill_null(""),
        is_not_applicable=as_flag(raw.answer.strip().upper().isin(_NOT_APPLICABLE)),
        is_met=ibis.cases((present(raw.answer), is_yes(raw.answer)), else_=ibis.null("int64")),
    )
    table = table.join(_of_audits(records), ["authority", "audit"]).pipe(plain)
    asked = table.question.nullif("").fill_null(NOT_RECORDED)
    name = (table.audit + " " + table.question).strip()
    table = table.mutate(kind=table.kind.fill_null(NOT_RECORDED), question=asked, id=name)
    return with_team_on(records, with_person(records, table, "audited_on"), "audited_on")


def _of_audits(records: Records) -> ir.Table:
    """One row per audit id; of several rows the smallest value of each column."""
    table = records.shared("audits", audits)
    names = [name for name in table.columns if name not in {"authority", "id"}]
    return table.group_by("authority", audit=table.id).agg(**{name: table[name].min() for name in names})
