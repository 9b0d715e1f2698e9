"""A store's snapshot, without the engine: what needs no calculation need not wait for it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from trigpoint.language.period import last_day, month_of
from trigpoint.store import Snapshot, Store, StoreError


def snapshot_of(store: Path, snapshot: str = "") -> Snapshot:
    """The newest snapshot, or the one named. Raises StoreError when there is none."""
    opened = Store(store)
    found = opened.snapshot(snapshot) if snapshot else opened.current()
    if found is None:
        raise StoreError(f"{store} holds no snapshot yet: load files first, `trigpoint load FILES --store {store}`.")
    return found


def last_whole_month(snapshot: Snapshot) -> date:
    """The last day of the last month that a snapshot knows the whole of."""
    as_at = date.fromisoformat(snapshot.manifest["as_at"])
    end = last_day(month_of(as_at))
    return end if end == as_at else as_at.replace(day=1) - timedelta(1)
