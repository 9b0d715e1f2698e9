"""Health of children looked after: assessments, teeth, immunisations, SDQ, history at 18 (29, 30, N24, N25)."""

from collections.abc import Callable, Iterator
from datetime import date

from .calendar_ import ONE_DAY, add_months, add_wd, birthday
from .care import births
from .care_outcomes import in_the_year
from .care_states import (
    NO_BIRTH,
    age_reached,
    entry_of_current,
    is_12_months,
    is_looked_after,
    looked_after,
    why_unaccompanied,
    year_start,
)
from .common import YES, Choice, Row, Tables, counted, day, judged, known, remembered
from .periods import Period

Checks = Callable[[Tables, date], dict[str, list[date]]]
NO_SCORE = "no score in the year"


def completed(tables: Tables, as_at: date, word: str) -> dict[str, list[date]]:
    """The days of each child's completed checks whose type has the word."""
    found: dict[str, set[date]] = {}
    for row in known(tables, "ssd_cla_health", as_at, "clah_health_check_date", "clah_person_id"):
        on = day(row, "clah_health_check_date")
        is_asked = word in row["clah_health_check_type"].lower()
        if on is not None and is_asked and row["clah_health_check_status"].lower() == "completed":
            found.setdefault(row["clah_person_id"], set()).add(on)
    return {child: sorted(days) for child, days in found.items()}


@remembered
def health_checks(tables: Tables, as_at: date) -> dict[str, list[date]]:
    return completed(tables, as_at, "health")


@remembered
def dental_checks(tables: Tables, as_at: date) -> dict[str, list[date]]:
    return completed(tables, as_at, "dental")


def cohort(tables: Tables, as_at: date, choice: Choice, s: date) -> Iterator[tuple[str, str]]:
    """Children looked after for 20 working days, or for 12 months (oc2), and why one is left out."""
    for child, short_term in looked_after(tables, as_at, s):
        excluded = short_term
        if choice["scope"] == "oc2":
            if not is_12_months(tables, as_at, child, s):
                continue
        elif not excluded and s < add_wd(entry_of_current(tables, as_at, child, s), 20):
            excluded = "in care under 20 working days"
        yield child, excluded or why_unaccompanied(tables, as_at, child, s, choice)


def is_up_to_date(tables: Tables, as_at: date, child: str, days: list[date], choice: Choice, s: date) -> bool:
    if not days:
        return False
    aged_on = days[-1] if choice["age_at"] == "last_assessment" else s
    is_five = age_reached(tables, as_at, child, 5, aged_on)
    if choice["scope"] == "oc2":
        return len(days) >= (1 if is_five else 2)
    return s <= add_months(days[-1], 12 if is_five else 6)


def assessed(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    s = period.last
    first = year_start(s) if choice["scope"] == "oc2" else date.min
    for child, excluded in cohort(tables, as_at, choice, s):
        days = [on for on in health_checks(tables, as_at).get(child, []) if first <= on <= s]
        unknown = "" if child in births(tables, as_at) else NO_BIRTH
        met = not unknown and is_up_to_date(tables, as_at, child, days, choice, s)
        rows.append(judged(child, child, excluded=excluded, met=met, unknown=unknown))
    return rows


def dentist_seen(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    s = period.last
    for child, excluded in cohort(tables, as_at, choice, s):
        days = [on for on in dental_checks(tables, as_at).get(child, []) if on <= s]
        if choice["scope"] == "oc2":
            met = any(on >= year_start(s) for on in days)
        else:
            met = any(s <= add_months(on, 12) for on in days)
        rows.append(judged(child, child, excluded=excluded, met=met))
    return rows


@remembered
def immunisation_statuses(tables: Tables, as_at: date) -> dict[str, list[tuple[date, bool]]]:
    found: dict[str, list[tuple[date, bool]]] = {}
    own = "clai_immunisations_status_date"
    for row in known(tables, "ssd_cla_immunisations", as_at, own, "clai_person_id"):
        on, status = day(row, own), row["clai_immunisations_status"]
        if on is not None and status:
            found.setdefault(row["clai_person_id"], []).append((on, status.upper() in YES))
    return found


def immunised(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    s = period.last
    for child, _ in looked_after(tables, as_at, s):
        if not is_12_months(tables, as_at, child, s):
            continue
        said = [(on, yes) for on, yes in immunisation_statuses(tables, as_at).get(child, []) if on <= s]
        last = max((on for on, _ in said), default=None)
        met = bool(said) and all(yes for on, yes in said if on == last)
        rows.append(judged(child, child, met=met, unknown="" if said else "no status recorded"))
    return rows


def scores(tables: Tables, as_at: date, s: date) -> dict[str, int]:
    """Each child's latest score of the twelve months, the highest of several on a day."""
    found = {}
    own = "csdq_sdq_completed_date"
    for child, rows in in_the_year(tables, as_at, "ssd_sdq_scores", "csdq_", own, s).items():
        scored = []
        for row in rows:
            score, on = row["csdq_sdq_score"], day(row, own)
            if score and on is not None and 0 <= int(score) <= 40:
                scored.append((on, int(score)))
        if scored:
            found[child] = max(scored)[1]
    return found


def to_be_scored(tables: Tables, as_at: date, s: date) -> Iterator[str]:
    """Looked after for 12 months, four at the start of the year and not yet 17; or without a date of birth."""
    for child, _ in looked_after(tables, as_at, s):
        born = births(tables, as_at).get(child)
        is_of_age = born is None or (birthday(born, 4) <= year_start(s) and birthday(born, 17) > s)
        if is_of_age and is_12_months(tables, as_at, child, s):
            yield child


def average_score(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    found = scores(tables, as_at, period.last)
    for child in to_be_scored(tables, as_at, period.last):
        unknown = "" if child in births(tables, as_at) else NO_BIRTH
        excluded = "" if child in found else NO_SCORE
        rows.append(counted(child, child, excluded=excluded, unknown=unknown, value=found.get(child)))
    return rows


def scored(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    found = scores(tables, as_at, period.last)
    for child in to_be_scored(tables, as_at, period.last):
        unknown = "" if child in births(tables, as_at) else NO_BIRTH
        excluded = ""
        met = child in found
        if choice["numerator"] == "concern":
            excluded = "" if child in found else NO_SCORE
            met = found.get(child, 0) >= 17
        rows.append(judged(child, child, excluded=excluded, met=met and not unknown, unknown=unknown))
    return rows


@remembered
def passports(tables: Tables, as_at: date) -> dict[str, date]:
    found: dict[str, date] = {}
    for row in known(tables, "ext_health_passport", as_at, "issued_on", "person_id"):
        on = day(row, "issued_on")
        if on is not None:
            found[row["person_id"]] = min(found.get(row["person_id"], on), on)
    return found


def history_at_18(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for child, born in births(tables, as_at).items():
        turns = birthday(born, 18)
        if not period.holds(turns) or not is_looked_after(tables, as_at, child, turns - ONE_DAY):
            continue
        excluded = why_unaccompanied(tables, as_at, child, turns - ONE_DAY, choice)
        issued = passports(tables, as_at).get(child)
        met = issued is not None and issued <= turns
        rows.append(judged(child, child, excluded=excluded, met=met, pending=as_at <= turns))
    return rows
