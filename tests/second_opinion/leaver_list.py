"""Care leavers as they are listed now: how many, with an adviser, with a plan reviewed (definition 38, N34)."""

from datetime import date, timedelta
from typing import NamedTuple

from .calendar_ import add_months
from .care_states import why_unaccompanied
from .common import Choice, Row, Tables, by_key, counted, day, judged, known, remembered, smallest
from .periods import Period

ENTITLED = ("relevant", "former relevant", "")
COUNTED = (*ENTITLED, "qualifying")


class Listed(NamedTuple):
    child: str
    eligibility: str
    in_touch: str
    reviewed: date | None
    has_adviser: bool


def eligibility_of(text: str) -> str:
    said = text.lower()
    if "relevant" in said:
        return "former relevant" if "former" in said else "relevant"
    if "qualif" in said:
        return "qualifying"
    if "not eligible" in said or "ineligible" in said:
        return "other"
    return "eligible" if "eligible" in said else "other" if said else ""


@remembered
def listed(tables: Tables, as_at: date) -> list[Listed]:
    found = []
    everyone = known(tables, "ssd_care_leavers", as_at, "", "clea_person_id")
    for child, rows in by_key(everyone, lambda row: row["clea_person_id"]).items():
        eligibility = smallest(row["clea_care_leaver_eligibility"] for row in rows) or ""
        in_touch = smallest(row["clea_care_leaver_in_touch"] for row in rows) or ""
        reviews = [on for on in (day(row, "clea_pathway_plan_review_date") for row in rows) if on is not None]
        adviser = any(row["clea_care_leaver_personal_advisor"] for row in rows)
        found.append(Listed(child, eligibility_of(eligibility), in_touch, max(reviews, default=None), adviser))
    return found


def how_many(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for one in listed(tables, as_at):
        if one.eligibility in COUNTED:
            excluded = "died" if one.in_touch == "DIED" else ""
            unknown = "" if one.eligibility else "eligibility not recorded"
            rows.append(counted(one.child, one.child, excluded=excluded, unknown=unknown))
    return rows


def with_adviser(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for one in listed(tables, as_at):
        if one.eligibility in COUNTED:
            excluded = "died" if one.in_touch == "DIED" else ""
            unknown = "" if one.eligibility else "eligibility not recorded"
            met = one.has_adviser and not unknown
            rows.append(judged(one.child, one.child, excluded=excluded, met=met, unknown=unknown))
    return rows


def why_excluded(tables: Tables, as_at: date, one: Listed, choice: Choice, s: date) -> str:
    if one.in_touch in ("DIED", "NREQ"):
        return one.in_touch
    if choice["denominator"] == "in_touch" and one.in_touch not in ("", "YES"):
        return "not in touch"
    return why_unaccompanied(tables, as_at, one.child, s, choice)


def why_unknown(one: Listed, choice: Choice, s: date) -> str:
    if not one.eligibility:
        return "eligibility not recorded"
    if one.reviewed is not None and one.reviewed > s:
        return "review to come"
    return "in touch not recorded" if choice["denominator"] == "in_touch" and not one.in_touch else ""


def plan_reviewed(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    s = period.last
    since = s - timedelta(days=183) if choice["months_as"] == "days" else add_months(s, -6)
    entitled = (*ENTITLED, "eligible") if choice["scope"] == "with_eligible" else ENTITLED
    for one in listed(tables, as_at):
        if one.eligibility in entitled:
            excluded = why_excluded(tables, as_at, one, choice, s)
            unknown = why_unknown(one, choice, s)
            met = not unknown and one.reviewed is not None and one.reviewed >= since
            rows.append(judged(one.child, one.child, excluded=excluded, met=met, unknown=unknown))
    return rows
