"""Builds `cases.InitialHealthAssessment`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD, PERIOD, is_uasc_on, periods
from trigpoint.engine.involvements import with_team_on
from trigpoint.engine.months import add_months
from trigpoint.engine.people import with_person
from trigpoint.engine.records import Records, as_flag, plain, present


def build(records: Records) -> ir.Table:
    """One row per period of care."""
    table = records.add_working_days(records.shared("periods", periods), "entered_on", 20, "limit_on")
    firsts = _first_checks(records, table)
    table = table.left_join(firsts, list(PERIOD)).pipe(plain)
    refused = _refused(records)
    table = table.left_join(refused, list(CHILD)).pipe(plain)
    table = table.mutate(refused_within_3_months=table.refused_within_3_months.fill_null(0))
    table = is_uasc_on(records, table, PERIOD, "entered_on", "is_uasc")
    return with_team_on(records, with_person(records, table, "entered_on"), "entered_on")


def _checks(records: Records) -> ir.Table:
    raw = records.table("ssd_cla_health")
    raw = raw.filter(
        present(raw.clah_person_id)
        & (raw.clah_health_check_date <= records.as_at)
        & raw.clah_health_check_type.lower().contains("health")
    )
    return raw.select(
        authority=raw.authority,
        child=raw.clah_person_id,
        checked_on=raw.clah_health_check_date,
        status=raw.clah_health_check_status.strip().lower(),
    )


def _first_checks(records: Records, spells: ir.Table) -> ir.Table:
    """First completed check of each period of care, from entry and from three months before it, while in care."""
    checks = _checks(records)
    done = _by_paediatrician(records, checks.filter(checks.status == "completed"))
    pairs = spells.select(*PERIOD, "entered_on", "left_on").join(done, list(CHILD))
    near = (pairs.checked_on >= add_months(pairs.entered_on, -3)) & (
        pairs.left_on.isnull() | (pairs.checked_on <= pairs.left_on)
    )
    pairs = pairs.filter(near)
    after = pairs.checked_on >= pairs.entered_on
    return pairs.group_by(*PERIOD).agg(
        assessed_on=pairs.checked_on.min(where=after),
        assessed_by_paediatrician_on=pairs.checked_on.min(where=after & (pairs.is_paediatrician == 1)),
        assessed_from_3_months_before_on=pairs.checked_on.min(),
    )


def _by_paediatrician(records: Records, done: ir.Table) -> ir.Table:
    raw = records.table("ext_health_request")
    raw = raw.filter(raw.assessed_by.strip().lower() == "paediatrician")
    asked = raw.group_by(authority=raw.authority, child=raw.person_id).agg(asked_on=raw.requested_at.min().cast("date"))
    joined = done.left_join(asked, list(CHILD)).pipe(plain)
    return joined.mutate(is_paediatrician=as_flag(joined.asked_on <= joined.checked_on))


def _refused(records: Records) -> ir.Table:
    checks = _checks(records)
    refused = checks.filter(checks.status == "refused")
    line = add_months(ibis.date(records.as_at.isoformat()), -3)
    return refused.group_by(*CHILD).agg(refused_within_3_months=as_flag(refused.checked_on > line).max())
