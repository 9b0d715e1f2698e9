"""Distance: how many more cases met (or fewer) would have reached the target, in whole cases."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction
from math import ceil

from trigpoint.language.terms import Good


def cases_to_target(numerator: int, denominator: int, target: Decimal, good: Good, decimals: int) -> int | None:
    """The fewest cases that, met and not missed (good low: the other way), bring the displayed percentage to target.

    0 when the target is met as displayed; None when no number of the cases at hand can reach it, or there are none.

    >>> cases_to_target(137, 164, Decimal(85), Good.HIGH, 0)
    2
    """
    if denominator == 0:
        return None
    unit = Decimal(1).scaleb(-decimals)
    half = Fraction(unit) / 2
    if good is Good.HIGH:  # met from half a unit below the target, once that is taken up to a printable value
        edge = Fraction(target.quantize(unit, ROUND_CEILING)) - half
        needed = max(ceil(edge * denominator / 100), 0)
        cases = max(needed - numerator, 0)
        return cases if numerator + cases <= denominator else None
    edge = Fraction(target.quantize(unit, ROUND_FLOOR)) + half  # a half rounds up, so it must stay strictly below
    most = ceil(edge * denominator / 100) - 1
    return None if most < 0 else max(numerator - most, 0)
