"""cp_core_group_in_timescale_pct: the first core group within 10 working days of the plan's start."""

from datetime import date

from .calendar_ import add_wd
from .common import Choice, Row, Tables, day, judged, known, remembered
from .periods import Period
from .plan_spells import all_plans, why_not_own
from .plans import Plan


@remembered
def core_groups(tables: Tables, as_at: date) -> dict[str, list[date]]:
    found: dict[str, list[date]] = {}
    for row in known(tables, "ext_core_group", as_at, "held_on"):
        held = day(row, "held_on")
        if held is not None and row.get("cp_plan_id", ""):
            found.setdefault(row.get("cp_plan_id", ""), []).append(held)
    return found


def core_group_row(tables: Tables, as_at: date, plan: Plan, start: date, limit: date) -> Row:
    excluded = why_not_own(plan)
    if plan.end is not None and start <= plan.end <= limit:
        excluded = excluded or "ended before it was due"
    if plan.end is not None and plan.end < start:
        return judged(plan.id, plan.child, excluded=excluded, unknown="ended before it started")
    held = [on for on in core_groups(tables, as_at).get(plan.id, []) if on >= start]
    met = bool(held) and min(held) <= limit
    return judged(plan.id, plan.child, excluded=excluded, met=met, pending=as_at <= limit)


def in_timescale(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for plan in all_plans(tables, as_at):
        if plan.start is None:
            continue
        limit = add_wd(plan.start, 10)
        if period.holds(limit):
            rows.append(core_group_row(tables, as_at, plan, plan.start, limit))
    return rows
