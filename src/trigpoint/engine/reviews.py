"""Looked-after reviews and the days by which each was due (definition 25, settled N21)."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import PERIOD, kept, periods
from trigpoint.engine.months import FAR, add_months, month_after, month_of
from trigpoint.engine.records import Records, is_yes, plain, present
from trigpoint.engine.states import islands


def held_reviews(records: Records) -> ir.Table:
    """Reviews held up to the as-at date and not cancelled: `authority, id, cla_id, person, held_on, code`."""
    raw = records.table("ssd_cla_reviews")
    raw = raw.filter(
        (raw.clar_cla_review_date <= records.as_at) & (is_yes(raw.clar_cla_review_cancelled.fill_null("")) == 0)
    )
    return raw.select(
        authority=raw.authority,
        id=raw.clar_cla_review_id,
        cla_id=ibis.cases((present(raw.clar_cla_id), raw.clar_cla_id), else_=ibis.null("string")),
        person=raw.clar_cla_person_id,
        held_on=raw.clar_cla_review_date,
        code=raw.clar_cla_review_participation.strip(),
    )


def joined_reviews(records: Records) -> ir.Table:
    """Reviews with the period of care they belong to: `authority, child, period, id, held_on`."""
    ids = records.shared("kept", kept)
    ids = ids.filter(ids.cla_id.notnull()).select(*PERIOD, "cla_id").distinct()
    spells = records.shared("periods", periods).select(*PERIOD, "entered_on", "left_on")
    ids = ids.join(spells, list(PERIOD)).pipe(plain)
    reviews = held_reviews(records)
    pairs = reviews.join(ids, ["authority", "cla_id"])
    inside = (pairs.held_on >= pairs.entered_on) & (pairs.left_on.isnull() | (pairs.held_on <= pairs.left_on))
    return pairs.filter(inside).select(*PERIOD, "id", "held_on", "entered_on", "cla_id")


def limits(records: Records) -> ir.Table:
    """Each period's review days in order with their limits, and the day by which the next is due.

    `authority, child, period, held_on, limit_on, next_on`; `held_on` is empty on the one row of a period that stands
    for the review due after the last one held.
    """
    spells = records.add_working_days(records.shared("periods", periods), "entered_on", 20, "first_limit")
    spells = spells.select(*PERIOD, "first_limit")
    days = records.shared("joined_reviews", joined_reviews).select(*PERIOD, "held_on").distinct()
    line = ibis.window(group_by=PERIOD, order_by="held_on")
    days = days.mutate(
        number=ibis.row_number().over(line),
        before=days.held_on.lag().over(line),
        next_on=days.held_on.lead().over(line),
    )
    days = days.left_join(spells, list(PERIOD)).pipe(plain)
    held = days.select(*PERIOD, "held_on", "next_on", limit_on=_limit(days.number, days.before, days.first_limit))
    last = days.group_by(*PERIOD).agg(number=days.number.max() + 1, before=days.held_on.max())
    due = spells.left_join(last, list(PERIOD)).pipe(plain)
    nothing = ibis.null("date")
    due = due.select(
        *PERIOD, held_on=nothing, next_on=nothing, limit_on=_limit(due.number.fill_null(0), due.before, due.first_limit)
    )
    return ibis.union(held, due)


def _limit(number: ir.IntegerValue, before: ir.DateValue, first: ir.DateValue) -> ir.DateValue:
    return ibis.cases((number == 0, first), (number == 1, add_months(before, 3)), else_=add_months(before, 6))


def late(records: Records) -> tuple[ir.Table, ir.Table]:
    """Months in which a period of care fails the two child bases, as lines keyed by period.

    A review late or not held fails the first from the month its limit has passed for the 12 months in which the limit
    lies, and for as long as it is overdue; the second until the next review is held.
    """
    table = records.shared("limits", limits)
    held = table.held_on.fill_null(ibis.date("9999-12-31"))
    table = table.filter(held > table.limit_on)
    far = ibis.literal(FAR, "int64")
    began = month_after(table.limit_on, records.as_at)
    until_held = ibis.cases((table.held_on.isnull(), far), else_=month_of(table.held_on))
    year = table.select(*PERIOD, from_month=began, to_month=ibis.greatest(month_of(table.limit_on) + 12, until_held))
    until_next = ibis.cases((table.next_on.isnull(), far), else_=month_of(table.next_on))
    current = table.select(*PERIOD, from_month=began, to_month=until_next)
    return islands(year, PERIOD), islands(current, PERIOD)
