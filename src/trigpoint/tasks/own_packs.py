"""The council's own packs, as entries of a store: every version is kept, the newest offered until withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyarrow as pa

from trigpoint.store import Entry, Store

KIND = "packs"
"""The kind of entry that holds a version of a pack."""

_FIELDS: list[pa.Field[Any]] = [
    pa.field(name, pa.string(), nullable=False) for name in ("pack", "title", "text", "by", "because")
]
SCHEMA = pa.schema(_FIELDS)


@dataclass(frozen=True)
class OwnPack:
    """A version of a pack: its TOML, empty where the pack was withdrawn; who gave it when and why; its entry's hash."""

    pack: str
    title: str
    text: str
    by: str
    because: str
    time: datetime
    entry: str


def keep_pack(store: Path, pack: str, title: str, text: str, by: str, because: str) -> Entry:
    """Add a version of a pack that was checked; an empty text withdraws it. Raises StoreError."""
    row = {"pack": pack, "title": title, "text": text, "by": by, "because": because}
    with Store(store).writing() as writer:
        return writer.add_entry(KIND, pa.Table.from_pylist([row], schema=SCHEMA))


def versions_of(store: Path, pack: str) -> list[OwnPack]:
    """Every version of a pack, newest first. Raises StoreError."""
    return [one for one in every_version(store) if one.pack == pack]


def own_pack(store: Path, pack: str, at: datetime | None = None) -> OwnPack | None:
    """The newest version of a pack that has a text, or the one that was so at a moment. Raises StoreError."""
    found = (one for one in every_version(store) if one.pack == pack and one.text)
    return next((one for one in found if at is None or one.time <= at), None)


def own_packs(store: Path) -> list[OwnPack]:
    """The newest version of each pack that is not withdrawn, by id. Raises StoreError."""
    return [one for one in ever_kept(store) if one.text]


def ever_kept(store: Path) -> list[OwnPack]:
    """The newest version of each pack that ever was, withdrawn ones too, by id. Raises StoreError."""
    newest: dict[str, OwnPack] = {}
    for one in every_version(store):
        newest.setdefault(one.pack, one)
    return [newest[pack] for pack in sorted(newest)]


def every_version(store: Path) -> Iterator[OwnPack]:
    """Every version of every pack, newest first, withdrawals too. Raises StoreError."""
    return (_read(entry) for entry in reversed(Store(store).entries(KIND)))


@lru_cache(maxsize=256)
def _read(entry: Entry) -> OwnPack:
    """An entry never changes under its name."""
    (row,) = entry.read().to_pylist()
    return OwnPack(row["pack"], row["title"], row["text"], row["by"], row["because"], entry.time, entry.hash)
