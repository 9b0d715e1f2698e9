"""`current.json`: the newest snapshot and release, the only pointer, replaced by rename."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from trigpoint.store.disk import replace_file
from trigpoint.store.error import StoreError

POINTER = "current.json"
FORMAT = 1
_ID = re.compile(r"\d{4,}-[0-9a-f]{8}")


@dataclass(frozen=True)
class Pointer:
    """What stands: a snapshot or release numbered above the one named here is not finished, or was withdrawn."""

    snapshots: str | None = None
    releases: str | None = None

    def shown(self, home: Path) -> list[str]:
        """Ids of the snapshots or releases in `home` (a folder named for them), oldest first."""
        newest = getattr(self, home.name)
        return [each for each in ids_in(home) if newest and number(each) <= number(newest)]


def read_pointer(store: Path) -> Pointer:
    """The pointer of a store; the empty one when nothing was written yet. Raises StoreError when it is damaged."""
    path = store / POINTER
    try:
        content = json.loads(path.read_bytes())
        if content.pop("format") == FORMAT:
            return Pointer(**content)
    except FileNotFoundError:
        return Pointer()
    except (ValueError, TypeError, KeyError, AttributeError) as trouble:
        raise StoreError(
            f"{path} is damaged: put it back from a backup, together with the folders beside it."
        ) from trouble
    raise StoreError(f"{path} was written by a newer Trigpoint: use that version, or another store.")


def write_pointer(store: Path, pointer: Pointer) -> None:
    """Replace the pointer of a store."""
    replace_file(store / POINTER, json.dumps({"format": FORMAT, **asdict(pointer)}, indent=1).encode() + b"\n")


def point(store: Path, home: str, id: str) -> None:  # noqa: A002 - the word that people see
    """Make a snapshot or release the newest."""
    write_pointer(store, replace(read_pointer(store), **{home: id}))


def number(id: str) -> int:  # noqa: A002
    """The number with which an id begins."""
    return int(id.partition("-")[0])


def ids_in(home: Path) -> list[str]:
    """Ids of every folder that stands in `home`, by number."""
    if not home.is_dir():
        return []
    return sorted((path.name for path in home.iterdir() if _ID.fullmatch(path.name)), key=number)
