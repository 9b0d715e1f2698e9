"""Builds `cases.SecondReview`."""

import functools
import operator

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD, PERIOD
from trigpoint.engine.involvements import with_team_on
from trigpoint.engine.months import add_months
from trigpoint.engine.people import with_person
from trigpoint.engine.records import Records, is_yes, plain, present
from trigpoint.engine.reviews import joined_reviews
from trigpoint.records import TABLES


def build(records: Records) -> ir.Table:
    """One row per second review."""
    reviews = records.shared("joined_reviews", joined_reviews)
    days = reviews.group_by(*PERIOD, "held_on").agg(id=reviews.id.min(), entered_on=reviews.entered_on.min())
    place = ibis.row_number().over(ibis.window(group_by=PERIOD, order_by="held_on"))
    table = days.mutate(_place=place)
    table = table.filter(table["_place"] == 1).drop("_place")
    table = table.left_join(_planned(records, table), list(PERIOD)).pipe(plain)
    table = table.mutate(four_months_on=add_months(table.entered_on, 4))
    return with_team_on(records, with_person(records, table, "held_on"), "held_on")


def _planned(records: Records, reviews: ir.Table) -> ir.Table:
    """The first care plan in force in the period of care that names an option for permanence."""
    raw = records.table("ssd_cla_care_plan")
    options = TABLES["ssd_cla_care_plan"].fields["lacp_cla_care_plan_json"].stored
    named = functools.reduce(operator.add, (is_yes(raw[option].fill_null("")) for option in options))
    raw = raw.filter(present(raw.lacp_person_id) & (raw.lacp_cla_care_plan_start_date <= records.as_at) & (named > 0))
    plans = raw.select(
        authority=raw.authority,
        child=raw.lacp_person_id,
        began=raw.lacp_cla_care_plan_start_date,
        ended=records.known(raw.lacp_cla_care_plan_end_date),
    )
    pairs = reviews.select(*PERIOD, "entered_on").join(plans, list(CHILD))
    pairs = pairs.filter(pairs.ended.isnull() | (pairs.ended > pairs.entered_on))
    return pairs.group_by(*PERIOD).agg(planned_on=pairs.began.min())
