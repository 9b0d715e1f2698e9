"""A snapshot: the records of one load, as Parquet, never changed."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa

from trigpoint.store.disk import remove, settle, temporary
from trigpoint.store.error import StoreError, told
from trigpoint.store.sweep import maker
from trigpoint.store.table import stored_hash

MANIFEST = "manifest.json"


def read_manifest(path: Path) -> dict[str, Any]:
    """Manifest of a snapshot or release. Raises StoreError when it is missing or damaged."""
    try:
        manifest: dict[str, Any] = json.loads((path / MANIFEST).read_bytes())
    except (OSError, ValueError) as trouble:
        raise StoreError(f"{path / MANIFEST} is missing or damaged: put {path} back from a backup.") from trouble
    return manifest


@dataclass(frozen=True)
class Snapshot:
    """The records of one load. `manifest` is what the loader said, with rows and hash of each table under `content`."""

    path: Path
    manifest: Mapping[str, Any] = field(compare=False, repr=False)

    @property
    def id(self) -> str:
        """Number and content hash, `0014-3f2a9c1b`: the same records have the same hash."""
        return self.path.name

    @property
    def tables(self) -> dict[str, list[Path]]:
        """Parquet files of each table; empty once the records were deleted."""
        if not (self.path / "records").is_dir():
            return {}
        return {
            name: [self.path / "records" / file for file in said["files"]]
            for name, said in self.manifest["content"].items()
        }

    @property
    def views_dir(self) -> Path:
        """Folder of the prepared views: it may be absent, and may be deleted at any time."""
        return self.path / "views"

    def put_view(self, file_name: str, write: Callable[[Path], object]) -> Path:
        """Have `write` make a view file aside, then give it its name; readers see all of it or none of it."""
        if not file_name or Path(file_name).name != file_name or file_name.startswith("."):
            raise StoreError(f"{file_name} cannot be the name of a view: give a plain file name.")
        aside = temporary(self.views_dir, maker())
        with told(f"The view {file_name} of snapshot {self.id} could not be written"):
            self.views_dir.mkdir(exist_ok=True)
            try:
                aside.mkdir()
                write(aside / file_name)
                settle(aside / file_name)
                os.replace(aside / file_name, self.views_dir / file_name)
                settle(self.views_dir)
            finally:
                with suppress(OSError):
                    remove(aside)
        return self.views_dir / file_name

    def changed(self) -> list[str]:
        """Tables whose files no longer hold what the manifest says, by name; reads every record."""
        return [name for name, files in self.tables.items() if [_hash(f) for f in files] != [self._said(name)]]

    def _said(self, name: str) -> str:
        return str(self.manifest["content"][name]["sha256"])


def _hash(file: Path) -> str:
    """Content hash of a table's file; empty when it can no longer be read."""
    try:
        return stored_hash(file)
    except (OSError, pa.ArrowException):
        return ""
