"""What changed between two loads, and which figures it moved."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from trigpoint.engine import changes as engine
from trigpoint.engine.backends import DuckDB
from trigpoint.store import Snapshot, Store, StoreError
from trigpoint.tasks.calculate import figures
from trigpoint.tasks.progress import Progress, silent
from trigpoint.tasks.stored import last_whole_month, snapshot_of

_SAME = ("authority", "measure", "variant", "period_type", "period_end")
_HELD = ("numerator", "denominator", "value", "reason")


@dataclass(frozen=True)
class Changes:
    """Records that differ (`engine.changes.SCHEMA`) and figures that do, the same period in both snapshots."""

    before: Snapshot
    after: Snapshot
    records: pa.Table
    moved: pa.Table

    def in_words(self) -> list[str]:
        """How many records of each table appeared, vanished or changed."""
        counted = Counter(zip(self.records["table"].to_pylist(), self.records["change"].to_pylist(), strict=True))
        tables = dict.fromkeys(self.records["table"].to_pylist())
        said = [f"From {self.before.id} to {self.after.id} {self.records.num_rows:,} records differ."]
        for table in tables:
            parts = [f"{counted[table, how]:,} {how}" for how in ("appeared", "vanished", "changed")]
            said.append(f"  {table}: {', '.join(parts)}")
        return said


def changes(
    store: Path,
    before: str = "",
    after: str = "",
    *,
    with_figures: bool = False,
    measures: Sequence[str] = (),
    progress: Progress = silent,
) -> Changes:
    """Hold one snapshot against an earlier one: by default the newest against the one before it.

    With figures, every headline figure of the last month that was complete in the earlier snapshot is calculated on
    both. Raises StoreError when there is no earlier snapshot, and LibraryError.
    """
    new = snapshot_of(store, after)
    old = snapshot_of(store, before) if before else _before(store, new)
    backend = DuckDB()
    tables = engine.changed_tables(old.tables, new.tables)
    found = []
    with tempfile.TemporaryDirectory(prefix="trigpoint-") as home:
        backend.start(Path(home))
        for done, table in enumerate(tables):
            progress(f"comparing {table}", done, len(tables))
            found.append(engine.changes(backend, table, old.tables, new.tables))
    records = pa.concat_tables([engine.SCHEMA.empty_table(), *found])
    moved = _moved(store, old, new, measures, progress) if with_figures else _table([])
    return Changes(old, new, records, moved)


def _before(store: Path, new: Snapshot) -> Snapshot:
    earlier = [one for one in Store(store).snapshots() if one.id < new.id]
    if not earlier:
        raise StoreError(f"{store} holds no snapshot before {new.id}: load again, then ask what changed.")
    return earlier[-1]


def _moved(store: Path, old: Snapshot, new: Snapshot, measures: Sequence[str], progress: Progress) -> pa.Table:
    to = last_whole_month(old)
    sides = [
        figures(store, measures, (), to, 1, (), "headline", snapshot=one.id, progress=progress) for one in (old, new)
    ]
    known = [{tuple(row[name] for name in _SAME): row for row in side.to_pylist()} for side in sides]
    rows = []
    for key in dict.fromkeys([*known[0], *known[1]]):
        was, now = (side.get(key, {}) for side in known)
        if [was.get(name) for name in _HELD] != [now.get(name) for name in _HELD]:
            said = {
                f"{name}_{when}": side.get(name) for when, side in (("before", was), ("after", now)) for name in _HELD
            }
            rows.append(dict(zip(_SAME, key, strict=True)) | said)
    return _table(rows)


def _table(rows: list[dict[str, Any]]) -> pa.Table:
    fields: list[pa.Field[Any]] = [pa.field(name, pa.string()) for name in _SAME[:-1]]
    fields.append(pa.field("period_end", pa.date32()))
    for when in ("before", "after"):
        fields += [pa.field(f"{name}_{when}", pa.float64()) for name in ("numerator", "denominator")]
        fields += [pa.field(f"value_{when}", pa.float64()), pa.field(f"reason_{when}", pa.string())]
    return pa.Table.from_pylist(rows, schema=pa.schema(fields))
