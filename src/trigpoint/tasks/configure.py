"""What a council settles for itself, as entries of a store: words, days, teams, retention."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyarrow as pa

from trigpoint.store import Entry, Store

KIND = "configuration"
"""The kind of entry that holds what a council settled."""

_FIELDS: list[pa.Field[Any]] = [
    *(pa.field(name, pa.string(), nullable=False) for name in ("setting", "key", "value")),
    pa.field("starts", pa.date32()),
    pa.field("ends", pa.date32()),
    *(pa.field(name, pa.string(), nullable=False) for name in ("by", "because")),
]
SCHEMA = pa.schema(_FIELDS)


class Setting(StrEnum):
    """What can be settled. An entry holds the whole of one, and replaces the one before."""

    WORDS = "words"
    CLOSURE_DAYS = "closure_days"
    TEAMS = "teams"
    RETENTION = "retention"
    TIMETABLE = "timetable"
    MONTH_DATES = "month_dates"


@dataclass(frozen=True)
class Row:
    """One line of a setting: a word by its name, a closed day, a team with its service; dates where it has any."""

    key: str
    value: str = ""
    starts: date | None = None
    ends: date | None = None


@dataclass(frozen=True)
class Configured:
    """A setting as it stands: its rows, who settled it when and why, the hash of its entry."""

    rows: tuple[Row, ...]
    by: str
    because: str
    time: datetime
    entry: str


def configure(store: Path, setting: Setting, rows: Iterable[Row], by: str, because: str) -> Entry:
    """Add an entry with the whole of a setting; no rows at all settle that there is nothing.

    `by` is the title of who settles it, `because` a sentence. Raises StoreError.
    """
    given = list(rows) or [Row("")]
    table = pa.Table.from_pylist(
        [vars(row) | {"setting": str(setting), "by": by, "because": because} for row in given], schema=SCHEMA
    )
    with Store(store).writing() as writer:
        return writer.add_entry(KIND, table)


def configured(store: Path, setting: Setting, at: datetime | None = None) -> Configured | None:
    """The newest of a setting, or the one that held at a moment; None where nothing was settled. Raises StoreError."""
    found = (_read(entry) for entry in reversed(Store(store).entries(KIND)) if at is None or entry.time <= at)
    return next((told for kind, told in found if kind == setting), None)


def configurations(store: Path, setting: Setting) -> list[Configured]:
    """Everything that was ever settled of a setting, newest first. Raises StoreError."""
    found = (_read(entry) for entry in reversed(Store(store).entries(KIND)))
    return [told for kind, told in found if kind == setting]


@lru_cache(maxsize=256)
def _read(entry: Entry) -> tuple[str, Configured]:
    """Which setting an entry holds, and what it says. An entry never changes under its name."""
    rows = entry.read().to_pylist()
    lines = tuple(Row(row["key"], row["value"], row["starts"], row["ends"]) for row in rows if row["key"])
    setting, by, because = (str(rows[0][name]) if rows else "" for name in ("setting", "by", "because"))
    return setting, Configured(lines, by, because, entry.time, entry.hash)
