"""Builds `cases.ChildOnPlan`."""

import ibis.expr.types as ir
from ibis import _

from trigpoint.engine.families import with_family
from trigpoint.engine.months import add_months, month_after, month_on
from trigpoint.engine.plan_reviews import with_late_reviews
from trigpoint.engine.plans import plan_spells
from trigpoint.engine.records import Records
from trigpoint.engine.spells import numbered, with_lines
from trigpoint.engine.states import cut, timeline
from trigpoint.engine.visits import days_after

_CHILD = ("authority", "child")
_MONTHS = (12, 15, 18, 24)
_LATE = {"is_review_late": "late_from", "is_review_late_in_days": "late_in_days_from"}


def build(records: Records) -> ir.Table:
    """One row per child on a plan and the months in which it stayed as it was; our own plans come first."""
    spells = plan_spells(records).rename(plan="id")
    facts = [c for c in spells.columns if c not in {*_CHILD, "from_month", "to_month"}]
    told = [name for name in ("category", "initial_category") if records.wants(name)]
    table = timeline(spells, _CHILD, ["is_other_authority", "started_on", "plan", "ended_on", *told], facts)
    if records.extras or records.wants(*_LATE):
        table = numbered(table, ["from_month"])
    table = with_lines(records, table).mutate(id=_.child)
    table = with_family(records, table) if records.wants("family") else table
    return _cut_by_age(records, with_late_reviews(records, table) if records.wants(*_LATE) else table)


def _cut_by_age(records: Records, table: ir.Table) -> ir.Table:
    """Cut where the plan has run for so long (definition 13: `S > start + n months`), and where a review was late."""
    late = {flag: table[column] for flag, column in _LATE.items() if records.wants(flag)}
    begins: dict[str, ir.Value] = {
        **{f"is_over_{n}_months": month_after(add_months(table.started_on, n), records.as_at) for n in _MONTHS},
        "is_3_months": month_on(add_months(table.started_on, 3), records.as_at),
        "is_91_days": month_on(days_after(table.started_on, 91), records.as_at),
        **late,
    }
    begins = {flag: month for flag, month in begins.items() if records.wants(flag)}
    if not begins:
        return table
    table = table.mutate(**{f"{flag}_from": month for flag, month in begins.items()})
    return cut(table, {flag: f"{flag}_from" for flag in begins})
