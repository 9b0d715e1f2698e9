"""The parts of an authority: services, their teams with the days on which they exist, and the ids of the workers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq

from trigpoint.store import Snapshot, StoreError
from trigpoint.tasks.configure import Setting, configured
from trigpoint.tasks.stored import snapshot_of


@dataclass(frozen=True)
class Team:
    """A team and its service. `local` says that the council corrected what the records say; dates may be open."""

    name: str
    service: str = ""
    starts: date | None = None
    ends: date | None = None
    local: bool = False


@dataclass(frozen=True)
class Places:
    """What a role can be held for: names of services and teams, ids of workers."""

    teams: tuple[Team, ...] = ()
    services: tuple[str, ...] = ()
    workers: frozenset[str] = field(default=frozenset(), repr=False)


def places(store: Path) -> Places:
    """The parts that the newest snapshot and the council's own corrections name; nothing where nothing is loaded."""
    try:
        taken = snapshot_of(store)
    except StoreError:
        return Places()
    teams = {team.name: team for team in _recorded(taken)} | {team.name: team for team in corrected_teams(store)}
    found = tuple(sorted(teams.values(), key=lambda team: (team.service, team.name)))
    services = tuple(sorted({team.service for team in found if team.service}))
    return Places(found, services, frozenset(_workers(taken)))


def corrected_teams(store: Path) -> Iterable[Team]:
    """What the council corrected: teams with another service, or with days on which they begin and end."""
    found = configured(store, Setting.TEAMS)
    for row in found.rows if found else ():
        yield Team(row.key, row.value, row.starts, row.ends, local=True)


def _recorded(taken: Snapshot) -> Iterator[Team]:
    files = taken.tables.get("ssd_department", [])
    if files:
        columns = ["dept_team_id", "dept_team_name", "dept_team_parent_name"]
        for row in pq.read_table(files, columns=columns).to_pylist():
            yield Team(row["dept_team_name"] or row["dept_team_id"], row["dept_team_parent_name"] or "")


def _workers(taken: Snapshot) -> Iterator[str]:
    files = taken.tables.get("ssd_professionals", [])
    if files:
        ids = pq.read_table(files, columns=["prof_professional_id"])["prof_professional_id"].to_pylist()
        yield from (str(one) for one in ids)
