"""Child protection plans started, ended, open and how long (definitions 11 to 13, N15, N17 to N19)."""

from datetime import date

from .calendar_ import add_months
from .common import Choice, Record, Row, Tables, counted, day, flag, judged, known, known_day
from .people import once_a_family
from .periods import Period
from .plans import Plan, at_period_end, continued_by, is_continuation, plans_by_child

OTHERS = "another authority's plan"


def own_plans_of(tables: Tables, as_at: date, child: str) -> list[Plan]:
    return [plan for plan in plans_by_child(tables, as_at)[child] if not plan.other_authority]


def all_plans(tables: Tables, as_at: date) -> list[Plan]:
    return [plan for plans in plans_by_child(tables, as_at).values() for plan in plans]


def why_not_own(plan: Plan) -> str:
    return OTHERS if plan.other_authority else ""


def children_or_families(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = at_period_end(tables, as_at, choice, period)
    return once_a_family(tables, as_at, rows) if choice.get("level") == "family" else rows


def is_continued(tables: Tables, as_at: date, plan: Plan) -> bool:
    """Another own plan starts on the day on which this own plan ends."""
    if plan.other_authority:
        return False
    return any(continued_by(plan, other) for other in own_plans_of(tables, as_at, plan.child))


def started(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for plan in all_plans(tables, as_at):
        if not period.holds(plan.start):
            continue
        own = own_plans_of(tables, as_at, plan.child)
        is_restart = choice["merge"] == "true" and not plan.other_authority and is_continuation(plan, own)
        if not is_restart:
            rows.append(counted(plan.id, plan.child, excluded=why_not_own(plan)))
    return rows


def plans_ended(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Plan]:
    ended = [plan for plan in all_plans(tables, as_at) if period.holds(plan.end)]
    if choice["merge"] == "true":
        ended = [plan for plan in ended if not is_continued(tables, as_at, plan)]
    return ended


def ended(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    plans = plans_ended(tables, as_at, choice, period)
    return [counted(plan.id, plan.child, excluded=why_not_own(plan)) for plan in plans]


def start_of(tables: Tables, as_at: date, plan: Plan, choice: Choice) -> date:
    """The plan's start; merged, that of the first plan of its chain, each time back to the one that began earliest."""
    assert plan.start is not None
    start: date = plan.start
    while choice["merge"] == "true" and not plan.other_authority:
        before = [p.start for p in own_plans_of(tables, as_at, plan.child) if p.start and p.end == start > p.start]
        if not before:
            break
        start = min(before)
    return start


def ended_row(tables: Tables, as_at: date, plan: Plan, choice: Choice, met: bool) -> Row:
    assert plan.end is not None
    excluded = why_not_own(plan)
    if plan.start is None:
        return judged(plan.id, plan.child, excluded=excluded, unknown="no start")
    if plan.end < plan.start:
        return judged(plan.id, plan.child, excluded=excluded, unknown="ended before it started")
    return judged(plan.id, plan.child, excluded=excluded, met=met)


def ended_within_3_months(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for plan in plans_ended(tables, as_at, choice, period):
        met = False
        if plan.start is not None and plan.end is not None:
            met = plan.end <= add_months(start_of(tables, as_at, plan, choice), 3)
        rows.append(ended_row(tables, as_at, plan, choice, met))
    return rows


def is_two_years(start: date, last: date, choice: Choice) -> bool:
    """730 days with the last one counted, or two calendar years."""
    if choice["months_as"] == "days":
        return (last - start).days + 1 >= 730
    return last >= add_months(start, 24)


def ended_after_2_years(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for plan in plans_ended(tables, as_at, choice, period):
        met = False
        if plan.start is not None and plan.end is not None:
            met = is_two_years(start_of(tables, as_at, plan, choice), plan.end, choice)
        rows.append(ended_row(tables, as_at, plan, choice, met))
    return rows


def open_2_years(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for plan in all_plans(tables, as_at):
        if plan.is_open(period.last):
            met = is_two_years(start_of(tables, as_at, plan, choice), period.last, choice)
            rows.append(judged(plan.id, plan.child, excluded=why_not_own(plan), met=met))
    return rows


def plan_at(tables: Tables, as_at: date, child: str, s: date) -> Plan | None:
    """The one plan of a child at S: own plans first, then the earliest start, then the smallest id."""
    running = [plan for plan in plans_by_child(tables, as_at)[child] if plan.is_open(s)]
    return min(running, key=lambda plan: (plan.other_authority, plan.start, plan.id)) if running else None


def over_months(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for child in plans_by_child(tables, as_at):
        plan = plan_at(tables, as_at, child, period.last)
        if plan is None:
            continue
        assert plan.start is not None
        is_over = period.last > add_months(plan.start, int(choice["months"]))
        if choice["form"] == "pct":
            rows.append(judged(child, child, excluded=why_not_own(plan), met=is_over))
        elif is_over:
            rows.append(counted(child, child, excluded=why_not_own(plan)))
    return once_a_family(tables, as_at, rows) if choice["level"] == "family" else rows


def category_of(row: Record, choice: Choice) -> str:
    initial, latest = row.get("cppl_cp_plan_initial_category", ""), row.get("cppl_cp_plan_latest_category", "")
    return initial if choice["category"] == "initial" else latest or initial


def by_category(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for row in known(tables, "ssd_cp_plans", as_at, "cppl_cp_plan_start_date", "cppl_person_id"):
        start, end = day(row, "cppl_cp_plan_start_date"), known_day(row, "cppl_cp_plan_end_date", as_at)
        is_open = start is not None and start <= period.last and (end is None or end > period.last)
        if is_open if choice["cohort"] == "current" else period.holds(start):
            excluded = OTHERS if flag(row, "cppl_cp_plan_ola") else ""
            group = category_of(row, choice)
            rows.append(
                counted(row.get("cppl_cp_plan_id", ""), row["cppl_person_id"], excluded=excluded, category=group)
            )
    return rows
