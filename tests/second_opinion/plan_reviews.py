"""cpp_reviews_in_timescale_pct (definition 14, N16, N19)."""

from dataclasses import dataclass
from datetime import date, timedelta

from .calendar_ import add_months
from .common import Choice, Row, Tables, by_key, day, judged, known, latest_end, remembered, smallest
from .periods import Period
from .plan_spells import plan_at, why_not_own
from .plans import Plan, plans_by_child


@dataclass(frozen=True)
class Review:
    id: str
    child: str
    plan_id: str
    day: date


@remembered
def reviews(tables: Tables, as_at: date) -> list[Review]:
    found = []
    for row in known(tables, "ssd_cp_reviews", as_at, "cppr_cp_review_date", "cppr_person_id"):
        on = day(row, "cppr_cp_review_date")
        if on is not None:
            found.append(
                Review(row.get("cppr_cp_review_id", ""), row["cppr_person_id"], row.get("cppr_cp_plan_id", ""), on)
            )
    return found


@remembered
def reviews_by_child(tables: Tables, as_at: date) -> dict[str, list[Review]]:
    return by_key(reviews(tables, as_at), lambda review: review.child)


@remembered
def looked_up(tables: Tables, as_at: date) -> dict[tuple[str, str], Plan]:
    """The plan of a child and a plan id, its rows read as one (E3)."""
    found = {}
    for child, plans in plans_by_child(tables, as_at).items():
        for plan_id, rows in by_key(plans, lambda plan: plan.id).items():
            start = smallest(plan.start for plan in rows)
            end = latest_end(plan.end for plan in rows)
            found[child, plan_id] = Plan(plan_id, child, start, end, all(plan.other_authority for plan in rows))
    return found


def later(start: date, months: int, choice: Choice) -> date:
    if choice["months_as"] == "days":
        return start + timedelta(days={3: 91, 6: 183}[months])
    return add_months(start, months)


def review_days(tables: Tables, as_at: date, child: str, plan_id: str, after: date) -> list[date]:
    """The days after the plan's start on which it was reviewed: same-day reviews are one."""
    own = reviews_by_child(tables, as_at).get(child, [])
    return sorted({r.day for r in own if plan_id != "" and r.plan_id == plan_id and r.day > after})


def limits(start: date, days: list[date], choice: Choice) -> list[date]:
    """The limit of each review held, and of the next."""
    return [later(start, 3, choice), *(later(held, 6, choice) for held in days)]


def by_child(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    s = period.last
    for child in plans_by_child(tables, as_at):
        plan = plan_at(tables, as_at, child, s)
        if plan is None:
            continue
        assert plan.start is not None
        is_new = s < later(plan.start, 3, choice)
        excluded = why_not_own(plan) or ("plan open less than 3 months" if is_new else "")
        days = [on for on in review_days(tables, as_at, child, plan.id, plan.start) if on <= s]
        due = limits(plan.start, days, choice)
        met = s <= due[-1] and all(on <= limit for on, limit in zip(days, due, strict=False))
        rows.append(judged(child, child, excluded=excluded, met=met))
    return rows


def limit_of(tables: Tables, as_at: date, review: Review, start: date, choice: Choice) -> date:
    days = review_days(tables, as_at, review.child, review.plan_id, start)
    return limits(start, days, choice)[days.index(review.day)]


def meeting_row(tables: Tables, as_at: date, review: Review, choice: Choice) -> Row:
    plan = looked_up(tables, as_at).get((review.child, review.plan_id))
    if plan is None:
        return judged(review.id, review.child, unknown="no such plan")
    excluded = why_not_own(plan)
    if plan.start is None or review.day <= plan.start:
        return judged(review.id, review.child, excluded=excluded, unknown="no plan had started")
    if plan.end is not None and review.day > plan.end:
        return judged(review.id, review.child, excluded=excluded, unknown="after the plan's end")
    met = review.day <= limit_of(tables, as_at, review, plan.start, choice)
    return judged(review.id, review.child, excluded=excluded, met=met)


def by_meeting(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    held = [review for review in reviews(tables, as_at) if period.holds(review.day)]
    return [meeting_row(tables, as_at, review, choice) for review in held]


def outstanding_row(tables: Tables, as_at: date, plan: Plan, choice: Choice, period: Period) -> Row | None:
    if plan.start is None:
        return None
    limit = limits(plan.start, review_days(tables, as_at, plan.child, plan.id, plan.start), choice)[-1]
    ended_before = plan.end is not None and plan.end <= limit
    if ended_before or not period.holds(limit):
        return None
    return judged(f"{plan.id}:due", plan.child, excluded=why_not_own(plan), pending=as_at <= limit)


def by_limit(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    """Reviews due in the period: those held, by their limit, and the one outstanding of each plan."""
    rows = []
    for review in reviews(tables, as_at):
        plan = looked_up(tables, as_at).get((review.child, review.plan_id))
        if plan is None or plan.start is None or review.day <= plan.start:
            continue
        if period.holds(limit_of(tables, as_at, review, plan.start, choice)):
            rows.append(meeting_row(tables, as_at, review, choice))
    for plan in looked_up(tables, as_at).values():
        row = outstanding_row(tables, as_at, plan, choice, period)
        if row is not None:
            rows.append(row)
    return rows


def in_timescale(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    forms = {"child": by_child, "meeting": by_meeting, "meeting_due": by_limit}
    return forms[choice["basis"]](tables, as_at, choice, period)
