"""The packs that a month can be published in."""

from __future__ import annotations

from functools import cache

from trigpoint.measures import EVERY
from trigpoint.packs import load
from trigpoint.packs.library import pack_names


@cache
def offered_packs() -> tuple[tuple[str, str, int], ...]:
    """Name, title and number of measures of every pack of the library."""
    packs = [load.load(name, EVERY) for name in pack_names()]
    return tuple((pack.id, pack.report, len(pack.pages)) for pack in packs)
