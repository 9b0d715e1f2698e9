"""Work on a database that is done behind: in its order, by a thread of its own, while the next is being written."""

from __future__ import annotations

from collections.abc import Callable
from queue import SimpleQueue
from threading import Event, Thread
from types import TracebackType
from typing import Any

Work = Callable[[Any], object]
"""Something to do on a connection of DuckDB."""


class Behind:
    """One thing after the other on a connection; the first fault ends it, and is raised for whoever waits.

    Its queue may be put into at any instant, as when Python lets go of a table amid something else.
    """

    def __init__(self, con: Any) -> None:
        self._con = con
        self._todo: SimpleQueue[Work | Event | None] = SimpleQueue()
        self._fault: BaseException | None = None
        self._thread = Thread(target=self._work, name="trigpoint-behind", daemon=True)
        self._thread.start()

    def put(self, work: Work) -> None:
        """Have something done after all that was put before."""
        self._todo.put(work)

    def mark(self) -> Callable[[], None]:
        """A call that waits until all that was put so far is done, and raises what went wrong with it."""
        reached = Event()
        self._todo.put(reached)

        def wait() -> None:
            reached.wait()
            if self._fault is not None:
                raise self._fault

        return wait

    def __enter__(self) -> Behind:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, _: TracebackType | None) -> None:
        """Wait for all of it; when the caller was stopped, stop what runs and leave out the rest."""
        if fault is not None:
            self._fault = self._fault or fault
            self._con.interrupt()
        wait = self.mark()
        self._todo.put(None)
        self._thread.join()
        if fault is None:
            wait()

    def _work(self) -> None:
        while (work := self._todo.get()) is not None:
            if isinstance(work, Event):
                work.set()
            elif self._fault is None:
                try:
                    work(self._con)
                except BaseException as fault:  # noqa: BLE001 - raised for whoever waits
                    self._fault = fault
