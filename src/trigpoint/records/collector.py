"""Python's collector of cycles, held back while very many objects are made: it would walk through all, in vain."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def held_back() -> Iterator[None]:
    """No collection of its own accord meanwhile, and none of what was there before; `swept` collects the rest."""
    if not gc.isenabled():
        yield
        return
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.unfreeze()


def swept() -> None:
    """Collect the cycles of what was made since the last time: what they hold would stay in memory."""
    gc.collect(1)
