"""What is asked of children looked after at a day: who they are, where they are, whether they were so all year."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from .calendar_ import add_months, birthday
from .care import (
    Care,
    Episode,
    births,
    children_in_care_once,
    current_care,
    episodes_by_child,
    is_dropped,
    is_uasc,
    kept_episodes,
)
from .common import Choice, Tables, by_key, day, known, known_day, remembered

SHORT_TERM = "short-term series"
UNACCOMPANIED = "unaccompanied asylum-seeking child"
NO_BIRTH = "no date of birth"


def year_start(s: date) -> date:
    """The first day of the month 11 months before."""
    return add_months(s.replace(day=1), -11)


def open_kept(tables: Tables, as_at: date, child: str, on: date) -> list[Episode]:
    return [episode for episode in kept_episodes(tables, as_at).get(child, []) if episode.is_open(on)]


def is_looked_after(tables: Tables, as_at: date, child: str, on: date) -> bool:
    return bool(open_kept(tables, as_at, child, on))


def looked_after(tables: Tables, as_at: date, s: date) -> Iterator[tuple[str, str]]:
    """Children with an episode open at S, and why a child is left out when all those are in short-term series."""
    for child in children_in_care_once(tables, as_at):
        if any(episode.is_open(s) for episode in episodes_by_child(tables, as_at)[child]):
            yield child, "" if is_looked_after(tables, as_at, child, s) else SHORT_TERM


def why_unaccompanied(tables: Tables, as_at: date, child: str, on: date, choice: Choice) -> str:
    return UNACCOMPANIED if choice.get("uasc") == "exc" and is_uasc(tables, as_at, child, on) else ""


def current_episode(tables: Tables, as_at: date, child: str, s: date) -> Episode | None:
    """Of the kept episodes open at S, else of the others: the later start, then the larger id, then the later place."""
    open_now = open_kept(tables, as_at, child, s)
    if not open_now:
        open_now = [episode for episode in episodes_by_child(tables, as_at).get(child, []) if episode.is_open(s)]
    current: Episode | None = None
    for episode in open_now:
        if current is None or (episode.start, episode.id) >= (current.start, current.id):
            current = episode
    return current


def entry_of_current(tables: Tables, as_at: date, child: str, s: date) -> date:
    care: Care = current_care(tables, as_at, child, s)
    return care.entry


def breaks(episodes: list[Episode]) -> list[bool]:
    """For each episode in order: whether it starts after every earlier one had ended."""
    found = []
    latest = date.max  # the first episode is no break
    for position, episode in enumerate(episodes):
        found.append(position > 0 and episode.start > latest)
        end = episode.end or date.max
        latest = end if position == 0 else max(latest, end)
    return found


def begins_anew(episodes: list[Episode]) -> list[date]:
    """The days on which care began: the first episode's start, and each start after a day at home."""
    after_home = breaks(episodes)
    return [e.start for place, e in enumerate(episodes) if place == 0 or after_home[place]]


def is_12_months(tables: Tables, as_at: date, child: str, s: date) -> bool:
    """Looked after all the twelve months (C8)."""
    first = year_start(s)
    kept = kept_episodes(tables, as_at).get(child, [])
    if not any(episode.is_open(s) for episode in kept):
        return False
    spoiling = begins_anew(kept)
    spoiling += [episode.start for episode in kept if episode.start_reason == "S"]
    spoiling += [e.end for e in kept if e.end is not None and e.end_reason not in ("", "X1")]
    if any(first < on <= s for on in spoiling):
        return False
    for episode in episodes_by_child(tables, as_at)[child]:
        in_year = episode.start <= s and (episode.end is None or episode.end > first)
        if in_year and is_dropped(tables, as_at, episode):
            return False
    return True


def age_reached(tables: Tables, as_at: date, child: str, age: int, on: date) -> bool | None:
    """Whether the birthday has come by the day; nothing without a date of birth."""
    born = births(tables, as_at).get(child)
    return None if born is None else birthday(born, age) <= on


class Status(NamedTuple):
    code: str
    start: date
    end: date | None

    def is_open(self, on: date) -> bool:
        return self.start <= on and (self.end is None or self.end > on)


@remembered
def legal_statuses(tables: Tables, as_at: date) -> dict[str, list[Status]]:
    """Each child's legal statuses that have a code and a start."""
    found: dict[str, list[Status]] = {}
    for row in known(tables, "ssd_legal_status", as_at, "lega_legal_status_start_date", "lega_person_id"):
        start = day(row, "lega_legal_status_start_date")
        if row["lega_legal_status"] and start is not None:
            end = known_day(row, "lega_legal_status_end_date", as_at)
            found.setdefault(row["lega_person_id"], []).append(Status(row["lega_legal_status"], start, end))
    return found


def legal_status(tables: Tables, as_at: date, child: str, s: date) -> str:
    """Of several open the latest start, then the smallest code."""
    open_now = [status for status in legal_statuses(tables, as_at).get(child, []) if status.is_open(s)]
    by_start = by_key(open_now, lambda status: status.start.isoformat())
    return min(status.code for status in by_start[max(by_start)]) if by_start else ""
