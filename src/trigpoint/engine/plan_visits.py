"""Visits under child protection plans: which count, and the last day for each by every interval (definition 15)."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.plans import plans
from trigpoint.engine.records import Records, is_yes, plain, present
from trigpoint.engine.spells import SPELL, numbered
from trigpoint.engine.visits import days_after, gaps, within_working_days

INTERVALS: dict[str, int | str] = {
    "plan": "interval",
    "10_working_days": 10,
    "15_working_days": 15,
    "20_working_days": 20,
    "28_days": 28,
}
"""Intervals by name: working days as a number or as a column of the plan; the last one is in days."""

_DEFAULT = 20


def visited_plans(records: Records) -> ir.Table:
    """Every plan that was open on a day, each numbered among its child's, with the `interval` that it prescribes.

    A plan that prescribes none, or none above 0, has 20 working days.
    """
    table = records.shared("plans", plans)
    table = table.filter(table.started_on.notnull() & (table.ended_on.isnull() | (table.ended_on > table.started_on)))
    raw = records.table("ext_visit_schedule")
    raw = raw.filter(present(raw.plan_id) & (raw.interval_working_days > 0))
    known = raw.group_by(authority=raw.authority, id=raw.plan_id).agg(interval=raw.interval_working_days.min())
    table = table.left_join(known, ["authority", "id"]).pipe(plain)
    table = table.mutate(interval=table.interval.fill_null(_DEFAULT).cast("int64"))
    return numbered(table, ["started_on", "ended_on", "id", "is_other_authority", "category", "initial_category"])


def seen_visits(records: Records, *, alone: bool = False) -> ir.Table:
    """Known days on which a child was seen, or seen alone: `authority, child, visited_on`."""
    raw = records.table("ssd_cp_visits")
    flag = raw.cppv_cp_visit_seen_alone if alone else raw.cppv_cp_visit_seen
    raw = raw.filter(
        present(raw.cppv_person_id) & (raw.cppv_cp_visit_date <= records.as_at) & (is_yes(flag.fill_null("")) == 1)
    )
    return raw.select(authority=raw.authority, child=raw.cppv_person_id, visited_on=raw.cppv_cp_visit_date).distinct()


def plan_gaps(records: Records, *, alone: bool = False) -> ir.Table:
    """Every gap of every plan: `SPELL, started_on, ended_on, number, began_on, visited_on, interval`."""
    table = records.shared("visited_plans", visited_plans)
    found = gaps(table, seen_visits(records, alone=alone), SPELL)
    return found.left_join(table.select(*SPELL, "interval"), list(SPELL)).pipe(plain)


def limited(records: Records, table: ir.Table, interval: str, name: str = "limit_on") -> ir.Table:
    """Gaps with the last day for the visit by one interval; none where the plan had ended by then."""
    if interval == "28_days":
        table = table.mutate(**{name: days_after(table.began_on, 28)})
    else:
        table = within_working_days(records, table, INTERVALS[interval], name=name)
    over = (table.ended_on <= table[name]).fill_null(False)
    return table.mutate(**{name: ibis.cases((over, ibis.null("date")), else_=table[name])})
