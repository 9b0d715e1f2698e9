"""Episodes that last year's return left open, as this year's return has them."""

from __future__ import annotations

from collections.abc import Sequence

from trigpoint.quality.care import earliest, latest
from trigpoint.quality.places import distance
from trigpoint.quality.stays import is_open
from trigpoint.records.returns import Collection
from trigpoint.records.returns.ssda903 import Episodes

_SAME_MILES = 0.2
"""A home or a placement counts as unmoved when the distance between them changed by less."""

Pairs = Sequence[tuple[Episodes, Episodes]]


def carried_over(collection: Collection) -> Pairs:
    """Each child's latest episode of last year where it has no DEC, with the earliest of this year: (then, now)."""
    return collection.remembered(_pairs)


def _pairs(collection: Collection) -> Pairs:
    found = []
    for child in collection.children.values():
        then, now = latest(child.last_year), earliest(child)
        if then is not None and now is not None and is_open(then):
            found.append((then, now))
    return found


def is_other_distance(then: Episodes, now: Episodes) -> bool:
    """Whether home and placement lie 0.2 miles or more nearer or farther than before, or the distance is known once."""
    before, after = distance(then), distance(now)
    if before is None or after is None:
        return (before is None) != (after is None)
    return round(abs(after - before), 1) >= _SAME_MILES
