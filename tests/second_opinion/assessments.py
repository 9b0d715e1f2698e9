"""assessments_within_working_days_pct and assessments_open_overdue (definitions 2 and 3, N13, N38, N41)."""

from dataclasses import dataclass
from datetime import date

from .calendar_ import wd_between
from .common import Choice, Row, Tables, counted, day, judged, known, known_day, remembered
from .periods import Period
from .referrals import referral_by_id


@dataclass(frozen=True)
class Assessment:
    id: str
    child: str
    referral: str
    start: date | None
    authorised: date | None


@remembered
def assessments(tables: Tables, as_at: date) -> list[Assessment]:
    """An assessment authorised after the as-at day exists, and is open (E1)."""
    found = []
    for row in known(tables, "ssd_cin_assessments", as_at, "", "cina_person_id"):
        start = day(row, "cina_assessment_start_date")
        authorised = known_day(row, "cina_assessment_auth_date", as_at)
        names = row.get("cina_assessment_id", ""), row["cina_person_id"], row.get("cina_referral_id", "")
        found.append(Assessment(*names, start, authorised))
    return found


def in_order(assessment: Assessment) -> tuple[date, str]:
    return assessment.start or date.max, assessment.id


@remembered
def first_of_referral(tables: Tables, as_at: date) -> dict[tuple[str, str], tuple[date, str]]:
    """Start (missing last) and id of the first assessment of each child under each referral."""
    firsts: dict[tuple[str, str], tuple[date, str]] = {}
    for assessment in assessments(tables, as_at):
        key = assessment.child, assessment.referral
        if assessment.referral:
            firsts[key] = min(in_order(assessment), firsts.get(key, in_order(assessment)))
    return firsts


def clock_start(tables: Tables, as_at: date, assessment: Assessment, choice: Choice) -> date | None:
    first = first_of_referral(tables, as_at).get((assessment.child, assessment.referral))
    if choice["clock_start"] == "referral_date" and in_order(assessment) == first:
        referral = referral_by_id(tables, as_at).get(assessment.referral)
        if referral is not None and referral.day is not None:
            return referral.day
    return assessment.start


def within_working_days(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for assessment in assessments(tables, as_at):
        if assessment.authorised is None or not period.holds(assessment.authorised):
            continue
        start = clock_start(tables, as_at, assessment, choice)
        if start is None:
            row = judged(assessment.id, assessment.child, unknown="no start date")
        elif assessment.authorised < start:
            row = judged(assessment.id, assessment.child, unknown="authorised before the start")
        else:
            met = wd_between(start, assessment.authorised) <= int(choice["n"])
            row = judged(assessment.id, assessment.child, met=met)
        rows.append(row)
    return rows


def open_overdue(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    s = period.last
    for assessment in assessments(tables, as_at):
        is_open = assessment.authorised is None or assessment.authorised > s
        if assessment.start is None or assessment.start > s or not is_open:
            continue
        over = wd_between(assessment.start, s) > int(choice["n"])
        referral = referral_by_id(tables, as_at).get(assessment.referral)
        is_closed = referral is not None and referral.closed is not None and referral.closed <= s
        excluded = "referral closed" if is_closed else ""
        if choice["form"] == "pct":
            rows.append(judged(assessment.id, assessment.child, excluded=excluded, met=over))
        elif over:
            rows.append(counted(assessment.id, assessment.child, excluded=excluded))
    return rows
