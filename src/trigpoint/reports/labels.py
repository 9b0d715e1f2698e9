"""Labels at the ends of lines, pushed apart as little as possible so that none covers another."""

from __future__ import annotations

from collections.abc import Sequence


def pushed_apart(places: Sequence[float], gap: float, top: float, bottom: float) -> list[float]:
    """New places for labels wanted at `places`, at least `gap` apart and inside `top` to `bottom`, order kept.

    Neighbours that would overlap become a block around their common middle (pool adjacent violators), which moves
    all of them the least in the sum of squares.
    """
    order = sorted(range(len(places)), key=lambda i: (places[i], i))
    blocks: list[tuple[float, int]] = []  # middle of the block's first slot, number of labels
    for rank, i in enumerate(order):
        middle, size = places[i] - rank * gap, 1
        while blocks and blocks[-1][0] > middle:
            before, count = blocks.pop()
            middle, size = (before * count + middle * size) / (count + size), count + size
        blocks.append((middle, size))
    flat = [middle for middle, size in blocks for _ in range(size)]
    last = max(bottom - (len(places) - 1) * gap, top)
    result = [0.0] * len(places)
    for rank, i in enumerate(order):
        result[i] = min(max(flat[rank], top), last) + rank * gap
    return result


def width(text: str, size: float, *, bold: bool = False) -> float:
    """About how wide a text is in Arial; enough to keep labels inside a drawing."""
    narrow = sum(letter in "fijlrtI.,;:'!| ()" for letter in text)
    wide = sum(letter in "mwMW%@" for letter in text)
    ems = 0.56 * (len(text) - narrow - wide) + 0.3 * narrow + 0.86 * wide
    return ems * size * (1.06 if bold else 1)
