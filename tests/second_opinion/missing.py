"""Children who went missing: their episodes, and those who did so again and again (N29)."""

from dataclasses import dataclass
from datetime import date, timedelta

from .calendar_ import add_months
from .care import kept_episodes
from .common import Choice, Row, Tables, counted, day, flag, judged, known, known_day, remembered
from .periods import Period

TYPES = {"missing": ("M",), "away": ("A",), "all": ("M", "A")}


@dataclass(frozen=True)
class Absence:
    id: str
    child: str
    start: date | None
    end: date | None
    type: str
    offered: str
    is_offered: bool
    accepted: str
    is_accepted: bool


def in_order(absence: Absence) -> tuple[object, ...]:
    """By start, missing last; then end, open first, then the latest first; then id."""
    end = (0, 0) if absence.end is None else (1, -absence.end.toordinal())
    return absence.start or date.max, *end, absence.id


@remembered
def absences(tables: Tables, as_at: date) -> dict[str, list[Absence]]:
    children: dict[str, list[Absence]] = {}
    for row in known(tables, "ssd_missing", as_at, "miss_missing_episode_start_date", "miss_person_id"):
        absence = Absence(
            id=row.get("miss_table_id", ""),
            child=row["miss_person_id"],
            start=day(row, "miss_missing_episode_start_date"),
            end=known_day(row, "miss_missing_episode_end_date", as_at),
            type=row.get("miss_missing_episode_type", ""),
            offered=row.get("miss_missing_rhi_offered", ""),
            is_offered=flag(row, "miss_missing_rhi_offered"),
            accepted=row.get("miss_missing_rhi_accepted", ""),
            is_accepted=flag(row, "miss_missing_rhi_accepted"),
        )
        children.setdefault(absence.child, []).append(absence)
    for own in children.values():
        own.sort(key=in_order)
    return children


def not_continuations(ordered: list[Absence]) -> list[Absence]:
    """Those that do not begin before the end of one before them in the order."""
    kept = []
    latest = date.min
    for absence in ordered:
        if absence.start is None or absence.start >= latest:
            kept.append(absence)
        latest = max(latest, absence.end or date.max)
    return kept


def begun(absences_of_child: list[Absence], kind: str) -> list[Absence]:
    """The episodes of a child, overlaps merged: among all of them, or each type by itself."""
    if kind == "all":
        return not_continuations(absences_of_child)
    found = []
    for each_type in sorted({absence.type for absence in absences_of_child}):
        found += not_continuations([absence for absence in absences_of_child if absence.type == each_type])
    return found


def was_looked_after(tables: Tables, as_at: date, child: str, on: date) -> bool:
    return any(episode.is_open(on) for episode in kept_episodes(tables, as_at).get(child, []))


def why_not(tables: Tables, as_at: date, absence: Absence, kind: str, scope: str) -> str:
    """Why an episode is left out; a start that is missing says nothing of care."""
    if absence.type and absence.type not in TYPES[kind]:
        return "another type of absence"
    if scope == "cla" and absence.start and not was_looked_after(tables, as_at, absence.child, absence.start):
        return "not looked after on the day it began"
    return ""


def episodes(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for child, own in absences(tables, as_at).items():
        for absence in begun(own, choice["kind"]):
            if period.holds(absence.start):
                excluded = why_not(tables, as_at, absence, choice["kind"], choice["scope"])
                unknown = "" if absence.type or choice["kind"] == "all" else "no type"
                rows.append(counted(absence.id, child, excluded=excluded, unknown=unknown))
    return rows


def repeated(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    s = period.last
    lookback = s - timedelta(days=89) if choice["lookback"] == "90d" else add_months(s.replace(day=1), -11)
    for child, own in absences(tables, as_at).items():
        starts = []
        for absence in begun(own, "missing"):
            is_kept = absence.type == "M" and not why_not(tables, as_at, absence, "missing", "cla")
            if is_kept and absence.start is not None:
                starts.append(absence.start)
        if any(period.holds(start) for start in starts):
            times = len([start for start in starts if lookback <= start <= s])
            rows.append(judged(child, child, met=times >= int(choice["at_least"])))
    return rows
