"""Shares rounded so that they still add to 100: the largest remainders get the points that rounding down left over."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_DOWN, Decimal


def rounded(shares: Sequence[Decimal]) -> list[Decimal]:
    """Whole numbers that add to 100 where the shares do, each less than 1 away from its share."""
    down = [share.quantize(Decimal(1), ROUND_DOWN) for share in shares]
    left = int((sum(shares, Decimal(0)).quantize(Decimal(1))) - sum(down, Decimal(0)))
    order = sorted(range(len(shares)), key=lambda place: (down[place] - shares[place], place))
    for place in order[:left]:
        down[place] += 1
    return down
