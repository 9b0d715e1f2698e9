"""Arithmetic on many spells at once: visits inside a spell, and who held a seat while a case was there."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from trigpoint.synthetic.columns import Bools, Ints


def within(start: Ints, end: Ints, least: int, gaps: Callable[[Ints], Ints]) -> tuple[Ints, Ints]:
    """Days inside each spell, one gap after another from its start: (which spell, day), both in order.

    `gaps` draws one gap for each owner it is given; a gap shorter than `least` is lengthened to it.
    """
    length = np.maximum(end - start, 0)
    count = length // least + 1
    owner = np.repeat(np.arange(len(start)), count)
    steps = np.maximum(gaps(owner), least)
    total = np.cumsum(steps)
    before = np.cumsum(count) - count
    base = np.where(before > 0, total[np.maximum(before - 1, 0)], 0)
    days = start[owner] + total - base[owner]
    inside = days < end[owner]
    return owner[inside], days[inside]


def meets(key: Ints, start: Ints, end: Ints, of_key: Ints, of_start: Ints, of_end: Ints) -> Bools:
    """Whether each spell has a day in common with some other one under its key; those are sorted by their key."""
    first = np.searchsorted(of_key, key, side="left")
    count = np.searchsorted(of_key, key, side="right") - first
    found = np.zeros(len(key), dtype=bool)
    for nth in range(int(count.max(initial=0))):
        at = np.minimum(first + nth, len(of_key) - 1)
        found |= (nth < count) & (of_start[at] <= end) & (of_end[at] >= start)
    return found


def position(owner: Ints) -> Ints:
    """0, 1, 2... within each run of one owner."""
    if not len(owner):
        return owner
    change = np.r_[True, owner[1:] != owner[:-1]]
    first = np.flatnonzero(change)
    return np.arange(len(owner)) - np.repeat(first, np.diff(np.r_[first, len(owner)]))


def pieces(
    key: Ints, start: Ints, end: Ints, held_key: Ints, held_start: Ints, held_end: Ints
) -> tuple[Ints, Ints, Ints, Ints]:
    """Cut each spell by the spells held under its key: (which spell, which held one, start, end).

    The held spells are sorted by key and start, and follow one another without gaps under each key.
    """
    wide = 1 << 22
    held = held_key * wide + held_start
    last = np.maximum(end - 1, start)
    first_piece = np.maximum(np.searchsorted(held, key * wide + start, side="right") - 1, 0)
    last_piece = np.maximum(np.searchsorted(held, key * wide + last, side="right") - 1, first_piece)
    count = last_piece - first_piece + 1
    spell = np.repeat(np.arange(len(key)), count)
    piece = first_piece[spell] + position(spell)
    begun, over = np.maximum(start[spell], held_start[piece]), np.minimum(end[spell], held_end[piece])
    real = (held_key[piece] == key[spell]) & (over > begun)
    return spell[real], piece[real], begun[real], over[real]
