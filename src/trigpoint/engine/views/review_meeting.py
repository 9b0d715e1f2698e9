"""Builds `cases.ReviewMeeting`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import PERIOD, episodes, is_uasc_on, periods
from trigpoint.engine.participation import with_participation
from trigpoint.engine.people import with_person
from trigpoint.engine.records import Records, as_flag, plain
from trigpoint.engine.reviews import held_reviews, joined_reviews, limits


def build(records: Records) -> ir.Table:
    """One row per review held, and one per period of care for the review that is due next."""
    table = with_participation(records, ibis.union(held(records), _due(records)))
    spells = records.shared("periods", periods).select(*PERIOD, period_id="id", period_cla="cla_id")
    table = table.left_join(spells, list(PERIOD)).pipe(plain)
    name = ibis.coalesce(table.period_cla, table.period_id)
    on_time = ibis.cases(
        (table.limit_on.isnull(), ibis.null("int64")),
        else_=as_flag(table.held_on.fill_null(_never()) <= table.limit_on),
    )
    table = table.mutate(
        id=ibis.coalesce(table.id, table.period_cla + ":due", table.period_id),
        period_of_care=name,
        outcome_on=ibis.coalesce(table.held_on, table.limit_on),
        is_held=as_flag(table.held_on.notnull()),
        is_on_time=on_time,
    )
    if not records.extras:
        return table
    keys = ("authority", "child", "id", "outcome_on", "limit_on_key")
    table = table.mutate(limit_on_key=table.limit_on.fill_null(_never()))
    table = is_uasc_on(records, table, keys, "outcome_on", "is_uasc_when_held")
    table = is_uasc_on(records, table, keys, "limit_on_key", "is_uasc_when_due")
    return with_person(records, table, "outcome_on")


def _never() -> ir.DateScalar:
    return ibis.date("9999-12-31")


def held(records: Records) -> ir.Table:
    """Reviews held: with their period of care and limit, or with neither when they join none."""
    reviews = held_reviews(records)
    joined = records.shared("joined_reviews", joined_reviews)
    latest = ibis.row_number().over(
        ibis.window(
            group_by=["authority", "id", "cla_id", "held_on"],
            order_by=[ibis.desc("entered_on"), ibis.desc("child"), ibis.desc("period")],
        )
    )
    joined = joined.mutate(_place=latest)
    joined = joined.filter(joined["_place"] == 0).select(*PERIOD, "id", "held_on", "cla_id")
    table = reviews.left_join(joined, ["authority", "id", "cla_id", "held_on"])
    table = table.pipe(plain)
    due = records.shared("limits", limits)
    due = due.filter(due.held_on.notnull()).select(*PERIOD, "held_on", "limit_on")
    table = table.left_join(due, [*PERIOD, "held_on"])
    table = plain(table)
    return _with_short_term(records, table).select(
        "authority", "id", "child", "period", "held_on", "limit_on", "code", "is_short_term_series"
    )


def _with_short_term(records: Records, table: ir.Table) -> ir.Table:
    """A review that joins no period of care, but a series of short-term placements, says so."""
    every = records.shared("episodes", episodes)
    every = every.filter(every.cla_id.notnull())
    care = every.group_by("authority", "cla_id").agg(has_dropped=every.is_dropped.max())
    table = table.left_join(care, ["authority", "cla_id"]).pipe(plain)
    series = table.period.isnull() & (table.has_dropped == 1).fill_null(False)
    child = ibis.coalesce(table.child, table.person)
    return table.mutate(is_short_term_series=as_flag(series), child=child)


def _due(records: Records) -> ir.Table:
    """The review due next in each period of care, unless care ended on or before its last day."""
    due = records.shared("limits", limits)
    due = due.filter(due.held_on.isnull())
    ended = records.shared("periods", periods).select(*PERIOD, "left_on")
    due = due.join(ended, list(PERIOD))
    due = due.filter(due.left_on.isnull() | (due.limit_on < due.left_on))
    return due.select(
        "authority",
        "child",
        "period",
        "limit_on",
        id=ibis.null("string"),
        held_on=ibis.null("date"),
        code=ibis.null("string"),
        is_short_term_series=ibis.literal(0, "int64"),
    ).select("authority", "id", "child", "period", "held_on", "limit_on", "code", "is_short_term_series")
