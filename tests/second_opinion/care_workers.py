"""Social workers of children looked after, and the caseloads of reviewing officers (definitions 22, 23; N20)."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from .calendar_ import add_months
from .care import is_uasc
from .care_states import entry_of_current, is_looked_after, looked_after, why_unaccompanied, year_start
from .caseload import Professional, professionals
from .common import Choice, Row, Tables, by_key, counted, day, judged, known, known_day, remembered, smallest
from .periods import Period
from .plans import plans_by_child

SOCIAL_WORKER = ("allocated case worker", "allocated social worker", "social worker")
Identity = tuple[str, str]


class Allocation(NamedTuple):
    worker: str
    child: str
    role: str
    start: date
    end: date | None

    def is_open(self, on: date) -> bool:
        return self.start <= on and (self.end is None or self.end > on)


@remembered
def allocations(tables: Tables, as_at: date) -> list[Allocation]:
    found = []
    for row in known(tables, "ssd_involvements", as_at, "invo_involvement_start_date", "invo_person_id"):
        start = day(row, "invo_involvement_start_date")
        if start is not None and row["invo_professional_id"]:
            end = known_day(row, "invo_involvement_end_date", as_at)
            role = row["invo_professional_role_id"].lower()
            found.append(Allocation(row["invo_professional_id"], row["invo_person_id"], role, start, end))
    return found


@remembered
def allocations_by_child(tables: Tables, as_at: date) -> dict[str, list[Allocation]]:
    return by_key(allocations(tables, as_at), lambda allocation: allocation.child)


@remembered
def identities(tables: Tables, as_at: date) -> dict[str, Identity]:
    """Who a professional id is: its registration number, else its staff id (N20)."""
    found: dict[str, Identity] = {}
    for worker, rows in by_key(tables["ssd_professionals"], lambda row: row["prof_professional_id"]).items():
        registration = smallest(row["prof_social_worker_registration_no"] for row in rows)
        staff = smallest(row["prof_staff_id"] for row in rows)
        if registration:
            found[worker] = ("registration", registration)
        elif staff:
            found[worker] = ("staff", staff)
    return found


def identity(tables: Tables, as_at: date, worker: str) -> Identity:
    return identities(tables, as_at).get(worker, ("professional", worker))


def reviews_children(role: str) -> bool:
    return role == "iro" or "independent reviewing" in role


def is_social_worker(role: str) -> bool:
    return role in SOCIAL_WORKER


def is_lead_worker(role: str) -> bool:
    return not reviews_children(role) and "chair" not in role


def three_social_workers(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    s, first = period.last, year_start(period.last)
    for child, excluded in looked_after(tables, as_at, s):
        workers = set()
        for allocation in allocations_by_child(tables, as_at).get(child, []):
            in_year = allocation.start <= s and (allocation.end is None or allocation.end > first)
            if in_year and is_social_worker(allocation.role):
                workers.add(identity(tables, as_at, allocation.worker))
        rows.append(judged(child, child, excluded=excluded, met=len(workers) >= 3))
    return rows


def unbroken(spells: list[Allocation]) -> list[tuple[date, date]]:
    """Times as (start, end) in which one allocation begins by the end of the last."""
    found: list[tuple[date, date]] = []
    for spell in sorted(spells, key=lambda spell: spell.start):
        end = spell.end or date.max
        if found and spell.start <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((spell.start, end))
    return found


def has_one_worker(tables: Tables, as_at: date, child: str, s: date, asked: Callable[[str], bool]) -> bool:
    by_worker: dict[Identity, list[Allocation]] = {}
    for allocation in allocations_by_child(tables, as_at).get(child, []):
        if asked(allocation.role) and (allocation.end is None or allocation.end > allocation.start):
            by_worker.setdefault(identity(tables, as_at, allocation.worker), []).append(allocation)
    since = add_months(s, -12)
    times = [time for spells in by_worker.values() for time in unbroken(spells)]
    return any(start <= since and end > s for start, end in times)


def same_worker(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    s = period.last
    asked = is_lead_worker if choice["staff"] == "all" else is_social_worker
    for child, short_term in looked_after(tables, as_at, s):
        excluded = short_term
        if not excluded and s < add_months(entry_of_current(tables, as_at, child, s), 18):
            excluded = "under 18 months in care"
        excluded = excluded or why_unaccompanied(tables, as_at, child, s, choice)
        met = has_one_worker(tables, as_at, child, s, asked)
        rows.append(judged(child, child, excluded=excluded, met=met))
    return rows


def is_on_own_plan(tables: Tables, as_at: date, child: str, s: date) -> bool:
    return any(plan.is_open(s) and not plan.other_authority for plan in plans_by_child(tables, as_at).get(child, []))


def chaired(tables: Tables, as_at: date, worker: str, s: date) -> set[str]:
    """Children on a plan whom the worker chairs for."""
    found = set()
    for allocation in allocations(tables, as_at):
        chairs = "chair" in allocation.role and not reviews_children(allocation.role)
        is_theirs = allocation.worker == worker and chairs and allocation.is_open(s)
        if is_theirs and is_on_own_plan(tables, as_at, allocation.child, s):
            found.add(allocation.child)
    return found


def reviewing_officers(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    s = period.last
    reviewed: dict[str, set[str]] = {}
    for allocation in allocations(tables, as_at):
        is_theirs = reviews_children(allocation.role) and allocation.is_open(s)
        if is_theirs and is_looked_after(tables, as_at, allocation.child, s):
            reviewed.setdefault(allocation.worker, set()).add(allocation.child)
    rows = []
    for worker, children in reviewed.items():
        cases = set(children)
        if choice["uasc"] == "exc":
            cases = {child for child in cases if not is_uasc(tables, as_at, child, s)}
        if choice["cp_chairing"] == "include":
            cases |= chaired(tables, as_at, worker, s)
        fte = professionals(tables, as_at).get(worker, Professional("", Decimal(0))).fte
        excluded = "" if fte else "no full-time equivalent"
        rows.append(counted(worker, "", excluded=excluded, value=len(cases), base=float(fte)))
    return rows
