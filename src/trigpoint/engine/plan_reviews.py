"""Child protection reviews and the days by which each was due (definition 14)."""

from collections.abc import Callable

import ibis
import ibis.expr.types as ir

from trigpoint.engine.months import add_months, month_after
from trigpoint.engine.plans import plans
from trigpoint.engine.records import Records, plain, present
from trigpoint.engine.visits import days_after

_PLAN = ("authority", "child", "plan")
_START = (*_PLAN, "started_on")
After = Callable[[ir.DateValue], ir.DateValue]


def held(records: Records) -> ir.Table:
    """Reviews held up to the as-at date: `authority, child, plan, id, held_on`."""
    raw = records.table("ssd_cp_reviews")
    raw = raw.filter(present(raw.cppr_person_id) & (raw.cppr_cp_review_date <= records.as_at))
    return raw.select(
        authority=raw.authority,
        child=raw.cppr_person_id,
        plan=ibis.cases((present(raw.cppr_cp_plan_id), raw.cppr_cp_plan_id), else_=ibis.null("string")),
        id=raw.cppr_cp_review_id,
        held_on=raw.cppr_cp_review_date,
    )


def limits(records: Records) -> ir.Table:
    """Each plan's review days in order with their limits, and the day by which the next is due.

    `authority, child, plan, started_on, held_on, limit_on, limit_in_days_on`; `held_on` is empty on the one row of a
    plan and start that stands for the review due after the last one held. The limits: 3 months (91 days) after the
    start, then 6 months (183 days) after the review before. A review on or before the start is none.
    """
    starts = records.shared("plans", plans).rename(plan="id")
    starts = starts.filter(starts.started_on.notnull() & starts.plan.notnull()).select(*_START).distinct().cache()
    days = held(records).select(*_PLAN, "held_on").distinct()
    pairs = starts.join(days, list(_PLAN)).pipe(plain)
    pairs = pairs.filter(pairs.held_on > pairs.started_on).select(*_START, "held_on")
    begun = starts.mutate(began_on=starts.started_on, is_first=ibis.literal(1, "int64"))
    again = pairs.mutate(began_on=pairs.held_on, is_first=ibis.literal(0, "int64")).drop("held_on")
    table = ibis.union(begun, again)
    following = table.began_on.lead().over(ibis.window(group_by=_START, order_by="began_on"))
    table = table.mutate(held_on=following)
    return table.select(
        *_START,
        "held_on",
        limit_on=_limit(table, lambda day: add_months(day, 3), lambda day: add_months(day, 6)),
        limit_in_days_on=_limit(table, lambda day: days_after(day, 91), lambda day: days_after(day, 183)),
    )


def _limit(table: ir.Table, first: After, later: After) -> ir.DateValue:
    return ibis.cases((table.is_first == 1, first(table.began_on)), else_=later(table.began_on))


def with_late_reviews(records: Records, table: ir.Table) -> ir.Table:
    """The table, which has `plan, started_on`, with the months from which a review of the plan was late.

    `late_from` and, with limits in days, `late_in_days_from`: empty when none was. What was once late stays so: a
    review is overdue until it is held, and held late from then on.
    """
    found = records.shared("plan_review_limits", limits)
    never = ibis.date("9999-12-31")
    missed = {
        name: ibis.cases((found.held_on.fill_null(never) > found[limit], found[limit]), else_=ibis.null("date"))
        for name, limit in (("missed_on", "limit_on"), ("missed_in_days_on", "limit_in_days_on"))
    }
    found = found.mutate(**missed)
    first = found.group_by(*_START).agg(**{name: found[name].min() for name in missed})
    joined = table.left_join(first, list(_START)).pipe(plain)
    return joined.mutate(
        late_from=month_after(joined.missed_on, records.as_at),
        late_in_days_from=month_after(joined.missed_in_days_on, records.as_at),
    )
