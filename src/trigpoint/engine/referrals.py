"""What became of a referral: its assessments, its closure, the decision on it."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.front_door import DECIDED, decisions
from trigpoint.engine.records import Records, as_flag, is_yes, plain, present

WITHOUT_SERVICE = ("RC8", "RC9")
"""Reasons for closure after an assessment without a service: no further action, and on to early help."""

_KEY = ("authority", "child", "id")


def outcomes(records: Records) -> ir.Table:
    """One row per child and referral id: `is_closed, close_reason, is_single, source_code, has_assessment,
    has_initial_assessment, has_completed_assessment`, and `received_at, decided_at` where what they give is wanted."""
    raw = records.table("ssd_cin_episodes")
    raw = raw.filter(present(raw.cine_person_id) & (raw.cine_referral_date <= records.as_at))
    closed = records.known(raw.cine_close_date).notnull()
    table = raw.select(
        authority=raw.authority,
        child=raw.cine_person_id,
        id=raw.cine_referral_id,
        referred_on=raw.cine_referral_date,
        is_closed=as_flag(closed),
        close_reason=ibis.cases((closed, raw.cine_close_reason.strip().nullif("")), else_=ibis.null("string")),
        is_single=is_yes(raw.cine_referral_outcome_single_assessment_flag.fill_null("")),
        source_code=raw.cine_referral_source_code.strip().nullif(""),
    )
    table = table.left_join(_assessments(records), list(_KEY)).pipe(plain)
    table = table.mutate(
        has_assessment=table.has_assessment.fill_null(0),
        has_completed_assessment=table.has_completed_assessment.fill_null(0),
    )
    initial = as_flag((table.has_assessment == 1) & (table.is_single == 0))
    table = table.mutate(has_initial_assessment=initial)
    if not records.wants(*DECIDED):
        return table
    decided = decisions(records, "referral_id").rename(id="referral_id")
    return table.left_join(decided, ["authority", "id"]).pipe(plain)


def together(table: ir.Table) -> ir.Table:
    """Outcomes of one child's referrals of one day as those of one: closed when all are, else what any row says."""
    most = {name: table[name].max() for name in table.columns if name.startswith("has_")}
    least = {"is_closed", "close_reason", "source_code", "received_at", "decided_at"} & set(table.columns)
    return table.group_by("authority", "child", "referred_on").agg(
        **most, **{name: table[name].min() for name in sorted(least)}
    )


def without_service(table: ir.Table) -> ir.IntegerValue:
    """1 when a referral ended without a statutory service, 0 when not, nothing when its outcome is not recorded."""
    assessed = (table.is_closed == 1) & (table.has_completed_assessment == 1)
    ended = ibis.cases(
        (table.no_further_action == "Y", 1),
        (assessed & table.close_reason.isin(WITHOUT_SERVICE), 1),
        (table.no_further_action.isnull() | (assessed & table.close_reason.isnull()), ibis.null("int8")),
        else_=0,
    )
    return ended.cast("int64")


def _assessments(records: Records) -> ir.Table:
    """One row per child and referral id under which an assessment was started or completed."""
    raw = records.table("ssd_cin_assessments")
    raw = raw.filter(present(raw.cina_person_id) & present(raw.cina_referral_id))
    started = as_flag(raw.cina_assessment_start_date <= records.as_at)
    completed = as_flag(raw.cina_assessment_auth_date <= records.as_at)
    return raw.group_by(authority=raw.authority, child=raw.cina_person_id, id=raw.cina_referral_id).agg(
        has_assessment=started.max(), has_completed_assessment=completed.max()
    )
