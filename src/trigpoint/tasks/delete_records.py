"""Delete the records of children in old snapshots; their manifests stay, so that figures can be traced."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from trigpoint.store import Snapshot, Store


def delete_old_records(store: Path, before: date, *, dry_run: bool = False) -> list[tuple[str, str]]:
    """Delete records and views of every snapshot as at a day earlier than `before`; id and as-at day of each.

    The newest snapshot keeps its records however old it is. Raises StoreError, when another process is writing too.
    """
    opened = Store(store)
    newest = opened.current()
    old = [
        found
        for found in opened.snapshots()
        if newest is not None and found.id != newest.id and _as_at(found) < before and found.tables
    ]
    if old and not dry_run:
        with opened.writing() as writer:
            for found in old:
                writer.delete_records(found)
    return [(found.id, f"{_as_at(found):%d %B %Y}") for found in old]


def _as_at(snapshot: Snapshot) -> date:
    return date.fromisoformat(snapshot.manifest["as_at"])
