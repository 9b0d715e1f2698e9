"""Builds `cases.NeedPlanDue`."""

import ibis.expr.types as ir

from trigpoint.engine.care import CHILD
from trigpoint.engine.need import need_plans
from trigpoint.engine.people import with_person, with_team
from trigpoint.engine.records import Records, is_yes, plain
from trigpoint.engine.views.assessment import assessments, with_referral_clock
from trigpoint.engine.visits import days_after


def build(records: Records) -> ir.Table:
    """One row per assessment authorised whose outcome was services for a child in need."""
    table = with_referral_clock(records, assessments(records))
    table = table.filter(table.authorised_on.notnull() & (is_yes(table.services.fill_null("")) == 1))
    table = records.add_working_days(table, "referred_on", 35, "limit_on")
    table = records.add_working_days(table, "started_on", 35, "limit_on_from_start")
    table = table.mutate(
        calendar_limit_on=days_after(table.referred_on, 35),
        calendar_limit_on_from_start=days_after(table.started_on, 35),
    )
    table = _with_plan(records, table, "referred_on", "plan_on")
    table = _with_plan(records, table, "started_on", "plan_on_from_start")
    return with_team(records, with_person(records, table, "authorised_on"), "team_id")


def _with_plan(records: Records, table: ir.Table, clock: str, name: str) -> ir.Table:
    """The table with the start of the child's first plan that had not ended by the day on which the clock began."""
    plans = need_plans(records).select(*CHILD, "ended_on", **{name: "started_on"})
    pairs = table.select(*CHILD, clock).distinct().join(plans, list(CHILD)).pipe(plain)
    pairs = pairs.filter(pairs.ended_on.isnull() | (pairs.ended_on > pairs[clock]))
    first = pairs.group_by(*CHILD, clock).agg(**{name: pairs[name].min()})
    return table.left_join(first, [*CHILD, clock]).pipe(plain)
