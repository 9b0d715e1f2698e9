"""What was taken back: releases that no longer count, why, by which role and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from trigpoint.store import Store

KIND = "retractions"
"""The kind of entry that takes a release back."""

_FIELDS: list[pa.Field[Any]] = [pa.field(name, pa.string(), nullable=False) for name in ("release", "why", "by")]
_SCHEMA = pa.schema(_FIELDS)


@dataclass(frozen=True)
class Retraction:
    """A release taken back: why, by which role, when (UTC)."""

    release: str
    why: str
    by: str
    at: datetime


def retractions(store: Path) -> dict[str, Retraction]:
    """What was taken back, by release; the first word about a release stands."""
    found: dict[str, Retraction] = {}
    for entry in Store(store).entries(KIND):
        for row in entry.read().to_pylist():
            found.setdefault(row["release"], Retraction(row["release"], row["why"], row["by"], entry.time))
    return found


def retract(store: Path, release: str, why: str, by: str) -> Retraction:
    """Take a release back. It stays in the store; every page about it says that it was taken back, and why.

    Asked again it gives what was said the first time. Raises StoreError where there is no such release.
    """
    known = Store(store).release(release).id
    if known not in retractions(store):
        with Store(store).writing() as writer:
            writer.add_entry(KIND, pa.Table.from_pylist([{"release": known, "why": why, "by": by}], schema=_SCHEMA))
    return retractions(store)[known]
