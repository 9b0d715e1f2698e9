"""Builds `cases.PlanVisit`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.involvements import with_team_on
from trigpoint.engine.people import people, with_person
from trigpoint.engine.plans import plans
from trigpoint.engine.records import Records, is_yes, plain, present


def build(records: Records) -> ir.Table:
    """One row per visit."""
    raw = records.table("ssd_cp_visits")
    raw = raw.filter(present(raw.cppv_person_id) & (raw.cppv_cp_visit_date <= records.as_at))
    alone = raw.cppv_cp_visit_seen_alone
    table = raw.select(
        authority=raw.authority,
        child=raw.cppv_person_id,
        id=raw.cppv_cp_visit_id,
        plan=raw.cppv_cp_plan_id,
        visited_on=raw.cppv_cp_visit_date,
        is_seen_alone=ibis.cases((present(alone), is_yes(alone)), else_=ibis.null("int64")),
    )
    table = _with_age(records, _with_plan(records, table))
    return with_team_on(records, with_person(records, table, "visited_on"), "visited_on")


def _with_plan(records: Records, table: ir.Table) -> ir.Table:
    """Whether the visit's plan is another authority's: it is when every row of the child's plan with that id is."""
    known = records.shared("plans", plans)
    known = known.group_by("authority", "child", plan=known.id).agg(is_other_authority=known.is_other_authority.min())
    table = table.left_join(known, ["authority", "child", "plan"]).pipe(plain)
    return table.mutate(is_other_authority=table.is_other_authority.fill_null(0))


def _with_age(records: Records, table: ir.Table) -> ir.Table:
    who = records.shared("people", people).select("authority", "child", birth_on="born_on")
    table = table.left_join(who, ["authority", "child"]).pipe(plain)
    born, day = table.birth_on, table.visited_on
    had = (day.month() * 100 + day.day()) >= (born.month() * 100 + born.day())
    years = day.year() - born.year() - ibis.cases((had, 0), else_=1)
    return table.mutate(age=ibis.cases((born.notnull(), years), else_=ibis.null("int64")).cast("int64"))
