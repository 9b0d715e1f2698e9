"""A release: the files that were published for a period, with the manifest that proves them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Release:
    """What was published. `manifest` is what was said of it, with size and SHA-256 of each file under `content`."""

    path: Path
    manifest: Mapping[str, Any] = field(compare=False, repr=False)

    @property
    def id(self) -> str:
        """Number and content hash, `0003-9b1c44d0`."""
        return self.path.name

    @property
    def files(self) -> dict[str, Path]:
        """Every published file by the name it was put under."""
        return {name: self.path / name for name in self.manifest["content"]}

    def changed(self, names: Iterable[str] = ()) -> list[str]:
        """Files that are gone or no longer hold what was published, by name; with `names` only those are read."""
        files = self.files
        wanted = tuple(names) or files
        return [name for name in wanted if file_hash(files[name]) != self.manifest["content"][name]["sha256"]]


def file_hash(path: Path) -> str:
    """SHA-256 of a file's bytes; empty when there is no such file."""
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
