"""How sure a figure is: its 95% interval as displayed, and whether it is made of too few cases to be judged by."""

from decimal import Decimal
from typing import Literal

import numpy as np

from trigpoint.figures.intervals import byar, wilson
from trigpoint.figures.rounding import half_up

SMALL = 10
"""Below this many cases a percentage is said to be of a small number."""

LEAST = 6
"""Below this many cases a percentage is not shown to the public; a council may set it higher."""


def interval(
    form: Literal["share", "rate"], numerator: int, denominator: int, decimals: int, per: int = 100
) -> tuple[Decimal, Decimal] | None:
    """Lower and upper 95% limit: Wilson's of a share in per cent, Byar's of a rate per `per`; None over no cases.

    >>> interval("share", 29, 35, 0)
    (Decimal('67'), Decimal('92'))
    """
    if denominator <= 0:
        return None
    top, bottom = np.array([float(numerator)]), np.array([float(denominator)])
    low, high = wilson(top, bottom) if form == "share" else byar(top, bottom, per)
    return half_up(Decimal(repr(float(low[0]))), decimals), half_up(Decimal(repr(float(high[0]))), decimals)


def small_number(
    denominator: int | None, *, public: bool = False, least: int = LEAST
) -> Literal["", "small", "hidden"]:
    """Whether a percentage over so many cases is said to be small, or hidden in what is published."""
    if denominator is None or denominator >= max(SMALL, least if public else 0):
        return ""
    return "hidden" if public and denominator < least else "small"
