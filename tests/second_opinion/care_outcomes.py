"""What befell children looked after: convictions, substances, education plans, liberty, going missing (41, N29)."""

from collections.abc import Iterable
from datetime import date

from .calendar_ import add_wd, birthday
from .care import births, episodes_by_child, kept_episodes
from .care_states import (
    NO_BIRTH,
    SHORT_TERM,
    age_reached,
    entry_of_current,
    is_12_months,
    is_looked_after,
    looked_after,
    year_start,
)
from .common import Choice, Record, Row, Tables, by_key, counted, day, flag, judged, known, known_day, remembered
from .periods import Period

NOT_12_MONTHS = "not looked after for 12 months"


def in_the_year(tables: Tables, as_at: date, table: str, prefix: str, dated: str, s: date) -> dict[str, list[Record]]:
    """Rows of each child dated in the twelve months."""
    first = year_start(s)
    rows = []
    for row in known(tables, table, as_at, dated, f"{prefix}person_id"):
        on = day(row, dated)
        if on is not None and first <= on <= s:
            rows.append(row)
    return by_key(rows, lambda row: row[f"{prefix}person_id"])


def convictions(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    s = period.last
    convicted = in_the_year(tables, as_at, "ssd_cla_convictions", "clac_", "clac_cla_conviction_date", s)
    for child, short_term in looked_after(tables, as_at, s):
        excluded = short_term
        is_ten = age_reached(tables, as_at, child, 10, s)
        if not excluded and not is_12_months(tables, as_at, child, s):
            excluded = NOT_12_MONTHS
        if is_ten is False:
            excluded = excluded or "under ten"
        unknown = NO_BIRTH if is_ten is None else ""
        met = not unknown and child in convicted
        rows.append(judged(child, child, excluded=excluded, met=met, unknown=unknown))
    return rows


def is_asked(row: Record, numerator: str) -> bool:
    received = row["clas_intervention_received"].lower()
    is_received = flag(row, "clas_intervention_received")
    if numerator == "intervention_received":
        return is_received
    if numerator == "intervention_offered":
        return is_received or any(word in received for word in ("offer", "refus", "declin"))
    return True


def substances(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    s = period.last
    dated = "clas_substance_misuse_date"
    misusing = in_the_year(tables, as_at, "ssd_cla_substance_misuse", "clas_", dated, s)
    for child, short_term in looked_after(tables, as_at, s):
        excluded = short_term
        if not excluded and not is_12_months(tables, as_at, child, s):
            excluded = NOT_12_MONTHS
        met = any(is_asked(row, choice["numerator"]) for row in misusing.get(child, []))
        rows.append(judged(child, child, excluded=excluded, met=met))
    return rows


def is_of_school_age(born: date, s: date) -> bool:
    """From the fifth birthday to the June of the school year in which the sixteenth comes."""
    sixteen = birthday(born, 16)
    leaving_year = sixteen.year + 1 if sixteen.month >= 9 else sixteen.year
    return birthday(born, 5) <= s and (s.year, s.month) <= (leaving_year, 6)


def term_start(s: date) -> date:
    for month in (9, 4, 1):
        if s.month >= month:
            return date(s.year, month, 1)
    raise AssertionError(s)


@remembered
def education_plans(tables: Tables, as_at: date) -> dict[str, list[date]]:
    found: dict[str, list[date]] = {}
    for row in known(tables, "ext_personal_education_plan", as_at, "pep_date", "person_id"):
        on = day(row, "pep_date")
        if on is not None:
            found.setdefault(row["person_id"], []).append(on)
    return found


def education_plan_current(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    s = period.last
    for child, short_term in looked_after(tables, as_at, s):
        excluded = short_term
        born = births(tables, as_at).get(child)
        if born is not None and not is_of_school_age(born, s):
            excluded = excluded or "not of school age"
        if not excluded and s < add_wd(entry_of_current(tables, as_at, child, s), 10):
            excluded = "under 10 working days in care"
        unknown = NO_BIRTH if born is None else ""
        plans = education_plans(tables, as_at).get(child, [])
        met = not unknown and any(term_start(s) <= on <= s for on in plans)
        rows.append(judged(child, child, excluded=excluded, met=met, unknown=unknown))
    return rows


def deprived_of_liberty(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    s = period.last
    deprived = set()
    for row in known(tables, "ext_deprivation_of_liberty", as_at, "start_date", "person_id"):
        start, end = day(row, "start_date"), known_day(row, "end_date", as_at)
        if start is not None and start <= s and (end is None or end > s):
            deprived.add(row["person_id"])
    candidates = looked_after(tables, as_at, s)
    return [counted(child, child, excluded=why) for child, why in candidates if child in deprived]


def absences_that_count(tables: Tables, as_at: date, s: date) -> dict[str, set[str]]:
    """The types of each child's absences in the twelve months that began while it was looked after."""
    first = year_start(s)
    found: dict[str, set[str]] = {}
    own = "miss_missing_episode_start_date"
    for row in known(tables, "ssd_missing", as_at, own, "miss_person_id"):
        start, end = day(row, own), known_day(row, "miss_missing_episode_end_date", as_at)
        child = row["miss_person_id"]
        if start is None or start > s or not is_looked_after(tables, as_at, child, start):
            continue
        if start >= first or end is None or end > first:
            found.setdefault(child, set()).add(row["miss_missing_episode_type"])
    return found


def in_care_in_year(tables: Tables, as_at: date, s: date) -> Iterable[tuple[str, str]]:
    """Children with an episode in the twelve months, and why one is left out."""
    first = year_start(s)
    for child, episodes in episodes_by_child(tables, as_at).items():
        all_kept = kept_episodes(tables, as_at)[child]
        within = [e for e in episodes if e.start <= s and (e.end is None or e.end > first)]
        kept = [e for e in all_kept if e.start <= s and (e.end is None or e.end > first)]
        if within:
            yield child, "" if kept else SHORT_TERM


def went_missing(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    asked = {"missing": {"M"}, "away": {"A"}, "all": {"M", "A", ""}}[choice["kind"]]
    absences = absences_that_count(tables, as_at, period.last)
    for child, excluded in in_care_in_year(tables, as_at, period.last):
        types = absences.get(child, set())
        met = bool(types & asked)
        unknown = "type not recorded" if "" in types else ""
        rows.append(judged(child, child, excluded=excluded, met=met, unknown=unknown))
    return rows
