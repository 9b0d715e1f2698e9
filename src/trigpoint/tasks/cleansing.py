"""The data-cleansing log: of each check, what was open in each team, what had come and what had gone since the last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from trigpoint.store import Store
from trigpoint.tasks.check_quality import RECORDS
from trigpoint.tasks.known_findings import FINDINGS, Identity, identity


@dataclass(frozen=True)
class Cleansed:
    """One team at one check: `came` and `went` compare with the check before, and are empty at the first."""

    as_at: date
    team: str
    open: int
    came: int | None
    went: int | None


def cleansing(store: Path) -> list[Cleansed]:
    """A line for each team and as-at day, newest first; of several checks of a day the last.

    Only the rules of the records count: those of returns depend on which returns were checked. Raises StoreError."""
    days = sorted(_checks(store).items())
    found: list[Cleansed] = []
    for place, (day, now) in enumerate(days):
        before = days[place - 1][1] if place else None
        found += _compared(day, now, before)
    return sorted(found, key=lambda one: (-one.as_at.toordinal(), -one.open, one.team))


def _checks(store: Path) -> dict[date, dict[Identity, str]]:
    """What each as-at day's last check found: the team of each finding."""
    found: dict[date, dict[Identity, str]] = {}
    for entry in Store(store).entries(FINDINGS):
        days: dict[date, dict[Identity, str]] = {}
        for row in entry.read().to_pylist():
            day = days.setdefault(row["as_at"], {})
            if row["family"] == RECORDS:
                day[identity(row)] = row["team"] or ""
        found |= days
    return found


def _compared(day: date, now: dict[Identity, str], before: dict[Identity, str] | None) -> Iterator[Cleansed]:
    counts = Counter(now.values())
    if before is None:
        yield from (Cleansed(day, team, count, None, None) for team, count in counts.items())
        return
    came = Counter(team for one, team in now.items() if one not in before)
    went = Counter(team for one, team in before.items() if one not in now)
    for team in sorted({*counts, *came, *went}):
        yield Cleansed(day, team, counts[team], came[team], went[team])
