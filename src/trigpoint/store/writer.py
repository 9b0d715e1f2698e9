"""What the one process that holds the lock may do to a store."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pyarrow as pa

from trigpoint.store.disk import remove
from trigpoint.store.draft import Draft
from trigpoint.store.entry import Entry, add_entry
from trigpoint.store.error import StoreError, told
from trigpoint.store.pointer import read_pointer
from trigpoint.store.release_draft import ReleaseDraft
from trigpoint.store.snapshot import Snapshot
from trigpoint.store.snapshot_draft import SnapshotDraft

_D = TypeVar("_D", bound=Draft)


class Writer:
    """A store while its lock is held; comes from `Store.writing`."""

    def __init__(self, store: Path) -> None:
        self._store, self._open = store, True
        self._drafts: list[Draft] = []

    def snapshot(self) -> SnapshotDraft:
        """Begin a snapshot. It appears when it is committed, or not at all."""
        return self._begun(SnapshotDraft(self._place() / "snapshots"))

    def release(self) -> ReleaseDraft:
        """Begin a release. It appears when it is committed, or not at all."""
        return self._begun(ReleaseDraft(self._place() / "releases"))

    def add_entry(self, kind: str, table: pa.Table) -> Entry:
        """Append what people supplied or agreed; it stands when this returns."""
        return add_entry(self._place(), kind, table)

    def delete_records(self, snapshot: Snapshot) -> None:
        """Delete the records and views of an old snapshot for good; its manifest stays. Not allowed for the newest."""
        if read_pointer(self._place()).snapshots == snapshot.id:
            raise StoreError(f"The records of snapshot {snapshot.id} cannot be deleted: it is the newest of the store.")
        with told(f"The records of snapshot {snapshot.id} could not all be deleted", mend="Try again."):
            for folder in (snapshot.path / "records", snapshot.views_dir):
                if folder.exists():
                    remove(folder)

    def close(self) -> None:
        """Drop whatever was not committed."""
        self._open = False
        for draft in self._drafts:
            draft.drop()

    def _begun(self, draft: _D) -> _D:
        self._drafts.append(draft)
        return draft

    def _place(self) -> Path:
        if not self._open:
            raise StoreError(f"Writing to {self._store} has ended: open it again with Store.writing.")
        return self._store
