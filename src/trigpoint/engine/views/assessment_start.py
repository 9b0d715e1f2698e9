"""Builds `cases.AssessmentStart`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.people import with_person, with_team
from trigpoint.engine.records import Records, is_yes, plain, present
from trigpoint.engine.views.assessment import assessments, unborn_on
from trigpoint.engine.visits import days_after

_START = ("authority", "child", "started_on")


def build(records: Records) -> ir.Table:
    """One row per assessment begun."""
    table = assessments(records)
    table = table.filter(table.started_on <= records.as_at)
    table = records.add_working_days(table, "started_on", 10, "limit_on")
    table = table.mutate(calendar_limit_on=days_after(table.started_on, 10))
    table = _with_first_seen(records, table) if records.wants("first_seen_on") else table
    table = unborn_on(records, table, "started_on") if records.wants("is_unborn") else table
    return with_team(records, with_person(records, table, "started_on"), "team_id")


def _with_first_seen(records: Records, table: ir.Table) -> ir.Table:
    """The first day, from the start on, that the assessment itself or a visit says the child was seen."""
    said = _said(records, table)
    table = table.left_join(said, ["authority", "id", "started_on"]).pipe(plain)
    table = table.left_join(_visited(records, table), list(_START)).pipe(plain)
    return table.mutate(
        first_seen_on=ibis.coalesce(ibis.least(table.said_on, table.visited_on), table.said_on, table.visited_on)
    )


def _said(records: Records, table: ir.Table) -> ir.Table:
    """The first day from the start on that an assessment itself names: `authority, id, started_on, said_on`."""
    raw = records.table("ext_assessment_seen")
    raw = raw.filter(present(raw.assessment_id) & (raw.seen_on <= records.as_at))
    said = raw.select("authority", "seen_on", id=raw.assessment_id)
    pairs = said.join(table.select("authority", "id", "started_on").distinct(), ["authority", "id"]).pipe(plain)
    pairs = pairs.filter(pairs.seen_on >= pairs.started_on)
    return pairs.group_by("authority", "id", "started_on").agg(said_on=pairs.seen_on.min())


def _visited(records: Records, table: ir.Table) -> ir.Table:
    """For each child and start: the day of the first visit from it on at which the child was seen.

    Starts and visits stand in one line a child; what is wanted is the nearest visit ahead.
    """
    raw = records.table("ssd_cin_visits")
    seen = is_yes(raw.cinv_cin_visit_seen.fill_null("")) == 1
    raw = raw.filter(present(raw.cinv_person_id) & (raw.cinv_cin_visit_date <= records.as_at) & seen)
    visits = raw.select(
        "authority", child=raw.cinv_person_id, day=raw.cinv_cin_visit_date, is_visit=ibis.literal(1, "int64")
    ).distinct()
    starts = table.select("authority", "child", day="started_on", is_visit=ibis.literal(0, "int64")).distinct()
    line = ibis.union(starts, visits)
    ahead = ibis.window(group_by=["authority", "child"], order_by=["day", "is_visit"], preceding=0, following=None)
    day = ibis.cases((line.is_visit == 1, line.day), else_=ibis.null("date"))
    line = line.mutate(_visit=day)
    line = line.mutate(visited_on=line["_visit"].min().over(ahead))
    return line.filter(line.is_visit == 0).select("authority", "child", "visited_on", started_on="day")
