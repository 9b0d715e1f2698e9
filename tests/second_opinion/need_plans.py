"""Child in need plans made within 35 days, and visits to children in need."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from .assessed import visits
from .assessments import assessments, clock_start
from .calendar_ import ONE_DAY, add_wd, wd_between
from .common import Choice, Record, Row, Tables, judged, known, known_day, remembered
from .need import LOOKED_AFTER, ON_PLAN, NeedPlan, looked_after, need_plans, on_plan
from .periods import Period
from .texts import json_flag

LAST_INTERVAL_DAY = {"28d": 28, "42d": 42}


def has_services(row: Record) -> bool:
    return json_flag(row, "cina_assessment_outcome_json", "PROV_OF_SERVICES_FLAG")


@remembered
def serviced(tables: Tables, as_at: date) -> list[bool]:
    """Whether each assessment, in the order of `assessments`, was authorised and found services to be provided."""
    rows = known(tables, "ssd_cin_assessments", as_at, "", "cina_person_id")
    return [known_day(row, "cina_assessment_auth_date", as_at) is not None and has_services(row) for row in rows]


def plan_in_time(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for one, finds_services in zip(assessments(tables, as_at), serviced(tables, as_at), strict=True):
        clock = clock_start(tables, as_at, one, choice)
        if not finds_services or clock is None:
            continue
        limit = add_wd(clock, 35) if choice["unit"] == "working" else clock + timedelta(days=35)
        if not period.holds(limit):
            continue
        own = need_plans(tables, as_at).get(one.child, [])
        starts = [plan.start for plan in own if plan.start is not None and plan.reaches(clock)]
        met = bool(starts) and min(starts) <= limit
        rows.append(judged(one.id, one.child, met=met, pending=as_at <= limit))
    return rows


def in_interval(since: date, to: date, interval: str) -> bool:
    if interval == "20wd":
        return wd_between(since, to) <= 20
    return (to - since).days <= LAST_INTERVAL_DAY[interval]


def last_in_interval(since: date, interval: str) -> date:
    if interval == "20wd":
        return add_wd(since, 21) - ONE_DAY
    return since + timedelta(days=LAST_INTERVAL_DAY[interval])


def visits_of_plan(tables: Tables, as_at: date, plan: NeedPlan) -> list[date]:
    assert plan.start is not None
    return [on for on in visits(tables, as_at).get(plan.child, []) if on >= plan.start and plan.reaches(on)]


def no_visits_expected(tables: Tables, as_at: date, child: str, on: date) -> str:
    if on_plan(tables, as_at, child, on):
        return ON_PLAN
    return LOOKED_AFTER if looked_after(tables, as_at, child, on) else ""


def child_row(tables: Tables, as_at: date, plan: NeedPlan, choice: Choice, s: date) -> Row:
    assert plan.start is not None
    excluded = no_visits_expected(tables, as_at, plan.child, s)
    if not excluded and s < plan.start + timedelta(days=28):
        excluded = "Plan open less than 28 days"
    days = [plan.start, *(on for on in visits_of_plan(tables, as_at, plan) if on <= s), s]
    gaps = list(pairwise(days))
    if choice["rule"] == "last_visit":
        gaps = gaps[-1:]
    met = all(in_interval(since, to, choice["interval"]) for since, to in gaps)
    return judged(plan.child, plan.child, excluded=excluded, met=met)


def windows(tables: Tables, as_at: date, plan: NeedPlan, interval: str) -> Iterator[tuple[int, date, date | None]]:
    """Each gap of a plan: its number, its limit, and the visit that ended it."""
    assert plan.start is not None
    days = visits_of_plan(tables, as_at, plan)
    for n, since in enumerate([plan.start, *days], start=1):
        visit = days[n - 1] if n <= len(days) else None
        limit = last_in_interval(since, interval)
        if plan.reaches(limit):
            yield n, limit, visit


def window_rows(tables: Tables, as_at: date, plans: list[NeedPlan], choice: Choice, period: Period) -> list[Row]:
    rows = []
    for position, plan in enumerate(plans):
        for n, limit, visit in windows(tables, as_at, plan, choice["interval"]):
            if not period.holds(limit):
                continue
            excluded = no_visits_expected(tables, as_at, plan.child, limit)
            if not excluded and any(before.is_open(limit) for before in plans[:position]):
                excluded = "Another plan counts"
            met = visit is not None and visit <= limit
            row = judged(f"{plan.id}:{n}", plan.child, excluded=excluded, met=met, pending=as_at <= limit)
            rows.append(row)
    return rows


def visits_in_time(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for plans in need_plans(tables, as_at).values():
        if choice["rule"] == "share_of_due_windows":
            rows += window_rows(tables, as_at, plans, choice, period)
            continue
        running = [plan for plan in plans if plan.is_open(period.last)]
        if running:
            rows.append(child_row(tables, as_at, running[0], choice, period.last))
    return rows
