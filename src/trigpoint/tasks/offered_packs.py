"""The packs that a month can be published in: those of the library, and the council's own."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from trigpoint.measures import EVERY
from trigpoint.packs import load
from trigpoint.packs.library import pack_names
from trigpoint.packs.model import Pack
from trigpoint.tasks.council_words import council_words
from trigpoint.tasks.own_packs import OwnPack, ever_kept, own_packs

Offered = tuple[str, str, int]
"""Name, title and number of measures."""


def offered_packs(store: Path) -> tuple[Offered, ...]:
    """Every pack that can be chosen, the council's own first. Raises StoreError."""
    words = council_words(store)
    own = [(one.pack, words.said(one.title), _pages(one)) for one in own_packs(store)]
    return (*own, *((name, words.said(title), many) for name, title, many in _ours()))


def pack_titles(store: Path) -> dict[str, str]:
    """The title of every pack that is or was ever offered, by name. Raises StoreError."""
    words = council_words(store)
    every = {one.pack: words.said(one.title) for one in ever_kept(store)}
    return every | {name: said for name, said, _ in offered_packs(store)}


@cache
def _ours() -> tuple[Offered, ...]:
    packs: list[Pack] = [load.load(name, EVERY) for name in pack_names()]
    return tuple((pack.id, pack.report, len(pack.pages)) for pack in packs)


@lru_cache(maxsize=64)
def _pages(one: OwnPack) -> int:
    return len(load.read(one.text, one.pack, EVERY).pages)
