"""How a task tells how far it is."""

from typing import Protocol


class Progress(Protocol):
    """Called as work goes on; `total` is 0 while it is not known."""

    def __call__(self, what: str, done: int = 0, total: int = 0) -> None:
        """Say what is being done, and how much of how much."""


def silent(what: str, done: int = 0, total: int = 0) -> None:
    """Tell nothing."""
