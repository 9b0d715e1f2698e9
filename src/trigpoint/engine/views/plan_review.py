"""Builds `cases.PlanReview`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.involvements import with_team_on
from trigpoint.engine.people import with_person
from trigpoint.engine.plan_reviews import held, limits
from trigpoint.engine.plans import plans
from trigpoint.engine.records import Records, as_flag, plain

_PLAN = ("authority", "child", "plan")
_LIMITS = ("limit_on", "limit_in_days_on")


def build(records: Records) -> ir.Table:
    """One row per review conference held, and one per plan for the review that is due next."""
    known = _plans(records).cache()
    due = records.shared("plan_review_limits", limits)
    due = due.semi_join(known, [*_PLAN, "started_on"]).cache()
    table = ibis.union(_held(records, due), _next(due))
    table = table.left_join(known, list(_PLAN)).pipe(plain)
    # what is due next is no row of a plan that ended on or before its last day
    over = table.held_on.isnull() & (table.ended_on <= table.limit_on).fill_null(False)
    over_in_days = table.held_on.isnull() & (table.ended_on <= table.limit_in_days_on).fill_null(False)
    nothing = ibis.null("date")
    table = table.mutate(
        limit_on=ibis.cases((over, nothing), else_=table.limit_on),
        limit_in_days_on=ibis.cases((over_in_days, nothing), else_=table.limit_in_days_on),
        outcome_on=ibis.coalesce(table.held_on, table.limit_on, table.limit_in_days_on),
        is_held=as_flag(table.held_on.notnull()),
        is_without_plan=as_flag(table.is_other_authority.isnull()),
        is_before_plan=as_flag(table.held_on <= table.started_on),
        is_after_plan=as_flag(table.held_on > table.ended_on),
        is_other_authority=table.is_other_authority.fill_null(0),
    )
    return with_team_on(records, with_person(records, table, "outcome_on"), "outcome_on")


def _plans(records: Records) -> ir.Table:
    """Plans looked up by child and id; of several rows the earliest start, and an end only when all have one."""
    table = records.shared("plans", plans)
    table = table.filter(table.id.notnull())
    return table.group_by("authority", "child", plan=table.id).agg(
        started_on=table.started_on.min(),
        ended_on=ibis.cases((table.ended_on.count() == table.count(), table.ended_on.max()), else_=ibis.null("date")),
        is_other_authority=table.is_other_authority.min(),
    )


def _held(records: Records, due: ir.Table) -> ir.Table:
    days = due.filter(due.held_on.notnull()).select(*_PLAN, "held_on", *_LIMITS)
    table = held(records).left_join(days, [*_PLAN, "held_on"]).pipe(plain)
    return table.select(*_PLAN, "id", "held_on", *_LIMITS)


def _next(due: ir.Table) -> ir.Table:
    due = due.filter(due.held_on.isnull())
    return due.select(*_PLAN, "held_on", *_LIMITS, id=due.plan + ":due").select(*_PLAN, "id", "held_on", *_LIMITS)
