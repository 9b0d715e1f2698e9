"""A name is given only to what has reached the disk: a loss of power must not leave a name without its bytes."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from stores import month

from trigpoint.store import Store


class Disk:
    """Follows which files and folders have changes that were not yet sent to the disk."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.paths: dict[int, Path] = {}
        self.unsent: set[Path] = set()
        self.named: list[Path] = []
        for name in ("open", "write", "fsync", "mkdir", "rename", "replace"):
            patch.setattr(os, name, self.watched(getattr(self, name), getattr(os, name)))

    def watched(self, note: Callable[..., None], real: Callable[..., Any]) -> Callable[..., Any]:
        def step(*given: Any, **named: Any) -> Any:
            answer = real(*given, **named)
            note(answer, *given)
            return answer

        return step

    def open(self, handle: int, path: str | Path, flags: int, *_: object) -> None:
        self.paths[handle] = Path(path)
        if flags & os.O_EXCL:
            self.unsent |= {Path(path), Path(path).parent}

    def write(self, _: int, handle: int, *__: object) -> None:
        self.unsent.add(self.paths[handle])

    def fsync(self, _: None, handle: int) -> None:
        self.unsent.discard(self.paths[handle])

    def mkdir(self, _: None, path: str | Path, *__: object) -> None:
        self.unsent |= {Path(path), Path(path).parent}

    def rename(self, _: None, source: Path, target: Path) -> None:
        # What lies in the temporary folder's own parent is of no matter: that name goes away.
        inside = {path for path in self.unsent if path == source or source in path.parents}
        assert not inside, f"{target} was named before its content was sent to the disk"
        self.named.append(target)
        self.unsent.add(target.parent)

    replace = rename


def write_view(path: Path) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    os.write(handle, b"view")
    os.close(handle)


def test_nothing_is_named_before_it_is_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path / "store")
    disk = Disk(monkeypatch)
    month(store, 1)
    kinds = [
        "current.json" if path.name == "current.json" else path.relative_to(store.path).parts[0] for path in disk.named
    ]
    # The pointer of the new store; then each load and release and its pointer; an entry needs none.
    assert kinds == ["current.json", "snapshots", "current.json", "entries", "releases", "current.json"]
    assert not {path for path in disk.unsent if path.exists()}
    # A view is written by others: its bytes must be sent all the same.
    store.snapshot("0001").put_view("contact.parquet", write_view)
    assert disk.named[-1].name == "contact.parquet"
