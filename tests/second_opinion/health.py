"""iha_20wd_pct (definition 27, N24)."""

from dataclasses import dataclass
from datetime import date

from .calendar_ import add_months, add_wd
from .care import Care, is_uasc, periods_of_care
from .common import Choice, Row, Tables, by_key, day, judged, known, remembered
from .periods import Period


@dataclass(frozen=True)
class Check:
    child: str
    status: str
    day: date


@remembered
def health_checks(tables: Tables, as_at: date) -> dict[str, list[Check]]:
    checks = []
    for row in known(tables, "ssd_cla_health", as_at, "clah_health_check_date", "clah_person_id"):
        on = day(row, "clah_health_check_date")
        if on is not None and "health" in row.get("clah_health_check_type", "").lower():
            checks.append(Check(row["clah_person_id"], row.get("clah_health_check_status", "").lower(), on))
    return by_key(checks, lambda check: check.child)


@remembered
def paediatrician_requests(tables: Tables, as_at: date) -> dict[str, list[date]]:
    requests: dict[str, list[date]] = {}
    for row in known(tables, "ext_health_request", as_at, "requested_at", "person_id"):
        on = day(row, "requested_at")
        if on is not None and row.get("assessed_by", "") == "paediatrician":
            requests.setdefault(row["person_id"], []).append(on)
    return requests


def completed(tables: Tables, as_at: date, child: str, choice: Choice) -> list[date]:
    """The days of a child's completed health assessments by the performer asked for."""
    days = []
    for check in health_checks(tables, as_at).get(child, []):
        requested = [on for on in paediatrician_requests(tables, as_at).get(child, []) if on <= check.day]
        if check.status == "completed" and (choice["performer"] == "all" or requested):
            days.append(check.day)
    return days


def refused_lately(tables: Tables, as_at: date, child: str) -> bool:
    since = add_months(as_at, -3)
    return any(c.status == "refused" and c.day > since for c in health_checks(tables, as_at).get(child, []))


def dated(tables: Tables, as_at: date, care: Care, choice: Choice) -> date | None:
    """The day that places a period of care in a period: its entry, or its first assessment while it ran."""
    if choice["cohort"] == "entered":
        return care.entry
    days = completed(tables, as_at, care.child, choice)
    return min((on for on in days if care.entry <= on and (care.end is None or on <= care.end)), default=None)


def why_excluded(tables: Tables, as_at: date, care: Care, limit: date, choice: Choice) -> str:
    if care.end is not None and care.end <= limit:
        return "left care by the limit"
    if choice["uasc"] == "exc" and is_uasc(tables, as_at, care.child, care.entry):
        return "unaccompanied asylum-seeking child"
    if choice["refusal"] == "exclude_3m" and refused_lately(tables, as_at, care.child):
        return "refused in the last three months"
    return ""


def care_row(tables: Tables, as_at: date, care: Care, choice: Choice) -> Row:
    limit = add_wd(care.entry, 20)
    since = add_months(care.entry, -3) if choice["before_entry"] == "include" else care.entry
    met = any(since <= on <= limit for on in completed(tables, as_at, care.child, choice))
    excluded = why_excluded(tables, as_at, care, limit, choice)
    return judged(care.episodes[0].id, care.child, excluded=excluded, met=met, pending=as_at <= limit)


def initial_assessments(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    """`as_of=period_end` knows nothing after the period's last day: that day is then the as-at day (N2)."""
    known_on = period.last if choice["as_of"] == "period_end" else as_at
    rows: list[Row] = []
    for periods in periods_of_care(tables, known_on).values():
        of_period = [care for care in periods if period.holds(dated(tables, known_on, care, choice))]
        rows.extend(care_row(tables, known_on, care, choice) for care in of_period)
    return rows
