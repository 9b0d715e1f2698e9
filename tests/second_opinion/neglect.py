"""graded_care_profile_pct: open cases of neglect with a graded care profile."""

import json
from datetime import date
from typing import Any

from .common import YES, Choice, Record, Row, Tables, by_key, day, flag, judged, known, known_day, remembered
from .periods import Period

NEGLECT_FACTOR = "16A"
TOOL = "graded_care_profile"


def codes_of(written: str) -> set[str]:
    """A list of codes, or codes with a flag each, with or without the word FACTORS around them."""
    found: Any = json.loads(written) if written else None
    if isinstance(found, dict) and any(str(key).strip().upper() == "FACTORS" for key in found):
        found = next(value for key, value in found.items() if str(key).strip().upper() == "FACTORS")
    if isinstance(found, str):
        found = found.replace(",", ";").split(";")
    if isinstance(found, dict):
        found = [code for code, told in found.items() if str(told).strip().upper() in YES]
    return {str(code).strip().upper() for code in found or []}


@remembered
def assessments_of_neglect(tables: Tables, as_at: date) -> set[str]:
    found = set()
    for row in tables["ssd_assessment_factors"]:
        if row.get("cinf_assessment_id", "") and NEGLECT_FACTOR in codes_of(
            row.get("cinf_assessment_factors_json", "")
        ):
            found.add(row.get("cinf_assessment_id", ""))
    return found


@remembered
def neglect_known(tables: Tables, as_at: date) -> dict[tuple[str, str], date]:
    """By child and referral: the first day on which an assessment that names neglect was authorised."""
    found: dict[tuple[str, str], date] = {}
    for row in known(tables, "ssd_cin_assessments", as_at, "cina_assessment_start_date", "cina_person_id"):
        authorised = known_day(row, "cina_assessment_auth_date", as_at)
        key = row["cina_person_id"], row.get("cina_referral_id", "")
        names_it = row.get("cina_assessment_id", "") in assessments_of_neglect(tables, as_at)
        if authorised is not None and key[1] and names_it:
            found[key] = min(found.get(key, authorised), authorised)
    return found


def is_plan_of_neglect(row: Record, as_at: date, s: date) -> bool:
    start, end = day(row, "cppl_cp_plan_start_date"), known_day(row, "cppl_cp_plan_end_date", as_at)
    category = (row.get("cppl_cp_plan_latest_category", "") or row.get("cppl_cp_plan_initial_category", "")).upper()
    is_open = start is not None and start <= s and (end is None or end > s)
    return is_open and not flag(row, "cppl_cp_plan_ola") and (category == "NEG" or "NEGLECT" in category)


def is_case_of_neglect(tables: Tables, as_at: date, row: Record, s: date) -> bool:
    received, closed = day(row, "cine_referral_date"), known_day(row, "cine_close_date", as_at)
    is_open = received is not None and received <= s and (closed is None or closed > s)
    since = neglect_known(tables, as_at).get((row["cine_person_id"], row.get("cine_referral_id", "")))
    return is_open and not flag(row, "cine_referral_nfa") and since is not None and since <= s


@remembered
def profiles(tables: Tables, as_at: date) -> dict[str, list[date]]:
    rows = known(tables, "ext_screening", as_at, "completed_on", "person_id")
    own = by_key((row for row in rows if row.get("tool", "").lower() == TOOL), lambda row: row["person_id"])
    return {child: [on for row in rows if (on := day(row, "completed_on"))] for child, rows in own.items()}


def with_profile(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    s = period.last
    children = set()
    for row in known(tables, "ssd_cp_plans", as_at, "cppl_cp_plan_start_date", "cppl_person_id"):
        if is_plan_of_neglect(row, as_at, s):
            children.add(row["cppl_person_id"])
    for row in known(tables, "ssd_cin_episodes", as_at, "cine_referral_date", "cine_person_id"):
        if is_case_of_neglect(tables, as_at, row, s):
            children.add(row["cine_person_id"])
    done = profiles(tables, as_at)
    return [judged(child, child, met=any(on <= s for on in done.get(child, []))) for child in sorted(children)]
