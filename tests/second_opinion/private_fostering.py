"""Private fostering arrangements and the visits to them (definition 17, N33)."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from .calendar_ import add_months
from .common import Choice, Row, Tables, counted, day, judged, known, known_day, remembered
from .periods import Period


@dataclass(frozen=True)
class Arrangement:
    id: str
    child: str
    aware: date
    end: date | None

    def is_open(self, s: date) -> bool:
        return self.aware <= s and (self.end is None or self.end > s)


@remembered
def arrangements(tables: Tables, as_at: date) -> list[Arrangement]:
    found = []
    for row in known(tables, "ext_private_fostering", as_at, "aware_on", "person_id"):
        aware = day(row, "aware_on")
        if aware is not None:
            end = known_day(row, "ended_on", as_at)
            found.append(Arrangement(row.get("arrangement_id", ""), row["person_id"], aware, end))
    return found


def how_many(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    if choice["cohort"] == "current":
        found = [one for one in arrangements(tables, as_at) if one.is_open(period.last)]
    else:
        found = [one for one in arrangements(tables, as_at) if period.holds(one.aware)]
    return [counted(one.id, one.child) for one in found]


@remembered
def visit_days(tables: Tables, as_at: date) -> dict[str, set[date]]:
    found: dict[str, set[date]] = {}
    for row in known(tables, "ext_private_fostering_visit", as_at, "visit_date"):
        on = day(row, "visit_date")
        if on is not None and row.get("arrangement_id", ""):
            found.setdefault(row.get("arrangement_id", ""), set()).add(on)
    return found


def is_candidate(one: Arrangement, period: Period) -> bool:
    if one.end is not None and one.end <= one.aware:
        return False
    if period.kind == "snapshot":
        return one.is_open(period.last)
    return one.aware <= period.last and (one.end is None or one.end > period.first)


def all_in_time(one: Arrangement, visited: set[date], last: date) -> bool:
    """Every gap, that to the last day too: 42 days where it begins in the first year, else 84."""
    until = min(last, one.end or last)
    within = [on for on in sorted(visited) if one.aware <= on <= until and (one.end is None or on < one.end)]
    moments = [one.aware, *within, until]
    for since, then in pairwise(moments):
        allowed = 42 if since < add_months(one.aware, 12) else 84
        if (then - since).days > allowed:
            return False
    return True


def visits_in_time(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for one in arrangements(tables, as_at):
        if is_candidate(one, period):
            visited = visit_days(tables, as_at).get(one.id, set())
            rows.append(judged(one.id, one.child, met=all_in_time(one, visited, period.last)))
    return rows
