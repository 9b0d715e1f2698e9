"""Visits to children on a plan: in timescale, in the month, alone (definitions 8 and 15, N16, N38)."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from .calendar_ import ONE_DAY, add_months, add_wd, wd_between
from .common import Choice, Row, Tables, by_key, day, flag, judged, known, remembered
from .people import is_under
from .periods import Period
from .plan_reviews import looked_up
from .plan_spells import all_plans, own_plans_of, why_not_own
from .plans import Plan, plans_by_child

USUAL_WORKING_DAYS = 20


@dataclass(frozen=True)
class Visit:
    id: str
    child: str
    plan_id: str
    day: date | None
    seen: bool
    alone: str
    seen_alone: bool


@remembered
def visits(tables: Tables, as_at: date) -> list[Visit]:
    found = []
    for row in known(tables, "ssd_cp_visits", as_at, "cppv_cp_visit_date", "cppv_person_id"):
        names = row.get("cppv_cp_visit_id", ""), row["cppv_person_id"], row.get("cppv_cp_plan_id", "")
        flags = (
            flag(row, "cppv_cp_visit_seen"),
            row.get("cppv_cp_visit_seen_alone", ""),
            flag(row, "cppv_cp_visit_seen_alone"),
        )
        found.append(Visit(*names, day(row, "cppv_cp_visit_date"), *flags))
    return found


@remembered
def visits_by_child(tables: Tables, as_at: date) -> dict[str, list[Visit]]:
    return by_key(visits(tables, as_at), lambda visit: visit.child)


def visit_days(tables: Tables, as_at: date, plan: Plan, choice: Choice) -> list[date]:
    """The days from the plan's start to the day before its end on which the child was seen, by whatever plan id."""
    days = set()
    for visit in visits_by_child(tables, as_at).get(plan.child, []):
        counts = visit.seen_alone if choice["seen"] == "alone" else visit.seen
        if counts and visit.day is not None and plan.is_open(visit.day):
            days.add(visit.day)
    return sorted(days)


@remembered
def intervals(tables: Tables, as_at: date) -> dict[str, int]:
    """The shortest interval of each plan that is longer than nothing."""
    found: dict[str, int] = {}
    for row in tables["ext_visit_schedule"]:
        written = row.get("interval_working_days", "")
        if row.get("plan_id", "") and written and int(written) > 0:
            found[row.get("plan_id", "")] = min(found.get(row.get("plan_id", ""), int(written)), int(written))
    return found


def working_days_of(tables: Tables, as_at: date, plan: Plan, choice: Choice) -> int | None:
    """The interval in working days; none where it is 28 days."""
    if choice["interval"] == "28d":
        return None
    if choice["interval"] == "plan":
        return intervals(tables, as_at).get(plan.id, USUAL_WORKING_DAYS)
    return int(choice["interval"].removesuffix("wd"))


def is_too_long(since: date, until: date, n: int | None) -> bool:
    return (until - since).days > 28 if n is None else wd_between(since, until) > n


def is_too_new(start: date, until: date, n: int | None) -> bool:
    return until < start + timedelta(days=28) if n is None else wd_between(start, until) < n


def last_day_in_time(since: date, n: int | None) -> date:
    """The weekend after the nth working day is in time (N38)."""
    return since + timedelta(days=28) if n is None else add_wd(since, n + 1) - ONE_DAY


def is_in_scope(plan: Plan, choice: Choice, period: Period) -> bool:
    if choice["scope"] == "current":
        return plan.is_open(period.last)
    if plan.start is None or plan.start > period.last or (plan.end is not None and plan.end <= plan.start):
        return False
    return plan.end is None or plan.end > add_months(period.last.replace(day=1), -11)


def plan_row(tables: Tables, as_at: date, plan: Plan, choice: Choice, period: Period) -> Row:
    assert plan.start is not None
    n = working_days_of(tables, as_at, plan, choice)
    until = plan.end if plan.end is not None and plan.end <= period.last else period.last
    excluded = why_not_own(plan) or ("plan too new" if is_too_new(plan.start, until, n) else "")
    seen = [on for on in visit_days(tables, as_at, plan, choice) if on <= until]
    moments = [plan.start, *seen, until]
    gaps = list(pairwise(moments))
    if choice["rule"] == "last_visit":
        gaps = gaps[-1:]
    met = not any(is_too_long(since, then, n) for since, then in gaps)
    return judged(plan.id, plan.child, excluded=excluded, met=met)


def windows(tables: Tables, as_at: date, plan: Plan, choice: Choice, period: Period) -> list[Row]:
    """One row a gap that was due in the period while the plan ran."""
    rows = []
    assert plan.start is not None
    n = working_days_of(tables, as_at, plan, choice)
    seen = visit_days(tables, as_at, plan, choice)
    for k, (since, then) in enumerate(zip([plan.start, *seen], [*seen, None], strict=True), start=1):
        limit = last_day_in_time(since, n)
        was_due = plan.end is None or limit < plan.end
        if was_due and period.holds(limit):
            met = then is not None and then <= limit
            pending = as_at <= limit
            rows.append(judged(f"{plan.id}:{k}", plan.child, excluded=why_not_own(plan), met=met, pending=pending))
    return rows


def in_timescale(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for plan in all_plans(tables, as_at):
        if choice["rule"] == "share_of_due_windows":
            was_ever_open = plan.start is not None and (plan.end is None or plan.end > plan.start)
            rows.extend(windows(tables, as_at, plan, choice, period) if was_ever_open else [])
        elif is_in_scope(plan, choice, period):
            rows.append(plan_row(tables, as_at, plan, choice, period))
    return rows


def times_on_plans(own_plans: list[Plan]) -> list[tuple[date, date]]:
    """Each unbroken time on own plans as (start, end); a plan that begins on the day another ends joins it."""
    spells = [(plan.start, plan.end or date.max) for plan in own_plans if plan.start is not None]
    spells = [(start, end) for start, end in spells if start < end]
    times: list[tuple[date, date]] = []
    for start, end in sorted(spells):
        if times and start <= times[-1][1]:
            times[-1] = times[-1][0], max(times[-1][1], end)
        else:
            times.append((start, end))
    return times


def seen_in_month(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for child in plans_by_child(tables, as_at):
        for start, end in times_on_plans(own_plans_of(tables, as_at, child)):
            if start > period.last or end <= period.first:
                continue
            excluded = (
                "began in the month" if start > period.first else "ended in the month" if end <= period.last else ""
            )
            seen = [v.day for v in visits_by_child(tables, as_at).get(child, []) if v.seen and period.holds(v.day)]
            met = any(on is not None and start <= on < end for on in seen)
            rows.append(judged(child, child, excluded=excluded, met=met))
    return rows


def seen_alone(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for visit in visits(tables, as_at):
        if visit.day is None or not period.holds(visit.day):
            continue
        plan = looked_up(tables, as_at).get((visit.child, visit.plan_id))
        is_young = is_under(tables, as_at, visit.child, 4, visit.day)
        excluded = why_not_own(plan) if plan is not None else ""
        excluded = excluded or ("under four" if is_young else "")
        unknown = "no date of birth" if is_young is None else "not recorded" if visit.alone == "" else ""
        met = visit.seen_alone and not unknown
        rows.append(judged(visit.id, visit.child, excluded=excluded, met=met, unknown=unknown))
    return rows
