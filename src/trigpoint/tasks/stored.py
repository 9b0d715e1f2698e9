"""A store's snapshot, without the engine: what needs no calculation need not wait for it."""

from __future__ import annotations

from pathlib import Path

from trigpoint.store import Snapshot, Store, StoreError


def snapshot_of(store: Path, snapshot: str = "") -> Snapshot:
    """The newest snapshot, or the one named. Raises StoreError when there is none."""
    opened = Store(store)
    found = opened.snapshot(snapshot) if snapshot else opened.current()
    if found is None:
        raise StoreError(f"{store} holds no snapshot yet: load files first, `trigpoint load FILES --store {store}`.")
    return found
