"""Early help: episodes open and started, steps down and up, decisions on requests, interventions of families."""

from dataclasses import dataclass
from datetime import date, timedelta

from .calendar_ import add_wd
from .common import YES, Choice, Row, Tables, by_key, counted, day, judged, known, known_day, remembered, smallest
from .people import unit_of
from .periods import Period
from .referrals import received_by_child

STAGES = (
    "initial_assessment",
    "core_assessment",
    "assessment",
    "cin",
    "contact",
    "family_support",
    "intensive_family_support",
)
STEP_UP = ("step up", "step-up", "stepped up", "stepped-up")


@dataclass(frozen=True)
class Episode:
    id: str
    child: str
    start: date | None
    end: date | None
    end_reason: str


@remembered
def episodes(tables: Tables, as_at: date) -> list[Episode]:
    found = []
    for row in known(tables, "ssd_early_help_episodes", as_at, "earl_episode_start_date", "earl_person_id"):
        end = known_day(row, "earl_episode_end_date", as_at)
        reason = row.get("earl_episode_end_reason", "")
        start = day(row, "earl_episode_start_date")
        found.append(Episode(row.get("earl_episode_id", ""), row["earl_person_id"], start, end, reason))
    return found


def open_at_end(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    s = period.last
    dated = [one for one in episodes(tables, as_at) if one.start is not None and one.start <= s]
    return [counted(one.id, one.child) for one in dated if one.end is None or one.end > s]


def started(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    return [counted(one.id, one.child) for one in episodes(tables, as_at) if period.holds(one.start)]


@remembered
def stages(tables: Tables, as_at: date) -> dict[str, str]:
    """The stage from which each early help episode was stepped down; empty where none is written."""
    found = {}
    rows = known(tables, "ext_early_help_step_down", as_at, "stepped_down_on")
    for episode, same in by_key(rows, lambda row: row.get("episode_id", "")).items():
        found[episode] = smallest(row.get("stepped_down_from", "").lower() for row in same) or ""
    return found


def step_downs(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for one in episodes(tables, as_at):
        stage = stages(tables, as_at).get(one.id)
        if stage is None or not period.holds(one.start):
            continue
        named = stage if stage in STAGES else "other"
        if choice["source"] in ("all", named):
            rows.append(counted(one.id, one.child))
    return rows


def step_ups(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for one in episodes(tables, as_at):
        if one.end is None or not period.holds(one.end):
            continue
        end, limit = one.end, one.end + timedelta(days=28)
        referred = [r.day for r in received_by_child(tables, as_at).get(one.child, []) if end <= r.day <= limit]
        says_so = any(words in one.end_reason.lower() for words in STEP_UP)
        unknown = "" if one.end_reason else "No reason for the end recorded"
        met = says_so or bool(referred)
        rows.append(judged(one.id, one.child, met=met, pending=as_at <= limit, unknown=unknown))
    return rows


def brokerage(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for row in known(tables, "ext_early_help_request", as_at, "received_on", "person_id"):
        received, decided = day(row, "received_on"), known_day(row, "decided_on", as_at)
        if period.holds(received if choice["cohort"] == "received" else decided):
            names = row.get("request_id", ""), row["person_id"]
            rows.append(decided_row(names, received, decided, choice, as_at, period))
    return rows


def decided_row(
    names: tuple[str, str],
    received: date | None,
    decided: date | None,
    choice: Choice,
    as_at: date,
    period: Period,
) -> Row:
    today = as_at
    if choice["as_of"] == "period_end":
        today = period.last
        decided = None if decided is not None and decided > today else decided
    if received is None:
        return Row(*names, "unknown", "No date received recorded")
    if decided is not None and decided < received:
        return Row(*names, "unknown", "Decided before it was received")
    limit = add_wd(received, 3)
    return judged(*names, met=decided is not None and decided <= limit, pending=today <= limit)


@dataclass(frozen=True)
class Intervention:
    """Episodes of one family that run into each other, in order of their start."""

    episodes: tuple[Episode, ...]

    @property
    def first(self) -> Episode:
        return self.episodes[0]

    @property
    def end(self) -> date | None:
        ends = [one.end for one in self.episodes if one.end is not None]
        return max(ends) if len(ends) == len(self.episodes) else None


def joins(before: list[Episode], one: Episode) -> bool:
    """Whether an episode belongs to the intervention so far."""
    assert one.start is not None
    if before[-1].start == one.start:
        return True
    return any(other.end is None or other.end > one.start for other in before)


@remembered
def interventions(tables: Tables, as_at: date) -> list[Intervention]:
    found = []
    by_family = by_key(episodes(tables, as_at), lambda one: unit_of(tables, as_at, one.child))
    for own in by_family.values():
        sound = [one for one in own if one.start is not None and (one.end is None or one.end >= one.start)]
        found += [Intervention((one,)) for one in own if one not in sound]
        together: list[Episode] = []
        for one in sorted(sound, key=lambda one: (one.start, one.id)):
            if together and not joins(together, one):
                found.append(Intervention(tuple(together)))
                together = []
            together.append(one)
        if together:
            found.append(Intervention(tuple(together)))
    return found


def lengths(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    every = interventions(tables, as_at)
    if choice["level"] == "child":
        every = [Intervention((one,)) for one in episodes(tables, as_at)]
    rows = []
    for one in every:
        start, end = one.first.start, one.end
        if end is None or not period.holds(end):
            continue
        if start is None:
            rows.append(counted(one.first.id, one.first.child, unknown="No start date recorded"))
        elif end < start:
            rows.append(counted(one.first.id, one.first.child, unknown="Ended before it started"))
        else:
            rows.append(counted(one.first.id, one.first.child, value=(end - start).days))
    return rows


@remembered
def outcomes(tables: Tables, as_at: date) -> dict[str, list[bool]]:
    """Whether the family improved, as each outcome of an episode says."""
    found: dict[str, list[bool]] = {}
    for row in tables["ext_family_outcome"]:
        improved = row.get("improved", "")
        if improved and row.get("episode_id", ""):
            found.setdefault(row["episode_id"], []).append(improved.upper() in YES)
    return found


def improved(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for one in interventions(tables, as_at):
        if period.holds(one.end):
            said = [yes for own in one.episodes for yes in outcomes(tables, as_at).get(own.id, [])]
            excluded = "" if said else "No outcome measure recorded"
            rows.append(judged(one.first.id, one.first.child, excluded=excluded, met=all(said)))
    return rows
