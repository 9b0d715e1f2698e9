"""A release being written."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from trigpoint.store.disk import NewFile, make_folder, write_file
from trigpoint.store.draft import Draft
from trigpoint.store.error import StoreError
from trigpoint.store.release import Release, file_hash
from trigpoint.store.snapshot import MANIFEST


class ReleaseDraft(Draft):
    """`put_file` what is published, then `commit`."""

    def __init__(self, home: Path) -> None:
        super().__init__(home)
        self._content: dict[str, dict[str, object]] = {}

    def put_file(self, name: str, content: bytes | Path) -> None:
        """Add a file, given as bytes or as a file to copy; `name` may lie in folders: `packs/kent.html`."""
        with self._writing(f"could not take the file {name}"):
            parts = PurePosixPath(name).parts
            if not parts or name.startswith("/") or any(part.startswith(".") for part in parts) or name == MANIFEST:
                raise StoreError(
                    f"{name!r} cannot be the name of a published file: give a plain name, folders allowed."
                )
            if name in self._content:
                raise StoreError(f"The file {name} is put into this release twice: give each file a name of its own.")
            path = self._folder.joinpath(*parts)
            make_folder(path.parent)
            if isinstance(content, Path):
                _copy(content, path)
            else:
                write_file(path, content)
            self._content[name] = {"size": path.stat().st_size, "sha256": file_hash(path)}

    def commit(self, manifest: Mapping[str, Any]) -> Release:
        """Make the release the newest, with `manifest` and, under `content`, size and SHA-256 of each file."""
        with self._writing("could not be committed"):
            return Release(*self._publish(self._content, manifest))


def _copy(source: Path, path: Path) -> None:
    file = NewFile(path)
    try:
        with source.open("rb") as original:
            shutil.copyfileobj(original, file, 1 << 20)
        file.seal()
    finally:
        file.close()
