"""A store's newest snapshot with the engine on it."""

from datetime import date
from pathlib import Path

from trigpoint.engine import Engine
from trigpoint.store import Snapshot, Store, StoreError


def snapshot_of(store: Path, snapshot: str = "") -> Snapshot:
    """The newest snapshot, or the one named. Raises StoreError when there is none."""
    opened = Store(store)
    found = opened.snapshot(snapshot) if snapshot else opened.current()
    if found is None:
        raise StoreError(f"{store} holds no snapshot yet: load files first, `trigpoint load FILES --store {store}`.")
    return found


def engine_on(snapshot: Snapshot, as_at: date | None = None) -> Engine:
    """The engine on a snapshot's records, its prepared views kept beside them.

    With a day before the snapshot's as-at date the engine knows nothing later than that day; such views are not kept.
    """
    known = date.fromisoformat(snapshot.manifest["as_at"])
    collected = {name: frozenset(tables) for name, tables in snapshot.manifest["collected"].items()}
    if as_at is None or as_at >= known:
        home, keep = snapshot.views_dir, snapshot.put_view
        return Engine(snapshot.tables, known, collected, snapshot=snapshot.id, views_dir=home, keep=keep)
    return Engine(snapshot.tables, as_at, collected, snapshot=snapshot.id)
