"""Starts and ends of care: started, ceased and why, adopted, back within a year (definition 34, N9, N14)."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from .calendar_ import ONE_DAY, add_months
from .care import Care, births, is_uasc, periods_of_care
from .care_states import NO_BIRTH, age_reached, legal_status, looked_after, why_unaccompanied
from .common import Choice, Row, Tables, counted, judged
from .periods import Period

NO_REASON = "no reason"
ADOPTED = ("E11", "E12")
GUARDIANSHIP = ("E43", "E44", "E45", "E46", "E47", "E48")
ARRANGEMENTS = ("E41",)
GROUPS = {
    "E11": "Adopted",
    "E12": "Adopted",
    "E13": "Left to live with people without parental responsibility",
    "E2": "Died",
    "E3": "Care taken over by another authority",
    "E4A": "Returned home, planned",
    "E4B": "Returned home, unplanned",
    "E41": "Child arrangements order",
    "E43": "Special guardianship order",
    "E44": "Special guardianship order",
    "E45": "Special guardianship order",
    "E46": "Special guardianship order",
    "E47": "Special guardianship order",
    "E48": "Special guardianship order",
    "E5": "Independent living",
    "E6": "Independent living",
    "E7": "Adult social care",
    "E9": "Sentenced to custody",
    "E14": "Remand accommodation ended",
    "E15": "Found to be 18 or over",
    "E16": "Moved abroad",
    "E17": "Stayed with carers at 18",
}


class Event(NamedTuple):
    """A start or an end of care."""

    child: str
    day: date
    episode: str
    reason: str
    number: int = 0


def all_care(tables: Tables, as_at: date) -> Iterable[tuple[int, Care]]:
    for periods in periods_of_care(tables, as_at).values():
        yield from enumerate(periods)


def starts(tables: Tables, as_at: date, period: Period) -> list[Event]:
    """Periods of care that began with reason S, or with none."""
    found = []
    for number, care in all_care(tables, as_at):
        first = care.episodes[0]
        if first.start_reason in ("", "S") and period.holds(care.entry):
            found.append(Event(care.child, care.entry, first.id, first.start_reason, number))
    return found


def ends(tables: Tables, as_at: date) -> list[Event]:
    """Periods of care that ended, with another reason than X1 or with none."""
    found = []
    for number, care in all_care(tables, as_at):
        last = care.episodes[-1]
        if last.end is not None and last.end_reason != "X1":
            found.append(Event(care.child, last.end, last.id, last.end_reason, number))
    return found


def first_of_each(events: list[Event]) -> list[Event]:
    found: dict[str, Event] = {}
    for event in sorted(events, key=lambda event: (event.day, event.episode)):
        found.setdefault(event.child, event)
    return list(found.values())


def last_of_each(events: list[Event]) -> list[Event]:
    found: dict[str, Event] = {}
    for event in sorted(events, key=lambda event: (event.day, event.episode)):
        found[event.child] = event
    return list(found.values())


def started(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    events = starts(tables, as_at, period)
    is_once = choice["level"] == "child"
    rows = []
    for event in first_of_each(events) if is_once else events:
        excluded = why_unaccompanied(tables, as_at, event.child, event.day, choice)
        unknown = "" if event.reason else NO_REASON
        rows.append(counted(event.child if is_once else event.episode, event.child, excluded=excluded, unknown=unknown))
    return rows


def unaccompanied(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    if choice["cohort"] == "starting":
        return unaccompanied_starts(tables, as_at, choice, period)
    rows = []
    for child, excluded in looked_after(tables, as_at, period.last):
        is_one = is_uasc(tables, as_at, child, period.last)
        if choice["form"] == "pct":
            rows.append(judged(child, child, excluded=excluded, met=is_one))
        elif is_one:
            rows.append(counted(child, child, excluded=excluded))
    return rows


def unaccompanied_starts(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for event in first_of_each(starts(tables, as_at, period)):
        is_one = is_uasc(tables, as_at, event.child, event.day)
        unknown = "" if event.reason else NO_REASON
        if choice["form"] == "pct":
            rows.append(judged(event.child, event.child, met=is_one and not unknown, unknown=unknown))
        else:
            excluded = "" if is_one else "not unaccompanied"
            rows.append(counted(event.child, event.child, excluded=excluded, unknown=unknown))
    return rows


def why_left_out(tables: Tables, as_at: date, event: Event, choice: Choice) -> str:
    on = event.day if choice.get("uasc_at") == "cease_date" else event.day - ONE_DAY
    return why_unaccompanied(tables, as_at, event.child, on, choice)


def last_ends(tables: Tables, as_at: date, period: Period) -> list[Event]:
    """The last end of each child in the period (N14)."""
    return last_of_each([event for event in ends(tables, as_at) if period.holds(event.day)])


def ceased(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for event in last_ends(tables, as_at, period):
        excluded = why_left_out(tables, as_at, event, choice)
        rows.append(counted(event.child, event.child, excluded=excluded, unknown="" if event.reason else NO_REASON))
    return rows


def ceased_as(*codes: str) -> Callable[[Tables, date, Choice, Period], list[Row]]:
    """The share of those who ceased whose reason is one of the codes."""

    def classify(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
        rows = []
        for event in last_ends(tables, as_at, period):
            excluded = why_left_out(tables, as_at, event, choice)
            unknown = "" if event.reason else NO_REASON
            met = event.reason in codes
            rows.append(judged(event.child, event.child, excluded=excluded, met=met, unknown=unknown))
        return rows

    return classify


def ceased_reasons(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for event in last_ends(tables, as_at, period):
        group = GROUPS.get(event.reason, "Other") if event.reason else ""
        rows.append(counted(event.child, event.child, category=group))
    return rows


def adopted(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    """A child once, counted when any of its ends in the period is an adoption."""
    codes = ("E12",) if choice["numerator"] == "consent_dispensed" else ADOPTED
    is_known: dict[str, bool] = {}
    for event in ends(tables, as_at):
        if period.holds(event.day) and event.reason in ("", *codes):
            is_known[event.child] = is_known.get(event.child, False) or event.reason in codes
    return [counted(child, child, unknown="" if known else NO_REASON) for child, known in is_known.items()]


def comes_back(tables: Tables, as_at: date, event: Event, limit: date) -> bool:
    later = periods_of_care(tables, as_at)[event.child][event.number + 1 :]
    return any(event.day <= care.episodes[0].start <= limit for care in later)


def reentries(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for event in ends(tables, as_at):
        limit = add_months(event.day, 12)
        if not period.holds(limit):
            continue
        excluded = "adopted" if event.reason in ADOPTED else ""
        if age_reached(tables, as_at, event.child, 18, event.day):
            excluded = excluded or "18 or over"
        unknown = "" if event.reason else NO_REASON
        if event.child not in births(tables, as_at):
            unknown = unknown or NO_BIRTH
        met = not unknown and comes_back(tables, as_at, event, limit)
        pending = not unknown and as_at <= limit
        rows.append(judged(event.episode, event.child, excluded=excluded, met=met, pending=pending, unknown=unknown))
    return rows


def legal_status_dist(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for child, excluded in looked_after(tables, as_at, period.last):
        status = legal_status(tables, as_at, child, period.last)
        rows.append(counted(child, child, excluded=excluded, category=status))
    return rows
