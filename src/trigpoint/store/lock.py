"""One writer at a time: a lock file that names its holder's process, start time and computer.

The file stays; it is empty while nobody writes. Readers never look at it.
"""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from trigpoint.store.error import StoreError, told
from trigpoint.store.process import exists, start_of

LOCK = "writer.lock"


@dataclass(frozen=True)
class Holder:
    """The process that may write. Its start time tells it from a later process with the same number."""

    pid: int
    started: str
    host: str
    since: str

    def may_live(self) -> bool:
        """Whether the holder may still be writing: what runs on another computer cannot be seen from here."""
        return self.host != platform.node() or (exists(self.pid) and start_of(self.pid) == self.started)

    def __str__(self) -> str:
        return f"process {self.pid} on {self.host} since {self.since}"


@contextmanager
def locked(folder: Path, say: Callable[[str], None]) -> Iterator[None]:
    """Hold the folder's lock, taken over from a dead process if need be. Raises StoreError when a live one holds it."""
    path = folder / LOCK
    me = Holder(os.getpid(), start_of(os.getpid()), platform.node(), datetime.now(UTC).isoformat(timespec="seconds"))
    with told(f"The lock {path} could not be taken"):
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        with told(f"The lock {path} could not be taken"), _deciding(handle):
            _claim(handle, path, me, say)
        try:
            yield
        finally:
            # A lock that cannot be emptied is a dead holder's lock as soon as this process ends.
            with suppress(OSError), _deciding(handle):
                os.ftruncate(handle, 0)
    finally:
        os.close(handle)


@contextmanager
def _deciding(handle: int) -> Iterator[None]:
    """While inside, no other process reads or writes the lock file."""
    import fcntl  # noqa: PLC0415 - absent on Windows, where a store can still be read

    fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        yield
    finally:
        fcntl.flock(handle, fcntl.LOCK_UN)


def _claim(handle: int, path: Path, me: Holder, say: Callable[[str], None]) -> None:
    holder = _read(handle)
    if holder and holder.may_live():
        elsewhere = f", or delete {path} if that computer or process no longer runs" * (holder.host != platform.node())
        raise StoreError(
            f"The store {path.parent} is being written by {holder}: wait until it has finished{elsewhere}."
        )
    if os.fstat(handle).st_size:
        left_by = holder or "a process that was stopped while it took the lock"
        say(f"The lock of the store {path.parent} was left by {left_by}, which no longer runs: it is taken over.")
    try:
        os.ftruncate(handle, 0)
        os.pwrite(handle, json.dumps(asdict(me)).encode(), 0)
        os.fsync(handle)
    except OSError:
        with suppress(OSError):
            os.ftruncate(handle, 0)
        raise


def _read(handle: int) -> Holder | None:
    """The holder named in the file; None when it is empty or was being written when its writer died."""
    try:
        return Holder(**json.loads(os.pread(handle, 4096, 0)))
    except (ValueError, TypeError):
        return None
