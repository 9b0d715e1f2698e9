"""What audits are drawn from, and the draw: random, recorded, and the same for everyone who repeats it."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from trigpoint.tasks.allocated import allocated
from trigpoint.tasks.audit_scheme import WORK_TYPES
from trigpoint.tasks.list_cases import cases
from trigpoint.tasks.stored import last_whole_month, snapshot_of


def frame(store: Path, work_type: str, snapshot: str = "") -> list[dict[str, Any]]:
    """Every child whose work could be drawn, once: `authority, child_id`. Raises LibraryError and StoreError."""
    taken = snapshot_of(store, snapshot)
    chosen = next(one for one in WORK_TYPES if one.id == work_type)
    if not chosen.measure:
        pairs = set(allocated(taken))
    else:
        end = last_whole_month(taken)
        found = cases(store, chosen.measure, chosen.period_type, end, ["counted", "met"], snapshot=taken.id)
        pairs = {(str(row["authority"]), str(row["child_id"] or "")) for row in found.to_pylist()}
    return [{"authority": authority, "child_id": child} for authority, child in sorted(pairs) if child]


def drawn(rows: Sequence[Mapping[str, Any]], size: int, seed: str, *, each_team: bool = False) -> list[dict[str, Any]]:
    """So many of the rows, at random: those whose SHA-256 of seed and case number comes first.

    The order depends on nothing else, so who has the seed and the list can draw again. With `each_team` the teams take
    turns, so that none is left out while another has two more.
    """
    placed = sorted((dict(row) for row in rows), key=lambda row: _lot(seed, row))
    if not each_team:
        return placed[:size]
    return list(_in_turn(placed))[:size]


def _in_turn(rows: Iterable[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    teams: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        teams[row.get("team", "")].append(row)
    while any(teams.values()):
        yield from (mine.pop(0) for mine in list(teams.values()) if mine)


def _lot(seed: str, row: Mapping[str, Any]) -> str:
    return hashlib.sha256(f"{seed}:{row['authority']}:{row['child_id']}".encode()).hexdigest()
