"""A store: one folder of snapshots, entries and releases."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from trigpoint.store.disk import TEMPORARY, make_folder
from trigpoint.store.entry import Entry, entries_in
from trigpoint.store.error import StoreError, told
from trigpoint.store.lock import LOCK, locked
from trigpoint.store.pointer import POINTER, read_pointer, write_pointer
from trigpoint.store.release import Release
from trigpoint.store.snapshot import Snapshot, read_manifest
from trigpoint.store.sweep import sweep
from trigpoint.store.writer import Writer


def _warn(sentence: str) -> None:
    warnings.warn(sentence, stacklevel=4)


class Store:
    """The store in a folder, which may be absent or empty: the first writer makes it.

    Readers never wait: what they open does not change. Raises StoreError when the folder is something else.
    """

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        if self.path.exists() and not self.path.is_dir():
            raise StoreError(f"{path} is a file, not a store: give the folder of a store, or a new folder.")
        if self.path.is_dir() and not self.exists() and any(map(_foreign, self.path.iterdir())):
            raise StoreError(
                f"{path} is not a store: it has no {POINTER} and holds other things; "
                "give the folder of a store, or a new folder."
            )
        read_pointer(self.path)

    def exists(self) -> bool:
        """Whether anything was ever written here."""
        return (self.path / POINTER).exists()

    def current(self) -> Snapshot | None:
        """The newest snapshot; None before the first load."""
        newest = read_pointer(self.path).snapshots
        return self.snapshot(newest) if newest else None

    def snapshots(self) -> list[Snapshot]:
        """Every snapshot, oldest first."""
        return [self._snapshot(path) for path in self._shown("snapshots")]

    def snapshot(self, id: str) -> Snapshot:  # noqa: A002 - the word that people type
        """The snapshot with this id, or beginning of one (`0014` is enough). Raises StoreError if there is none."""
        return self._snapshot(self._find("snapshots", id))

    def current_release(self) -> Release | None:
        """The newest release; None before the first."""
        newest = read_pointer(self.path).releases
        return self.release(newest) if newest else None

    def releases(self) -> list[Release]:
        """Every release, oldest first."""
        return [Release(path, read_manifest(path)) for path in self._shown("releases")]

    def release(self, id: str) -> Release:  # noqa: A002
        """The release with this id, or beginning of one. Raises StoreError if there is none."""
        path = self._find("releases", id)
        return Release(path, read_manifest(path))

    def entries(self, kind: str) -> list[Entry]:
        """Entries of one kind, oldest first."""
        return entries_in(self.path / "entries" / kind)

    def kinds(self) -> list[str]:
        """Kinds of which there is an entry."""
        return sorted(path.name for path in self.path.glob("entries/*") if entries_in(path))

    @contextmanager
    def writing(self, say: Callable[[str], None] = _warn) -> Iterator[Writer]:
        """Hold the lock of the store, made if need be, and sweep what a stopped writer left.

        `say` is told, in a sentence, that the lock of a dead process was taken over (by default a warning).
        Raises StoreError when another process is writing. What is not committed inside is as if never begun.
        """
        with told(f"The store {self.path} could not be made"):
            make_folder(self.path.absolute())
        with locked(self.path, say):
            with told(f"The store {self.path} could not be made ready"):
                sweep(self.path, read_pointer(self.path))
                if not self.exists():
                    write_pointer(self.path, read_pointer(self.path))
            writer = Writer(self.path)
            try:
                yield writer
            finally:
                writer.close()

    def _shown(self, home: str) -> list[Path]:
        return [self.path / home / each for each in read_pointer(self.path).shown(self.path / home)]

    def _snapshot(self, path: Path) -> Snapshot:
        return Snapshot(path, read_manifest(path))

    def _find(self, home: str, begin: str) -> Path:
        there = self._shown(home)
        found = [path for path in there if path.name == begin] or [
            path for path in there if begin and path.name.startswith(begin)
        ]
        if len(found) == 1:
            return found[0]
        trouble = "More than one" if found else "No"
        listed = ", ".join(path.name for path in there[-20:]) or "none yet"
        raise StoreError(f"{trouble} {home.removesuffix('s')} in {self.path} is named {begin}: there are {listed}.")


def _foreign(path: Path) -> bool:
    """Whether something in a folder without pointer cannot have been left by a first writer that was stopped."""
    return path.name != LOCK and not path.name.startswith(TEMPORARY)
