"""What needs doing: open work on the as-at day of a snapshot, calculated once and kept beside its views."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from trigpoint.engine.work_due import work_due as calculated
from trigpoint.language.work import Work
from trigpoint.store import Snapshot
from trigpoint.tasks.opened import engine_on
from trigpoint.tasks.progress import Progress, silent
from trigpoint.tasks.stored import snapshot_of
from trigpoint.work import WORK


@dataclass(frozen=True)
class WorkDue:
    """Open work as at a day: `rows` are those of `engine.work_due`, `kinds` the kinds whose records are collected."""

    snapshot: str
    as_at: date
    rows: pa.Table
    kinds: tuple[Work, ...]


def work_due(store: Path, snapshot: str = "", progress: Progress = silent) -> WorkDue:
    """The open work of a snapshot, found now where it is not kept. Raises StoreError and EngineError."""
    taken = snapshot_of(store, snapshot)
    if not (taken.views_dir / _name()).exists():
        progress("finding what needs doing")
        table = calculated(engine_on(taken), WORK.values())
        taken.put_view(_name(), lambda path: pq.write_table(table, path))
    kept = kept_work(store, taken.id)
    assert kept is not None
    return kept


def kept_work(store: Path, snapshot: str = "") -> WorkDue | None:
    """The open work that is kept for a snapshot; None where it was not found yet. Raises StoreError."""
    taken = snapshot_of(store, snapshot)
    if not (taken.views_dir / _name()).exists():
        return None
    collected = [set(tables) for tables in taken.manifest["collected"].values()]
    kinds = tuple(work for work in WORK.values() if any(tables.issuperset(work.needs) for tables in collected))
    return WorkDue(taken.id, _as_at(taken), _read(taken.views_dir / _name()), kinds)


@lru_cache(maxsize=4)
def _read(path: Path) -> pa.Table:
    return pq.read_table(path, partitioning=None)


def _as_at(snapshot: Snapshot) -> date:
    return date.fromisoformat(snapshot.manifest["as_at"])


def _name() -> str:
    """A name that changes with the software and with what is declared."""
    said = (
        f"{version('trigpoint')} {[(work.id, repr(work.where), repr(work.by), work.lapses) for work in WORK.values()]}"
    )
    return f"work-{hashlib.sha256(said.encode()).hexdigest()[:12]}.parquet"
