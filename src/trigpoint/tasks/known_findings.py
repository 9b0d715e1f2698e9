"""What is known of a finding from earlier checks and from people: first seen, accepted until a day, with reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from trigpoint.store import Entry, Store
from trigpoint.tasks.worklist import IDENTITY, Row

FINDINGS, ACCEPTED = "findings", "accepted_findings"
"""Kinds of entry: what the check of one snapshot found, and what people have accepted."""

_TEXTS: list[pa.Field[Any]] = [pa.field(name, pa.string()) for name in (*IDENTITY, "team", "severity", "snapshot")]
_SEEN = pa.schema([*_TEXTS, pa.field("as_at", pa.date32())])

Identity = tuple[str, ...]


def identity(row: Mapping[str, Any]) -> Identity:
    """What makes a finding the same one at the next load."""
    return tuple([str(row[name] or "") for name in IDENTITY])


def marked(rows: Iterable[Row], store: Path, as_at: date) -> Iterator[Row]:
    """The rows with `first_seen`, and whether a person accepted them until a day that has not passed."""
    opened = Store(store)
    seen = _first_seen(opened)
    agreed = {identity(row): row for entry in opened.entries(ACCEPTED) for row in entry.read().to_pylist()}
    for row in rows:
        mine = identity(row)
        said = agreed.get(mine)
        row |= {"first_seen": min(seen.get(mine, as_at), as_at), "status": "open"}
        if said:
            row |= {"accepted_reason": said["reason"], "accepted_until": said["until"], "accepted_by": said["by"]}
            row["status"] = "accepted" if said["until"] >= as_at else "accepted until a day that has passed"
        yield row


def _first_seen(store: Store) -> dict[Identity, date]:
    """The first day of every finding of every check: put together in Arrow, for there is an entry a load."""
    tables = [entry.read().select([*IDENTITY, "as_at"]) for entry in store.entries(FINDINGS)]
    if not tables:
        return {}
    found = pa.concat_tables(tables).group_by(list(IDENTITY)).aggregate([("as_at", "min")])
    days: list[Any] = found["as_at_min"].to_pylist()
    columns = [[text or "" for text in found[name].to_pylist()] for name in IDENTITY]
    seen: dict[Identity, date] = {}
    for mine, day in zip(zip(*columns, strict=True), days, strict=True):
        seen[mine] = min(seen.get(mine, day), day)
    return seen


def remember(rows: Iterable[Row], store: Path, snapshot: str, as_at: date) -> Entry:
    """Keep what the check of a snapshot found, as an entry of kind `findings`. Raises StoreError."""
    kept = [{name: row[name] for name in (*IDENTITY, "team", "severity")} for row in rows]
    table = pa.Table.from_pylist([{"snapshot": snapshot, "as_at": as_at, **row} for row in kept], schema=_SEEN)
    with Store(store).writing() as writer:
        return writer.add_entry(FINDINGS, table)


def trend(store: Path) -> dict[date, dict[tuple[str, str], int]]:
    """Findings of the last check of each as-at day, by authority and team; days in order."""
    found: dict[date, dict[tuple[str, str], int]] = {}
    for entry in Store(store).entries(FINDINGS):
        counts: dict[date, dict[tuple[str, str], int]] = {}
        for row in entry.read().to_pylist():
            day = counts.setdefault(row["as_at"], {})
            key = (row["authority"], row["team"] or "")
            day[key] = day.get(key, 0) + 1
        found |= counts
    return dict(sorted(found.items()))
