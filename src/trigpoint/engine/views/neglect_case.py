"""Builds `cases.NeglectCase`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.months import month_on, open_end
from trigpoint.engine.plans import plan_spells
from trigpoint.engine.records import Records, is_yes, plain, present
from trigpoint.engine.spells import numbered, with_lines
from trigpoint.engine.states import cut, islands

_CHILD = ("authority", "child")
_SPELL = (*_CHILD, "from_month", "to_month")


def build(records: Records) -> ir.Table:
    """One row per child and the months in which the case stayed as it was."""
    spells = islands(ibis.union(_on_plan(records), _in_need(records), distinct=True), _CHILD)
    table = numbered(spells, ["from_month"]).mutate(id=spells.child)
    table = with_lines(records, table, team=False)
    if not records.wants("has_graded_care_profile"):
        return table
    table = table.left_join(_profiles(records), list(_CHILD)).pipe(plain)
    return cut(table, {"has_graded_care_profile": "profile_from"})


def _on_plan(records: Records) -> ir.Table:
    """Our own plans whose category is neglect."""
    table = plan_spells(records)
    category = table.category.strip().upper()
    neglect = (category == "NEG") | category.contains("NEGLECT")
    return table.filter((table.is_other_authority == 0) & neglect.fill_null(False)).select(*_SPELL)


def _in_need(records: Records) -> ir.Table:
    """Open referrals from the day an assessment under them that found neglect was authorised."""
    raw = records.table("ssd_assessment_factors")
    raw = raw.filter(present(raw.cinf_assessment_id))
    codes = ibis.literal(";") + raw.cinf_assessment_factors_factors.upper() + ";"
    found = raw.filter(codes.contains(";16A;").fill_null(False))
    found = found.select(authority=found.authority, assessment=found.cinf_assessment_id).distinct()
    raw = records.table("ssd_cin_assessments")
    raw = raw.filter(
        present(raw.cina_person_id) & present(raw.cina_referral_id) & (raw.cina_assessment_auth_date <= records.as_at)
    )
    raw = raw.filter(raw.cina_assessment_start_date.isnull() | (raw.cina_assessment_start_date <= records.as_at))
    assessed = raw.select(
        authority=raw.authority,
        child=raw.cina_person_id,
        referral=raw.cina_referral_id,
        assessment=raw.cina_assessment_id,
        authorised_on=raw.cina_assessment_auth_date,
    ).semi_join(found, ["authority", "assessment"])
    known = assessed.group_by(*_CHILD, "referral").agg(known_on=assessed.authorised_on.min())
    joined = _referrals(records).join(known, [*_CHILD, "referral"]).pipe(plain)
    joined = joined.mutate(
        from_month=month_on(ibis.greatest(joined.referred_on, joined.known_on), records.as_at),
        to_month=open_end(joined.closed_on, records.as_at),
    )
    return joined.select(*_SPELL)


def _referrals(records: Records) -> ir.Table:
    """Referrals that did not end in no further action (N27)."""
    raw = records.table("ssd_cin_episodes")
    raw = raw.filter(present(raw.cine_person_id) & (raw.cine_referral_date <= records.as_at))
    raw = raw.filter(is_yes(raw.cine_referral_nfa.fill_null("")) == 0)
    return raw.select(
        authority=raw.authority,
        child=raw.cine_person_id,
        referral=raw.cine_referral_id,
        referred_on=raw.cine_referral_date,
        closed_on=records.known(raw.cine_close_date),
    )


def _profiles(records: Records) -> ir.Table:
    raw = records.table("ext_screening")
    raw = raw.filter(present(raw.person_id) & (raw.tool.strip().lower() == "graded_care_profile"))
    first = raw.group_by(authority=raw.authority, child=raw.person_id).agg(completed_on=raw.completed_on.min())
    return first.select(*_CHILD, profile_from=open_end(first.completed_on, records.as_at))
