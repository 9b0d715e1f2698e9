"""A snapshot or release being written: a folder under a temporary name until it is committed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from trigpoint.store.disk import make_folder, place, remove, settle, temporary, write_file
from trigpoint.store.error import StoreError, told
from trigpoint.store.pointer import ids_in, number, point, read_pointer
from trigpoint.store.snapshot import MANIFEST
from trigpoint.store.sweep import UNPOINTED

OWN = ("id", "created", "content")
"""Keys of a manifest that the store writes itself."""


class Draft:
    """What snapshots and releases have in common while they are written. `home` is the folder they will stand in."""

    def __init__(self, home: Path) -> None:
        self._home, self._open = home, True
        with self._writing("could not be begun"):
            make_folder(home)
            self._folder = temporary(home)
            self._folder.mkdir()

    def drop(self) -> None:
        """Leave the store as it was; nothing happens to what was committed."""
        self._open = False
        with suppress(OSError):  # what cannot be removed now is swept by the next writer
            if self._folder.exists():
                remove(self._folder)

    @contextmanager
    def _writing(self, failure: str) -> Iterator[None]:
        """Whatever goes wrong in here ends the draft: half a table must never be committed."""
        what = f"{self._home.name.removesuffix('s')} of {self._home.parent}"
        if not self._open:
            raise StoreError(f"This {what} was already committed, dropped or has failed: begin another.")
        try:
            with told(f"A {what} {failure}"):
                yield
        except BaseException:
            self._open = False
            raise

    def _publish(
        self, content: Mapping[str, Mapping[str, object]], manifest: Mapping[str, Any]
    ) -> tuple[Path, dict[str, Any]]:
        """The one atomic step: the finished folder gets its name, then the pointer names it."""
        if taken := [key for key in OWN if key in manifest]:
            raise StoreError(f"A manifest may not hold {', '.join(taken)}: the store writes it.")
        hashes = {name: said["sha256"] for name, said in sorted(content.items())}
        digest = hashlib.sha256(json.dumps(hashes).encode()).hexdigest()[:8]
        id = f"{max(map(number, ids_in(self._home)), default=0) + 1:04d}-{digest}"  # noqa: A001 - the word that people see
        created = datetime.now(UTC).isoformat(timespec="seconds")
        whole = {"id": id, "created": created, **manifest, "content": dict(content)}
        write_file(
            self._folder / MANIFEST, json.dumps(whole, indent=1, ensure_ascii=False, default=str).encode() + b"\n"
        )
        write_file(self._folder / UNPOINTED, b"")
        for folder in (*(path for path in self._folder.rglob("*") if path.is_dir()), self._folder):
            settle(folder)
        place(self._folder, self._home / id)
        self._point(id)
        self._open = False
        return self._home / id, json.loads(json.dumps(whole, default=str))

    def _point(self, id: str) -> None:  # noqa: A002
        store = self._home.parent
        try:
            point(store, self._home.name, id)
        except BaseException as trouble:
            if getattr(read_pointer(store), self._home.name) == id:
                what = f"{self._home.name.removesuffix('s')} {id} of {store}"
                raise StoreError(
                    f"The {what} is complete, but the disk did not confirm it: check the disk."
                ) from trouble
            remove(self._home / id)
            raise
        with suppress(OSError):  # the next writer removes the mark otherwise
            (self._home / id / UNPOINTED).unlink()
