"""An entry: what people supplied or agreed, as a dated file that is never changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from trigpoint.store.content import content_hash
from trigpoint.store.disk import make_folder, place, remove, temporary
from trigpoint.store.error import StoreError, told
from trigpoint.store.table import TableFile

_NAME = re.compile(r"\d{8}T\d{12}Z-[0-9a-f]{16}\.parquet")
_TIME = "%Y%m%dT%H%M%S%fZ"


@dataclass(frozen=True)
class Entry:
    """One entry file, named by its time and content: `20261120T190512123456Z-3f2a9c1b8d7e6f50.parquet`."""

    path: Path

    @property
    def kind(self) -> str:
        """What is entered: targets, population, audits..."""
        return self.path.parent.name

    @property
    def time(self) -> datetime:
        """When it was entered (UTC); no two entries of a kind have the same time."""
        return datetime.strptime(self.path.stem.partition("-")[0], _TIME).replace(tzinfo=UTC)

    @property
    def hash(self) -> str:
        """First 16 digits of the content hash: what a manifest names it by."""
        return self.path.stem.partition("-")[2]

    def read(self) -> pa.Table:
        """The table that was entered. Raises StoreError when the file no longer holds it."""
        try:
            table = pq.read_table(self.path, partitioning=None)
        except (OSError, pa.ArrowException) as trouble:
            raise StoreError(f"The entry {self.path} cannot be read: put it back from a backup.") from trouble
        if not content_hash(table.schema, [table]).startswith(self.hash):
            raise StoreError(f"The entry {self.path} was changed after it was made: put it back from a backup.")
        return table


def entries_in(folder: Path) -> list[Entry]:
    """Entries of one kind, oldest first; none when there is no such folder."""
    if not folder.is_dir():
        return []
    return [Entry(path) for path in sorted(folder.iterdir()) if _NAME.fullmatch(path.name)]


def add_entry(store: Path, kind: str, table: pa.Table) -> Entry:
    """Write an entry, later than every other of its kind."""
    if not re.fullmatch(r"[a-z][a-z0-9_]*", kind):
        raise StoreError(f"{kind!r} cannot be a kind of entry: use small letters, digits and underscores.")
    folder = store / "entries" / kind
    with told(f"An entry of {kind} could not be written to {store}"):
        make_folder(folder)
        aside = temporary(folder)
        try:
            said = _write(aside, table)
            final = folder / f"{_time_after(entries_in(folder)):{_TIME}}-{str(said['sha256'])[:16]}.parquet"
            place(aside, final)
        finally:
            if aside.exists():
                remove(aside)
    return Entry(final)


def _write(path: Path, table: pa.Table) -> dict[str, object]:
    file = TableFile(path, table.schema)
    try:
        file.add(table)
        return file.seal()
    finally:
        file.drop()


def _time_after(entries: list[Entry]) -> datetime:
    # A clock may be set back; the order of entries must not be.
    now = datetime.now(UTC)
    return max(now, entries[-1].time + timedelta(microseconds=1)) if entries else now
