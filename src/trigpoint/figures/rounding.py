"""The one place where a figure is divided and rounded: half-up, exactly, never through a binary float."""

from decimal import Decimal
from fractions import Fraction

Count = int | Decimal


def displayed(numerator: Count, denominator: Count, per: int, decimals: int) -> Decimal:
    """`per` x `numerator` / `denominator`, rounded half-up to `decimals` places, exactly as it is printed.

    Halves go away from zero. A percentage has `per=100`, an average `per=1`, a rate 10,000 or 100,000.

    Raises:
        ZeroDivisionError: the denominator is 0; nothing over nothing is "no cases", never 0%.

    >>> displayed(57, 200, 100, 0)
    Decimal('29')
    >>> displayed(571, 675, 100, 1)
    Decimal('84.6')
    """
    if denominator == 0:
        raise ZeroDivisionError("A figure over no cases has no value; give its reason instead of dividing by 0.")
    return half_up(Fraction(numerator) * per / Fraction(denominator), decimals)


def half_up(value: Fraction | Decimal | int, decimals: int) -> Decimal:
    """`value` rounded half-up to `decimals` places.

    >>> half_up(Decimal("-2.5"), 0)
    Decimal('-3')
    """
    exact = Fraction(value) * 10**decimals
    units = (2 * abs(exact.numerator) + exact.denominator) // (2 * exact.denominator)
    return Decimal(-units if exact < 0 else units).scaleb(-decimals)
