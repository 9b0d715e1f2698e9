"""caseload_average_sw (definition 42, N31)."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from .common import Choice, Record, Row, Tables, by_key, counted, day, known, known_day, remembered, smallest
from .periods import Period

CARE_TEAM_WORDS = ("in care", "looked after", "cared for")


class Professional(NamedTuple):
    registration: str
    fte: Decimal


@remembered
def professionals(tables: Tables, as_at: date) -> dict[str, Professional]:
    found = {}
    for worker, rows in by_key(tables["ssd_professionals"], lambda r: r.get("prof_professional_id", "")).items():
        registration = smallest(row.get("prof_social_worker_registration_no", "") for row in rows)
        written = [row.get("prof_full_time_equivalency", "") for row in rows]
        fte = smallest(Decimal(value) for value in written if value != "")
        found[worker] = Professional(registration or "", fte or Decimal(0))
    return found


@remembered
def families(tables: Tables, as_at: date) -> dict[str, str]:
    """The smallest family id of each child."""
    found = {}
    for child, rows in by_key(tables["ssd_family"], lambda row: row.get("fami_person_id", "")).items():
        family = smallest(row.get("fami_family_id", "") for row in rows)
        if family is not None:
            found[child] = family
    return found


@remembered
def care_teams(tables: Tables, as_at: date) -> set[str]:
    teams = set()
    for team, rows in by_key(tables["ssd_department"], lambda row: row.get("dept_team_id", "")).items():
        name = smallest(row.get("dept_team_name", "") for row in rows) or ""
        if any(words in name.lower() for words in CARE_TEAM_WORDS):
            teams.add(team)
    return teams


def is_open(involvement: Record, as_at: date, s: date) -> bool:
    start = day(involvement, "invo_involvement_start_date")
    end = known_day(involvement, "invo_involvement_end_date", as_at)
    return start is not None and start <= s and (end is None or end > s)


def case(tables: Tables, as_at: date, child: str, choice: Choice) -> tuple[str, str]:
    """What is counted once a worker: the child, or its family (a child without one is its own)."""
    family = families(tables, as_at).get(child) if choice["level"] == "family" else None
    return ("child", child) if family is None else ("family", family)


def held_cases(tables: Tables, as_at: date, choice: Choice, s: date) -> dict[str, set[tuple[str, str]]]:
    cases: dict[str, set[tuple[str, str]]] = {}
    for row in known(tables, "ssd_involvements", as_at, "invo_involvement_start_date", "invo_person_id"):
        worker = row.get("invo_professional_id", "")
        in_scope = choice["scope"] == "all" or row.get("invo_professional_team", "") in care_teams(tables, as_at)
        if worker and in_scope and is_open(row, as_at, s):
            cases.setdefault(worker, set()).add(case(tables, as_at, row["invo_person_id"], choice))
    return cases


def caseloads(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    found = []
    for worker, cases in held_cases(tables, as_at, choice, period.last).items():
        professional = professionals(tables, as_at).get(worker, Professional("", Decimal(0)))
        excluded = ""
        if not professional.registration:
            excluded = "not a registered social worker"
        elif professional.fte == 0:
            excluded = "no full-time equivalent"
        base = 1.0 if choice["by"] == "headcount" else float(professional.fte)
        found.append(counted(worker, "", excluded=excluded, value=len(cases), base=base))
    return found
