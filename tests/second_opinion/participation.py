"""Reviews and plans of children looked after: who took part, permanence by the second review (26, N22)."""

import json
from datetime import date
from typing import NamedTuple

from .calendar_ import add_months
from .care import Care, births, dropped_cla_ids, periods_of_care
from .care_states import NO_BIRTH, SHORT_TERM, age_reached, why_unaccompanied
from .common import YES, Choice, Row, Tables, by_key, day, flag, judged, known, known_day, remembered
from .periods import Period

CODES = ("PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7")
TOOK_PART = ("PN1", "PN2", "PN3", "PN5", "PN6")
NO_CODE = "no code"
OPTIONS = (
    "REMAINSUP",
    "RETURN1M",
    "RETURN6M",
    "RETURNEV",
    "LTRELFR",
    "LTFOST18",
    "RESPLMT",
    "SUPPLIV",
    "ADOPTION",
    "OTHERPLN",
)


class Held(NamedTuple):
    """A review that was held, and the period of care that it joins."""

    id: str
    child: str
    day: date
    code: str
    cla_id: str
    care: Care | None


def joined(care_by_id: dict[str, list[Care]], cla_id: str, on: date) -> Care | None:
    own = care_by_id.get(cla_id, [])
    joining = [care for care in own if care.entry <= on and (care.end is None or on <= care.end)]
    return max(joining, key=lambda care: care.entry) if joining else None


@remembered
def reviews(tables: Tables, as_at: date) -> list[Held]:
    care_by_id: dict[str, list[Care]] = {}
    for periods in periods_of_care(tables, as_at).values():
        for care in periods:
            for cla_id in sorted(set(care.cla_ids)):
                care_by_id.setdefault(cla_id, []).append(care)
    found = []
    for row in known(tables, "ssd_cla_reviews", as_at, "clar_cla_review_date"):
        on = day(row, "clar_cla_review_date")
        if on is not None and not flag(row, "clar_cla_review_cancelled"):
            cla_id = row["clar_cla_id"]
            joins = joined(care_by_id, cla_id, on)
            child = row["clar_cla_person_id"] if joins is None else joins.child
            code = row["clar_cla_review_participation"]
            found.append(Held(row["clar_cla_review_id"], child, on, code, cla_id, joins))
    return found


@remembered
def reviews_by_care(tables: Tables, as_at: date) -> list[tuple[Care, list[Held]]]:
    """Each period of care with its reviews by day: one of a shared id may join two periods that touch (N21)."""
    by_id = by_key(reviews(tables, as_at), lambda review: review.cla_id)
    found = []
    for periods in periods_of_care(tables, as_at).values():
        for care in periods:
            own = [review for cla_id in sorted(set(care.cla_ids)) for review in by_id.get(cla_id, [])]
            joining = [r for r in own if care.entry <= r.day and (care.end is None or r.day <= care.end)]
            found.append((care, sorted(joining, key=lambda review: (review.day, review.id))))
    return found


def is_under_4(tables: Tables, as_at: date, review: Held) -> bool:
    return age_reached(tables, as_at, review.child, 4, review.day) is False


def why_excluded(tables: Tables, as_at: date, review: Held, choice: Choice) -> str:
    if review.care is None and review.cla_id in dropped_cla_ids(tables, as_at):
        return SHORT_TERM
    if is_under_4(tables, as_at, review):
        return "under four"
    if review.code == "PN0":
        return "PN0"
    if choice["missing"] == "exclude" and review.code not in CODES:
        return NO_CODE
    return why_unaccompanied(tables, as_at, review.child, review.day, choice)


def by_review(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    taking_part = (*TOOK_PART, "PN4") if choice["pn4"] == "include" else TOOK_PART
    for review in reviews(tables, as_at):
        if not period.holds(review.day):
            continue
        excluded = why_excluded(tables, as_at, review, choice)
        unknown = "" if review.code in CODES else NO_CODE
        if review.child not in births(tables, as_at):
            unknown = NO_BIRTH
        if review.care is None:
            unknown = "joins no period of care"
        met = not unknown and review.code in taking_part
        rows.append(judged(review.id, review.child, excluded=excluded, met=met, unknown=unknown))
    return rows


def by_child(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    of_period = []
    for review in reviews(tables, as_at):
        is_theirs = review.care is not None and review.code != "PN0"
        if period.holds(review.day) and is_theirs and not is_under_4(tables, as_at, review):
            of_period.append(review)
    rows = []
    for child, held in by_key(of_period, lambda review: review.child).items():
        rows.append(child_row(tables, as_at, child, [review.code for review in held], choice, period.last))
    return rows


def child_row(tables: Tables, as_at: date, child: str, codes: list[str], choice: Choice, s: date) -> Row:
    excluded = unknown = ""
    refusing = ("PN7",) if choice["pn4"] == "include" else ("PN4", "PN7")
    if choice["missing"] == "exclude":
        codes = [code for code in codes if code in CODES]
        excluded = "" if codes else NO_CODE
    excluded = excluded or why_unaccompanied(tables, as_at, child, s, choice)
    has_refused = any(code in refusing for code in codes)
    if not has_refused and any(code not in CODES for code in codes):
        unknown = NO_CODE
    if child not in births(tables, as_at):
        unknown = NO_BIRTH
    return judged(child, child, excluded=excluded, met=not has_refused and not unknown, unknown=unknown)


def took_part(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    form = by_child if choice["level"] == "child" else by_review
    return form(tables, as_at, choice, period)


class CarePlan(NamedTuple):
    start: date
    end: date | None
    options: frozenset[str]

    def is_open(self, on: date) -> bool:
        return self.start <= on and (self.end is None or self.end > on)


def options_of(text: str) -> frozenset[str]:
    """The options of a care plan that say yes."""
    said = json.loads(text) if text else {}
    return frozenset(option for option in OPTIONS if str(said.get(option, "")).strip().upper() in YES)


@remembered
def care_plans(tables: Tables, as_at: date) -> dict[str, list[CarePlan]]:
    found: dict[str, list[CarePlan]] = {}
    own = "lacp_cla_care_plan_start_date"
    for row in known(tables, "ssd_cla_care_plan", as_at, own, "lacp_person_id"):
        start, end = day(row, own), known_day(row, "lacp_cla_care_plan_end_date", as_at)
        if start is not None:
            plan = CarePlan(start, end, options_of(row["lacp_cla_care_plan_json"]))
            found.setdefault(row["lacp_person_id"], []).append(plan)
    return found


def first_plan(tables: Tables, as_at: date, care: Care) -> date | None:
    """The earliest start of a plan for permanence that was still there after the child entered care."""
    plans = [plan for plan in care_plans(tables, as_at).get(care.child, []) if plan.options]
    return min((plan.start for plan in plans if plan.end is None or plan.end > care.entry), default=None)


def planned_by_second_review(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for care, held in reviews_by_care(tables, as_at):
        days = sorted({review.day for review in held})
        if len(days) < 2 or not period.holds(days[1]):
            continue
        limit = add_months(care.entry, 4) if choice["limit"] == "4m" else days[1]
        pending = choice["limit"] == "4m" and as_at <= limit
        planned = first_plan(tables, as_at, care)
        second = min(review.id for review in held if review.day == days[1])
        met = planned is not None and planned <= limit
        rows.append(judged(second, care.child, met=met, pending=pending))
    return rows
