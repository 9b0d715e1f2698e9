"""A snapshot being written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from trigpoint.store.disk import make_folder
from trigpoint.store.draft import Draft
from trigpoint.store.error import StoreError
from trigpoint.store.snapshot import Snapshot
from trigpoint.store.table import TableFile


class SnapshotDraft(Draft):
    """`put` tables, then `commit`."""

    def __init__(self, home: Path) -> None:
        super().__init__(home)
        self._tables: dict[str, TableFile] = {}

    def put(self, table_name: str, part: pa.Table) -> None:
        """Add rows to a table; called again with the same name, the rows follow those before.

        Raises StoreError when the columns differ from the first part's or the disk refuses; the draft is lost then.
        """
        with self._writing(f"could not take the table {table_name}"):
            if not re.fullmatch(r"[A-Za-z_]\w*", table_name, re.ASCII):
                raise StoreError(f"{table_name!r} cannot be the name of a table: use letters, digits and underscores.")
            if table_name not in self._tables:
                make_folder(self._folder / "records")
                path = self._folder / "records" / f"{table_name}.parquet"
                self._tables[table_name] = TableFile(path, part.schema)
            self._tables[table_name].add(part)

    def commit(self, manifest: Mapping[str, Any]) -> Snapshot:
        """Make the snapshot the newest, with `manifest` and, under `content`, rows and hash of each table.

        Raises StoreError when the disk refuses; the store is then as it was before.
        """
        with self._writing("could not be committed"):
            make_folder(self._folder / "records")
            content = {
                name: {**self._tables[name].seal(), "files": [f"{name}.parquet"]} for name in sorted(self._tables)
            }
            return Snapshot(*self._publish(content, manifest))

    def drop(self) -> None:
        for table in self._tables.values():
            table.drop()
        super().drop()
