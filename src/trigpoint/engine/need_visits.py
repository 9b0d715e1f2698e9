"""Visits under child in need plans, as the state and the event view read them."""

from collections.abc import Mapping

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD
from trigpoint.engine.need import need_plans
from trigpoint.engine.records import Records, is_yes, present
from trigpoint.engine.visits import days_after, gaps, within_working_days

PLAN = (*CHILD, "place")
INTERVALS = ("28_days", "20_working_days", "42_days")


def placed_plans(records: Records) -> ir.Table:
    """Child in need plans in the child's order (`place`, from 0), with the team that holds them."""
    raw = need_plans(records)
    order = ["started_on", "id", "ended_on", "team_id"]
    place = ibis.row_number().over(ibis.window(group_by=CHILD, order_by=order))
    return raw.mutate(place=place.cast("int64")).rename(plan="id")


def need_gaps(records: Records) -> Mapping[str, ir.Table]:
    """Gaps between visits of every plan, with the last day for the next visit, by interval; 28 days without extras."""
    visits = records.table("ssd_cin_visits")
    seen = is_yes(visits.cinv_cin_visit_seen.fill_null("")) == 1
    visits = visits.filter(present(visits.cinv_person_id) & (visits.cinv_cin_visit_date <= records.as_at) & seen)
    days = visits.select("authority", child=visits.cinv_person_id, visited_on=visits.cinv_cin_visit_date)
    table = gaps(records.shared("placed_plans", placed_plans), days, PLAN).cache()
    found = {"28_days": table.mutate(limit_on=days_after(table.began_on, 28))}
    if records.extras:
        found["20_working_days"] = within_working_days(records, table, 20)
        found["42_days"] = table.mutate(limit_on=days_after(table.began_on, 42))
    return found
