"""The one exception of the store: a sentence that says what, where and how to mend."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class StoreError(Exception):
    """Something about a store that a person must mend; the message is the sentence to show."""


@contextmanager
def told(
    what: str, *, mend: str = "The store is as it was before; make room or correct the permissions, then try again."
) -> Iterator[None]:
    """Turn a refusal of the operating system into a sentence."""
    try:
        yield
    except OSError as trouble:
        raise StoreError(f"{what}: {trouble.strerror or trouble}. {mend}") from trouble
