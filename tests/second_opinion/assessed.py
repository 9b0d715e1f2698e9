"""Assessments completed, how long they took, whether the child was seen, the factors found."""

from dataclasses import dataclass
from datetime import date, timedelta

from . import json_text
from .calendar_ import add_wd, wd_between
from .common import Choice, Record, Row, Tables, by_key, counted, day, flag, judged, known, known_day, remembered
from .people import is_unborn
from .periods import Period

NO_FACTOR = "21"


@dataclass(frozen=True)
class Assessment:
    id: str
    child: str
    start: date | None
    authorised: date | None
    seen: str


@remembered
def assessments(tables: Tables, as_at: date) -> list[Assessment]:
    found = []
    for row in known(tables, "ssd_cin_assessments", as_at, "", "cina_person_id"):
        written = row.get("cina_assessment_child_seen", "")
        found.append(
            Assessment(
                id=row.get("cina_assessment_id", ""),
                child=row["cina_person_id"],
                start=day(row, "cina_assessment_start_date"),
                authorised=known_day(row, "cina_assessment_auth_date", as_at),
                seen="" if written == "" else "Y" if flag(row, "cina_assessment_child_seen") else "N",
            )
        )
    return found


def authorised_in(tables: Tables, as_at: date, period: Period) -> list[Assessment]:
    return [one for one in assessments(tables, as_at) if period.holds(one.authorised)]


def completed(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    return [counted(one.id, one.child) for one in authorised_in(tables, as_at, period)]


def durations(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for one in authorised_in(tables, as_at, period):
        assert one.authorised is not None
        if one.start is None:
            rows.append(Row(one.id, one.child, "unknown", "No start date recorded"))
        elif one.authorised < one.start:
            rows.append(Row(one.id, one.child, "unknown", "Authorised before it started"))
        else:
            days = wd_between(one.start, one.authorised)
            if choice["band"] == "none":
                rows.append(counted(one.id, one.child, value=days))
            else:
                rows.append(judged(one.id, one.child, met=in_band(days, choice["band"])))
    return rows


def in_band(days: int, band: str) -> bool:
    if band == "46+":
        return days >= 46
    least, most = band.split("-")
    return int(least) <= days <= int(most)


def child_seen(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for one in authorised_in(tables, as_at, period):
        assert one.authorised is not None
        excluded = "Unborn" if is_unborn(tables, as_at, one.child, one.authorised) else ""
        unknown = "" if one.seen else "Not recorded"
        rows.append(judged(one.id, one.child, excluded=excluded, met=one.seen == "Y", unknown=unknown))
    return rows


@remembered
def visits(tables: Tables, as_at: date) -> dict[str, list[date]]:
    """The days on which each child in need was seen, earliest first."""
    found: dict[str, set[date]] = {}
    for row in known(tables, "ssd_cin_visits", as_at, "cinv_cin_visit_date", "cinv_person_id"):
        on = day(row, "cinv_cin_visit_date")
        if on is not None and flag(row, "cinv_cin_visit_seen"):
            found.setdefault(row["cinv_person_id"], set()).add(on)
    return {child: sorted(days) for child, days in found.items()}


@remembered
def seen_of_assessment(tables: Tables, as_at: date) -> dict[str, list[date]]:
    found: dict[str, list[date]] = {}
    for row in known(tables, "ext_assessment_seen", as_at, "seen_on"):
        on = day(row, "seen_on")
        if on is not None and row.get("assessment_id", ""):
            found.setdefault(row["assessment_id"], []).append(on)
    return found


def first_seen(tables: Tables, as_at: date, one: Assessment, start: date) -> date | None:
    days = [*seen_of_assessment(tables, as_at).get(one.id, []), *visits(tables, as_at).get(one.child, [])]
    return min((on for on in days if on >= start), default=None)


def seen_in_time(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    today = period.last if choice["as_of"] == "period_end" else as_at
    n = int(choice["n"])
    rows = []
    for one in assessments(tables, as_at):
        start = one.start
        if start is None or start > as_at or not period.holds(start):
            continue
        limit = add_wd(start, n) if choice["unit"] == "working" else start + timedelta(days=n)
        seen = first_seen(tables, as_at, one, start)
        is_seen = seen is not None and seen <= min(limit, today)
        is_early = one.authorised is not None and one.authorised < limit and one.authorised <= today
        excluded = ""
        if is_unborn(tables, as_at, one.child, start):
            excluded = "Unborn"
        elif choice["ended_early"] == "exclude" and is_early and not is_seen:
            excluded = "Ended before the limit"
        rows.append(judged(one.id, one.child, excluded=excluded, met=is_seen, pending=today <= limit))
    return rows


def codes_of(row: Record) -> set[str]:
    return json_text.factors(row.get("cinf_assessment_factors_json", ""))


@remembered
def factors(tables: Tables, as_at: date) -> dict[str, set[str]]:
    found = {}
    rows = by_key(tables["ssd_assessment_factors"], lambda row: row.get("cinf_assessment_id", ""))
    for assessment, same in rows.items():
        found[assessment] = {code for row in same for code in codes_of(row)}
    return found


def factors_found(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    seen = set()
    for one in sorted(authorised_in(tables, as_at, period), key=lambda one: one.child):
        if one.id == "":
            continue
        codes = factors(tables, as_at).get(one.id, set())
        if choice["form"] == "rate":
            reasons = ["No factors" if code == NO_FACTOR else "" for code in codes]
            rows += [counted(one.id, one.child, excluded=reason) for reason in reasons]
        elif one.id not in seen:
            seen.add(one.id)
            unknown = "" if codes else "No factors recorded"
            rows.append(judged(one.id, one.child, met=bool(codes - {NO_FACTOR}), unknown=unknown))
    return rows
