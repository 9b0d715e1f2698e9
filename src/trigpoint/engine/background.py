"""Work in the background: each piece begins when all that it stands on is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from typing import Any, TypeVar

Made = TypeVar("Made")


class Background:
    """Runs pieces of work, so many at once; the threads end when nothing refers to it any more."""

    def __init__(self, at_once: int) -> None:
        self._pool = ThreadPoolExecutor(at_once, thread_name_prefix="trigpoint")
        self._lock, self._stopped = Lock(), False

    def begin(self, work: Callable[[], Made], after: Sequence[Future[Any]] = ()) -> Future[Made]:
        """Have a piece of work done once others are; it fails with the first of them that failed."""
        made: Future[Made] = Future()
        waits_for = len(after) + 1  # the last one for this call itself: nothing begins before all are counted

        def one_less(_: object = None) -> None:
            nonlocal waits_for
            with self._lock:
                waits_for -= 1
                ready = not waits_for and not self._stopped
            if ready:
                self._pool.submit(_do, work, after, made)

        for other in after:
            other.add_done_callback(one_less)
        one_less()
        return made

    def stop(self) -> None:
        """Begin nothing more; nobody may wait for what had not begun."""
        self._stopped = True
        self._pool.shutdown(wait=False, cancel_futures=True)


def _do(work: Callable[[], Made], after: Sequence[Future[Any]], made: Future[Made]) -> None:
    try:
        for other in after:
            other.result()
        made.set_result(work())
    except BaseException as error:  # noqa: BLE001 - whoever waits for the result is told
        made.set_exception(error)
