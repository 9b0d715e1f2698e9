"""Builds `cases.InitialHealthAssessment`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD, PERIOD, is_uasc_on, periods
from trigpoint.engine.checks import checks
from trigpoint.engine.involvements import with_team_on
from trigpoint.engine.months import add_months
from trigpoint.engine.people import with_person
from trigpoint.engine.records import Records, as_flag, plain, present


def build(records: Records) -> ir.Table:
    """One row per period of care."""
    table = records.add_working_days(records.shared("periods", periods), "entered_on", 20, "limit_on")
    table = _with_requests(records, table)
    firsts = _first_checks(records, table)
    table = table.left_join(firsts, list(PERIOD)).pipe(plain)
    refused = _refused(records)
    table = table.left_join(refused, list(CHILD)).pipe(plain)
    table = table.mutate(refused_within_3_months=table.refused_within_3_months.fill_null(0))
    table = is_uasc_on(records, table, PERIOD, "entered_on", "is_uasc")
    return with_team_on(records, with_person(records, table, "entered_on"), "entered_on")


def _first_checks(records: Records, spells: ir.Table) -> ir.Table:
    """First completed check of each period of care, from entry and from three months before it, while in care."""
    done = _by_paediatrician(records, checks(records, "health", "completed"))
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
    refused = checks(records, "health", "refused")
    line = add_months(ibis.date(records.as_at.isoformat()), -3)
    return refused.group_by(*CHILD).agg(refused_within_3_months=as_flag(refused.checked_on > line).max())


def _with_requests(records: Records, spells: ir.Table) -> ir.Table:
    """Periods of care with the day of the first request for an assessment that belongs to each, and its limits.

    A request before entry, for planned care, belongs to the period that follows: it is later than the day the child
    left care before. One on the day of entry always belongs to it, one after leaving never.
    """
    line = ibis.window(group_by=CHILD, order_by="period")
    is_first, before = ibis.row_number().over(line) == 0, spells.left_on.lag().over(line)
    after_leaving = ibis.least((before + ibis.interval(days=1)).cast("date"), spells.entered_on)
    begins = ibis.cases((is_first, ibis.date("1900-01-01")), else_=after_leaving.fill_null(spells.entered_on))
    spells = spells.mutate(_asked_from=begins)
    raw = records.table("ext_health_request")
    raw = raw.filter(present(raw.person_id) & raw.requested_at.notnull())
    asked = raw.select(authority=raw.authority, child=raw.person_id, asked_on=raw.requested_at.cast("date"))
    asked = asked.filter(asked.asked_on <= records.as_at)
    pairs = spells.select(*PERIOD, "_asked_from", "left_on").join(asked, list(CHILD))
    mine = (pairs.asked_on >= pairs["_asked_from"]) & (pairs.left_on.isnull() | (pairs.asked_on <= pairs.left_on))
    pairs = pairs.filter(mine)
    first = pairs.group_by(*PERIOD).agg(requested_on=pairs.asked_on.min())
    table = spells.drop("_asked_from").left_join(first, list(PERIOD)).pipe(plain)
    table = records.add_working_days(table, "entered_on", 5, "request_limit_on")
    return table.mutate(request_limit_48_hours_on=(table.entered_on + ibis.interval(days=2)).cast("date"))
