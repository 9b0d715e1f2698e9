"""Episodes, V3/V4, periods of care, UASC, and cla_at_period_end (C6 to C9, N7, N8, N10)."""

from dataclasses import dataclass
from datetime import date

from .calendar_ import birthday
from .common import Choice, Record, Row, Tables, by_key, counted, day, known, known_day, remembered, smallest
from .periods import Period

SHORT_TERM_SERIES = ("V3", "V4")


@dataclass(frozen=True)
class Episode:
    id: str
    child: str
    start: date
    end: date | None
    start_reason: str
    end_reason: str
    cla_id: str
    entered: date | None
    placement: str

    def is_open(self, s: date) -> bool:
        return self.start <= s and (self.end is None or self.end > s)


@dataclass(frozen=True)
class Care:
    """One period of care: its episodes in order, at least one."""

    child: str
    episodes: tuple[Episode, ...]

    @property
    def entry(self) -> date:
        return self.episodes[0].entered or self.episodes[0].start

    @property
    def end(self) -> date | None:
        last = self.episodes[-1]
        return None if last.end_reason == "X1" else last.end

    @property
    def cla_ids(self) -> list[str]:
        return [episode.cla_id for episode in self.episodes if episode.cla_id]


def episode_of(row: Record, start: date, as_at: date) -> Episode:
    end = known_day(row, "clae_cla_episode_ceased_date", as_at)
    ceases_later = end is None and day(row, "clae_cla_episode_ceased_date") is not None
    return Episode(
        id=row.get("clae_cla_episode_id", ""),
        child=row["clae_person_id"],
        start=start,
        end=end,
        start_reason=row.get("clae_cla_episode_start_reason", ""),
        end_reason="" if ceases_later else row.get("clae_cla_episode_ceased_reason", ""),
        cla_id=row.get("clae_cla_id", ""),
        entered=day(row, "clae_entered_care_date"),
        placement=row.get("clae_cla_placement_id", ""),
    )


@remembered
def episodes_by_child(tables: Tables, as_at: date) -> dict[str, list[Episode]]:
    """Every child's episodes by start, end (open last), id; an episode without start stands nowhere (N3)."""
    found = []
    for row in known(tables, "ssd_cla_episodes", as_at, "clae_cla_episode_start_date", "clae_person_id"):
        start = day(row, "clae_cla_episode_start_date")
        if start is not None:
            found.append(episode_of(row, start, as_at))
    found.sort(key=lambda episode: (episode.start, episode.end or date.max, episode.id))
    return by_key(found, lambda episode: episode.child)


@remembered
def short_term_spells(tables: Tables, as_at: date) -> dict[str, list[tuple[date, date]]]:
    """Each child's V3/V4 legal statuses as (start, end), open ends far away; without a start they overlap nothing."""
    spells: dict[str, list[tuple[date, date]]] = {}
    for row in known(tables, "ssd_legal_status", as_at, "lega_legal_status_start_date", "lega_person_id"):
        start = day(row, "lega_legal_status_start_date")
        end = known_day(row, "lega_legal_status_end_date", as_at) or date.max
        if row.get("lega_legal_status", "") in SHORT_TERM_SERIES and start is not None:
            spells.setdefault(row["lega_person_id"], []).append((start, end))
    return spells


def is_dropped(tables: Tables, as_at: date, episode: Episode) -> bool:
    """A V3/V4 status and the episode share a day, ends exclusive (N7)."""
    for start, end in short_term_spells(tables, as_at).get(episode.child, []):
        if max(start, episode.start) < min(end, episode.end or date.max):
            return True
    return False


@remembered
def kept_episodes(tables: Tables, as_at: date) -> dict[str, list[Episode]]:
    kept = {}
    for child, episodes in episodes_by_child(tables, as_at).items():
        kept[child] = [episode for episode in episodes if not is_dropped(tables, as_at, episode)]
    return kept


def begins_new_care(before: Episode, episode: Episode) -> bool:
    """N10: on S, after a cease reason other than X1, on another cla id (both present)."""
    ceased = before.end_reason not in ("", "X1")
    other_id = "" not in (before.cla_id, episode.cla_id) and before.cla_id != episode.cla_id
    return episode.start_reason == "S" or ceased or other_id


@remembered
def dropped_cla_ids(tables: Tables, as_at: date) -> set[str]:
    """The cla ids of episodes in a V3/V4 series."""
    ids = set()
    for episodes in episodes_by_child(tables, as_at).values():
        for episode in episodes:
            if episode.cla_id and is_dropped(tables, as_at, episode):
                ids.add(episode.cla_id)
    return ids


@remembered
def periods_of_care(tables: Tables, as_at: date) -> dict[str, list[Care]]:
    found: dict[str, list[Care]] = {}
    for child, episodes in kept_episodes(tables, as_at).items():
        chains: list[list[Episode]] = []
        for episode in episodes:
            if chains and not begins_new_care(chains[-1][-1], episode):
                chains[-1].append(episode)
            else:
                chains.append([episode])
        found[child] = [Care(child, tuple(chain)) for chain in chains]
    return found


def current_care(tables: Tables, as_at: date, child: str, s: date) -> Care:
    """The period that holds the episode open at S; of two open episodes the later start, then the larger id."""
    open_episodes = [e for e in kept_episodes(tables, as_at)[child] if e.is_open(s)]
    current = max(open_episodes, key=lambda episode: (episode.start, episode.id))
    for care in periods_of_care(tables, as_at)[child]:
        if any(episode is current for episode in care.episodes):
            return care
    raise AssertionError(current)


@remembered
def births(tables: Tables, as_at: date) -> dict[str, date]:
    people = by_key(tables["ssd_person"], lambda row: row.get("pers_person_id", ""))
    dates = {child: smallest(day(row, "pers_dob") for row in rows) for child, rows in people.items()}
    return {child: born for child, born in dates.items() if born is not None}


def says_uasc(status: str) -> bool:
    return status.upper() == "UASC" or "unaccompanied asylum" in status.lower()


@remembered
def uasc_spells(tables: Tables, as_at: date) -> dict[str, list[tuple[date, date]]]:
    """N8: no start date is since ever; no end is open."""
    spells: dict[str, list[tuple[date, date]]] = {}
    own = "immi_immigration_status_start_date"
    for row in known(tables, "ssd_immigration_status", as_at, own, "immi_person_id"):
        if says_uasc(row.get("immi_immigration_status", "")):
            end = known_day(row, "immi_immigration_status_end_date", as_at)
            spells.setdefault(row["immi_person_id"], []).append((day(row, own) or date.min, end or date.max))
    return spells


def is_uasc(tables: Tables, as_at: date, child: str, on: date) -> bool:
    born = births(tables, as_at).get(child)
    if born is not None and on >= birthday(born, 18):
        return False
    return any(start <= on < end for start, end in uasc_spells(tables, as_at).get(child, []))


@remembered
def children_in_care_once(tables: Tables, as_at: date) -> list[str]:
    return sorted(episodes_by_child(tables, as_at))


def why_not_looked_after(tables: Tables, as_at: date, child: str, s: date, choice: Choice) -> str | None:
    """Empty for a looked-after child, the reason for one left out, None for a child who is no candidate."""
    if not any(episode.is_open(s) for episode in episodes_by_child(tables, as_at)[child]):
        return None
    if not any(episode.is_open(s) for episode in kept_episodes(tables, as_at)[child]):
        return "short-term series"
    if choice["uasc"] == "exc" and is_uasc(tables, as_at, child, s):
        return "unaccompanied asylum-seeking child"
    return ""


def at_period_end(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for child in children_in_care_once(tables, as_at):
        why_not = why_not_looked_after(tables, as_at, child, period.last, choice)
        if why_not is not None:
            rows.append(counted(child, child, excluded=why_not))
    return rows
