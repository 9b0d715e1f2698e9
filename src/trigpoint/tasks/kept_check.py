"""A check of data quality, made once for a snapshot and kept beside its views, so that a page need not wait for it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from trigpoint.store import Store
from trigpoint.tasks.check_quality import RECORDS, check_quality
from trigpoint.tasks.check_records import EFFECTS
from trigpoint.tasks.known_findings import ACCEPTED, FINDINGS, marked, remember
from trigpoint.tasks.progress import Progress, silent
from trigpoint.tasks.stored import snapshot_of

_OUTCOMES = pa.schema(
    [(name, pa.string()) for name in ("where", "family", "rule", "title", "severity", "outcome", "reason")]
)
_PARTS = ("worklist", "outcomes", "effects")


@dataclass(frozen=True, eq=False)
class KeptCheck:
    """What a check of the rules of the records found in a snapshot. It is shared: its rows are read, never changed.

    `findings` are rows of the worklist as people have marked them since; `rules` has a row a rule and table with its
    outcome; `effects` are rows of `check_records.EFFECTS`.
    """

    snapshot: str
    as_at: date
    findings: Sequence[dict[str, Any]]
    rules: Sequence[dict[str, Any]]
    effects: Sequence[dict[str, Any]]


def keep_check(store: Path, snapshot: str = "", *, effects: bool = True, progress: Progress = silent) -> KeptCheck:
    """Check the records of a snapshot and keep what was found; what was kept before is given back.

    Raises what `check_quality` raises.
    """
    taken = snapshot_of(store, snapshot)
    if found := kept_check(store, taken.id):
        return found
    done = check_quality(store, [RECORDS], snapshot=taken.id, effects=effects, progress=progress)
    remember(done.worklist.to_pylist(), store, taken.id, done.as_at)
    outcomes = [{name: getattr(one, name) for name in _OUTCOMES.names} for one in done.outcomes]
    tables = {
        "worklist": done.worklist,
        "outcomes": pa.Table.from_pylist(outcomes, _OUTCOMES),
        "effects": EFFECTS.empty_table() if done.effects is None else done.effects,
    }
    for part in reversed(_PARTS):  # the worklist last: where it stands, all stand
        table = tables[part]
        taken.put_view(_name(part), lambda path, table=table: pq.write_table(table, path))  # type: ignore[misc]
    kept = kept_check(store, taken.id)
    assert kept is not None
    return kept


def kept_check(store: Path, snapshot: str = "") -> KeptCheck | None:
    """The check that is kept for a snapshot, with what people accepted since; None where there is none."""
    taken = snapshot_of(store, snapshot)
    if not (taken.views_dir / _name("worklist")).exists():
        return None
    said = tuple(entry.hash for kind in (FINDINGS, ACCEPTED) for entry in Store(store).entries(kind))
    return _kept(store, taken.views_dir, taken.id, date.fromisoformat(taken.manifest["as_at"]), said)


@lru_cache(maxsize=4)
def _kept(store: Path, folder: Path, snapshot: str, as_at: date, said: tuple[str, ...]) -> KeptCheck:
    """`said` are the entries that rows are marked by: what is kept of them is old when there are others."""
    del said
    parts = {part: _read(folder / _name(part)) for part in _PARTS}
    return KeptCheck(
        snapshot, as_at, list(marked(parts["worklist"], store, as_at)), parts["outcomes"], parts["effects"]
    )


def _read(path: Path) -> list[dict[str, Any]]:
    return pq.read_table(path, partitioning=None).to_pylist()


def _name(part: str) -> str:
    return f"quality-{part}-{hashlib.sha256(version('trigpoint').encode()).hexdigest()[:8]}.parquet"
