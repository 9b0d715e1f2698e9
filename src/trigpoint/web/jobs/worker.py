"""The worker: the one process that does jobs, one after another, until it is told to stop."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from django.conf import settings
from django.db import close_old_connections

from trigpoint.web.jobs.queue import do_next, stop_soon, take_back

_PAUSE = 0.5
_KINDER = 5
"""Steps of the system's scale by which jobs come after pages."""


class WorkerError(RuntimeError):
    """Why this process cannot be the worker."""


def work() -> None:
    """Work until told to stop; a job that somebody asked for is finished first.

    Raises WorkerError beside another worker.
    """
    stop = threading.Event()

    def asked_to(_number: int, _frame: FrameType | None) -> None:
        stop.set()
        stop_soon()

    _give_way()
    signal.signal(signal.SIGTERM, asked_to)
    signal.signal(signal.SIGINT, asked_to)
    with _alone(settings.ENVIRONMENT.data):
        take_back()
        while not stop.is_set():
            if do_next() is None:
                close_old_connections()
                stop.wait(_PAUSE)


def _give_way() -> None:
    """Let whoever waits for a page go first: a load that takes a little longer is noticed by nobody."""
    if hasattr(os, "nice"):
        os.nice(_KINDER)


def is_working(folder: Path) -> bool:
    """Whether a worker runs for a folder: whether its lock is held."""
    try:
        with _alone(folder):
            return False
    except WorkerError:
        return True


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the lock of the worker: the system lets go of it when the process ends, however it ends."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "worker.lock").open("a+b") as file:
        try:
            _lock(file.fileno())
        except OSError:
            raise WorkerError(f"A worker is running for {folder} already: one is enough.") from None
        yield


def _lock(file: int) -> None:
    if os.name == "nt":
        import msvcrt  # noqa: PLC0415 - only there

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    else:
        import fcntl  # noqa: PLC0415 - not on Windows

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
