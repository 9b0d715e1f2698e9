"""What a writer that was stopped has left behind, and how the next one takes it away."""

from __future__ import annotations

import hashlib
import platform
import time
from collections.abc import Iterator
from pathlib import Path

from trigpoint.store.disk import TEMPORARY, remove
from trigpoint.store.pointer import Pointer, ids_in, number
from trigpoint.store.process import exists

UNPOINTED = f"{TEMPORARY}unpointed"
"""Stands in a new snapshot or release until the pointer names it."""

_DAY = 24 * 60 * 60


def maker() -> str:
    """Tag of names made by readers, who hold no lock: their computer. The process number follows it."""
    return hashlib.sha256(platform.node().encode()).hexdigest()[:8] + "-"


def sweep(store: Path, pointer: Pointer) -> None:
    """Remove every leftover. Only the holder of the lock may call it."""
    for home in (store / "snapshots", store / "releases"):
        shown = getattr(pointer, home.name)
        for id in ids_in(home):  # noqa: A001
            unpointed = home / id / UNPOINTED
            if unpointed.exists() and not (shown and number(id) <= number(shown)):
                remove(home / id)
    for path in _leftovers(store):
        remove(path)


def _leftovers(store: Path) -> Iterator[Path]:
    for pattern in ("", "snapshots/", "releases/", "snapshots/*/", "releases/*/", "entries/*/"):
        yield from list(store.glob(f"{pattern}{TEMPORARY}*"))
    for path in list(store.glob(f"snapshots/*/views/{TEMPORARY}*")):
        if not _in_use(path):
            yield path


def _in_use(view: Path) -> bool:
    """Whether its reader may still be writing: a live one of this computer, or another's of the last day."""
    computer, _, rest = view.name.removeprefix(TEMPORARY).partition("-")
    process = rest.partition("-")[0]
    if f"{computer}-" == maker() and process.isdecimal():
        return exists(int(process))
    return time.time() - view.stat().st_mtime < _DAY
