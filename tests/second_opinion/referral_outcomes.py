"""What became of referrals: received, no further action, assessed, not in need, previously without service, source."""

from dataclasses import dataclass
from datetime import date

from .assessments import assessments
from .calendar_ import add_months
from .common import NO, YES, Choice, Row, Tables, counted, day, judged, known, known_day, remembered, smallest
from .periods import Period
from .texts import json_flag

NFA_MISSING = "No further action not recorded"
SOURCES = {
    "Individual": ("1A", "1B", "1C", "1D"),
    "School": ("2A",),
    "Education services": ("2B",),
    "Health services": ("3A", "3B", "3C", "3D", "3E", "3F"),
    "Housing": ("4",),
    "Local authority services": ("5A", "5B", "5C", "5D"),
    "Police": ("6",),
    "Other legal agency": ("7",),
    "Other": ("8",),
    "Anonymous": ("9",),
    "Unknown": ("10",),
}


@dataclass(frozen=True)
class Part:
    """One row of the referrals that a child had on a day."""

    id: str
    child: str
    day: date
    nfa: str
    closed: date | None
    reason: str
    source: str
    is_single_assessment: bool


@dataclass(frozen=True)
class Referral:
    """All referrals of one child on one day (N1)."""

    id: str
    child: str
    day: date
    nfa: str
    is_closed: bool
    reason: str
    source: str
    is_assessed: bool
    has_assessment: bool
    has_initial: bool


def part(row: dict[str, str], as_at: date) -> Part | None:
    on = day(row, "cine_referral_date")
    if on is None:
        return None
    nfa = row.get("cine_referral_nfa", "").upper()
    return Part(
        id=row.get("cine_referral_id", ""),
        child=row["cine_person_id"],
        day=on,
        nfa="Y" if nfa in YES else "N" if nfa in NO else "",
        closed=known_day(row, "cine_close_date", as_at),
        reason=row.get("cine_close_reason", ""),
        source=row.get("cine_referral_source_code", ""),
        is_single_assessment=json_flag(row, "cine_referral_outcome_json", "SINGLE_ASSESSMENT_FLAG"),
    )


@remembered
def started_and_completed(tables: Tables, as_at: date) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Child and referral of the assessments that have started, and of those that were authorised."""
    started, completed = set(), set()
    for assessment in assessments(tables, as_at):
        names = assessment.child, assessment.referral
        if assessment.referral and assessment.start is not None and assessment.start <= as_at:
            started.add(names)
        if assessment.referral and assessment.authorised is not None:
            completed.add(names)
    return started, completed


@remembered
def referrals_by_child(tables: Tables, as_at: date) -> dict[str, list[Referral]]:
    """Every child's referrals, earliest first."""
    together: dict[tuple[str, date], list[Part]] = {}
    for row in known(tables, "ssd_cin_episodes", as_at, "cine_referral_date", "cine_person_id"):
        one = part(dict(row), as_at)
        if one is not None:
            together.setdefault((one.child, one.day), []).append(one)
    children: dict[str, list[Referral]] = {}
    for (child, _), parts in sorted(together.items()):
        children.setdefault(child, []).append(as_one(parts, *started_and_completed(tables, as_at)))
    return children


def as_one(parts: list[Part], started: set[tuple[str, str]], completed: set[tuple[str, str]]) -> Referral:
    flags = [one.nfa for one in parts]
    return Referral(
        id=min(one.id for one in parts),
        child=parts[0].child,
        day=parts[0].day,
        nfa="N" if "N" in flags else "Y" if "Y" in flags else "",
        is_closed=all(one.closed is not None for one in parts),
        reason=smallest(one.reason for one in parts if one.closed is not None) or "",
        source=smallest(one.source for one in parts) or "",
        is_assessed=any((one.child, one.id) in completed for one in parts),
        has_assessment=any((one.child, one.id) in started for one in parts),
        has_initial=any((one.child, one.id) in started and not one.is_single_assessment for one in parts),
    )


def in_period(tables: Tables, as_at: date, period: Period) -> list[Referral]:
    every = referrals_by_child(tables, as_at).values()
    return [referral for referrals in every for referral in referrals if period.holds(referral.day)]


def received(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for one in in_period(tables, as_at, period):
        excluded = unknown = ""
        if choice.get("nfa") == "exclude":
            excluded = "No further action" if one.nfa == "Y" else ""
            unknown = NFA_MISSING if one.nfa == "" else ""
        rows.append(counted(one.id, one.child, excluded=excluded, unknown=unknown))
    return rows


def no_further_action(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    every = in_period(tables, as_at, period)
    return [judged(one.id, one.child, met=one.nfa == "Y", unknown="" if one.nfa else NFA_MISSING) for one in every]


def to_assessment(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for one in in_period(tables, as_at, period):
        met = one.has_initial if choice["assessment_type"] == "initial" else one.has_assessment
        rows.append(judged(one.id, one.child, met=met))
    return rows


def not_in_need(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    codes = ("RC8",) if choice["codes"] == "rc8" else ("RC8", "RC9")
    rows = []
    for one in in_period(tables, as_at, period):
        was_assessed = one.is_assessed and one.is_closed
        may_be = was_assessed and one.nfa != "Y" and (one.reason in codes or one.reason == "")
        unknown = ""
        if may_be and one.nfa == "":
            unknown = NFA_MISSING
        elif may_be and one.reason == "":
            unknown = "No reason for closure recorded"
        rows.append(judged(one.id, one.child, met=may_be and not unknown, unknown=unknown))
    return rows


def ended_without_service(one: Referral) -> str:
    """Yes, no, or unknown."""
    closed_after_assessment = one.is_closed and one.is_assessed
    if one.nfa == "Y" or (closed_after_assessment and one.reason in ("RC8", "RC9")):
        return "yes"
    if one.nfa == "" or (closed_after_assessment and one.reason == ""):
        return "unknown"
    return "no"


def previous_no_service(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for one in in_period(tables, as_at, period):
        earlier = [other for other in referrals_by_child(tables, as_at)[one.child] if other.day < one.day]
        before = earlier[-1] if earlier else None
        ended = ""
        if before is not None and before.day >= add_months(one.day, -12):
            ended = ended_without_service(before)
        if ended or choice["denominator"] == "all_referrals":
            unknown = "No outcome recorded of the referral before" if ended == "unknown" else ""
            rows.append(judged(one.id, one.child, met=ended == "yes", unknown=unknown))
    return rows


def source_of(code: str) -> str:
    for name, codes in SOURCES.items():
        if code in codes:
            return name
    return "Not recorded"


def by_source(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    return [counted(one.id, one.child, category=source_of(one.source)) for one in in_period(tables, as_at, period)]
