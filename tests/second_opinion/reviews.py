"""cla_reviews_in_timescale_pct (definition 25, N16, N21)."""

from dataclasses import dataclass
from datetime import date

from .calendar_ import add_months, add_wd
from .care import (
    Care,
    children_in_care_once,
    current_care,
    dropped_cla_ids,
    is_uasc,
    periods_of_care,
    why_not_looked_after,
)
from .common import Choice, Row, Tables, day, flag, judged, known, remembered
from .periods import Period


@dataclass(frozen=True)
class Review:
    id: str
    cla_id: str
    person: str
    day: date


@remembered
def reviews_held(tables: Tables, as_at: date) -> list[Review]:
    """Reviews with a date that were not cancelled; their own person id places nothing (N21)."""
    held = []
    for row in known(tables, "ssd_cla_reviews", as_at, "clar_cla_review_date"):
        on = day(row, "clar_cla_review_date")
        if on is not None and not flag(row, "clar_cla_review_cancelled"):
            names = row.get("clar_cla_review_id", ""), row.get("clar_cla_id", ""), row.get("clar_cla_person_id", "")
            held.append(Review(*names, on))
    return held


def belongs(review: Review, care: Care) -> bool:
    in_care = care.entry <= review.day and (care.end is None or review.day <= care.end)
    return in_care and review.cla_id != "" and review.cla_id in care.cla_ids


def review_days(tables: Tables, as_at: date, care: Care) -> list[date]:
    """The days of a period of care on which a review was held: same-day reviews are one."""
    return sorted({review.day for review in reviews_held(tables, as_at) if belongs(review, care)})


def limits(care: Care, days: list[date]) -> list[date]:
    """The limit of each review held, and of the next: 20 working days, then 3 months, then 6 months."""
    found = [add_wd(care.entry, 20)]
    for position, held in enumerate(days):
        found.append(add_months(held, 3 if position == 0 else 6))
    return found


def all_on_time(care: Care, days: list[date], period: Period, choice: Choice) -> bool:
    s = period.last
    due = limits(care, days)
    if due[-1] < s:
        return False
    held = list(zip(days, due, strict=False))
    if choice["basis"] == "child_current":
        return not held or held[-1][0] <= held[-1][1]
    window_start = add_months(s.replace(day=1), -11)
    return not any(window_start <= limit <= s and on > limit for on, limit in held)


def by_child(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    s = period.last
    for child in children_in_care_once(tables, as_at):
        why_not = why_not_looked_after(tables, as_at, child, s, choice)
        if why_not is None:
            continue
        if why_not:
            rows.append(judged(child, child, excluded=why_not))
            continue
        care = current_care(tables, as_at, child, s)
        too_new = "under 20 working days in care" if s < add_wd(care.entry, 20) else ""
        days = [on for on in review_days(tables, as_at, care) if on <= s]
        rows.append(judged(child, child, excluded=too_new, met=all_on_time(care, days, period, choice)))
    return rows


def care_of(tables: Tables, as_at: date, review: Review) -> Care | None:
    """The period of care that a review joins (of two that touch, the later entry)."""
    joined = [care for periods in periods_of_care(tables, as_at).values() for care in periods if belongs(review, care)]
    return max(joined, key=lambda care: care.entry) if joined else None


def limit_of(tables: Tables, as_at: date, review: Review, care: Care) -> date:
    days = review_days(tables, as_at, care)
    return limits(care, days)[days.index(review.day)]


def uasc_reason(tables: Tables, as_at: date, care: Care, on: date, choice: Choice) -> str:
    is_out = choice["uasc"] == "exc" and is_uasc(tables, as_at, care.child, on)
    return "unaccompanied asylum-seeking child" if is_out else ""


def by_meeting(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for review in reviews_held(tables, as_at):
        if not period.holds(review.day):
            continue
        care = care_of(tables, as_at, review)
        if care is not None:
            met = review.day <= limit_of(tables, as_at, review, care)
            excluded = uasc_reason(tables, as_at, care, review.day, choice)
            rows.append(judged(review.id, care.child, excluded=excluded, met=met))
        elif review.cla_id in dropped_cla_ids(tables, as_at):
            rows.append(judged(review.id, review.person, excluded="short-term series"))
        else:
            rows.append(judged(review.id, review.person, unknown="joins no period of care"))
    return rows


def outstanding_row(tables: Tables, as_at: date, care: Care, choice: Choice, period: Period) -> Row | None:
    limit = limits(care, review_days(tables, as_at, care))[-1]
    was_due = care.end is None or limit < care.end
    if not (period.holds(limit) and was_due):
        return None
    record_id = f"{care.cla_ids[0]}:due" if care.cla_ids else care.episodes[0].id
    excluded = uasc_reason(tables, as_at, care, limit, choice)
    return judged(record_id, care.child, excluded=excluded, pending=as_at <= limit)


def by_limit(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    """Reviews due in the period: those held, by their limit, and the one outstanding of each period of care."""
    rows = []
    for review in reviews_held(tables, as_at):
        care = care_of(tables, as_at, review)
        if care is not None:
            limit = limit_of(tables, as_at, review, care)
            if period.holds(limit):
                excluded = uasc_reason(tables, as_at, care, limit, choice)
                rows.append(judged(review.id, care.child, excluded=excluded, met=review.day <= limit))
    for periods in periods_of_care(tables, as_at).values():
        for care in periods:
            row = outstanding_row(tables, as_at, care, choice, period)
            if row is not None:
                rows.append(row)
    return rows


def in_timescale(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    forms = {"child": by_child, "child_current": by_child, "meeting": by_meeting, "meeting_due": by_limit}
    return forms[choice["basis"]](tables, as_at, choice, period)
