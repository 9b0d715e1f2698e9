"""What the tests of the store have in common: small tables, one ordinary month of writing, and what a reader sees."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa

from trigpoint.store import Store


def table(first: int, rows: int = 3) -> pa.Table:
    """Rows told apart by number."""
    numbers = list(range(first, first + rows))
    return pa.table({"authority": ["A"] * rows, "id": [str(n) for n in numbers], "n": pa.array(numbers, pa.int64())})


def load(store: Store, first: int) -> str:
    """Load two tables, one in two parts, as a load does."""
    with store.writing() as w:
        draft = w.snapshot()
        draft.put("ssd_person", table(first))
        draft.put("ssd_person", table(first + 3))
        draft.put("ssd_contacts", table(first, 1))
        return draft.commit({"as_at": "2024-03-31", "first": first}).id


def release(store: Store, text: str) -> str:
    """Publish two files."""
    with store.writing() as w:
        draft = w.release()
        draft.put_file("figures.csv", text.encode())
        draft.put_file("packs/kent.html", b"<p>" + text.encode())
        return draft.commit({"period": text}).id


def month(store: Store, first: int) -> None:
    """Everything a month writes: a load, an entry, a release."""
    load(store, first)
    with store.writing() as w:
        w.add_entry("targets", table(first, 2))
    release(store, str(first))


def seen(path: Path) -> dict[str, Any]:
    """All that a reader can see, each part proved against its hash."""
    store = Store(path)
    snapshots, releases = store.snapshots(), store.releases()
    assert not any(each.changed() for each in snapshots)
    assert not any(each.changed() for each in releases)
    entries = [entry for kind in store.kinds() for entry in store.entries(kind)]
    current, newest = store.current(), store.current_release()
    return {
        "snapshots": [(each.id, each.manifest["first"]) for each in snapshots],
        "current": current.id if current else None,
        "releases": [(each.id, each.manifest["period"]) for each in releases],
        "newest": newest.id if newest else None,
        "entries": [(entry.path.name, entry.read().to_pylist()) for entry in entries],
    }


def leftovers(path: Path) -> list[str]:
    """Names that the next writer should have swept."""
    return [str(each.relative_to(path)) for each in path.rglob(".tmp-*")]
