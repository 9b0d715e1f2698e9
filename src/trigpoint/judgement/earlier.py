"""Earlier figures that a figure is compared with, by name: the last period, the same month last year."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

from trigpoint.judgement.direction import Direction, direction
from trigpoint.language.period import last_day, month_of
from trigpoint.language.terms import Good


class Earlier(StrEnum):
    """Which earlier figure; the value is what a page says of it."""

    LAST_PERIOD = "last period"
    SAME_MONTH_LAST_YEAR = "same month last year"


def since(
    series: Mapping[date, Decimal | None], end: date, which: Earlier, good: Good, months: int = 1
) -> Direction | None:
    """The direction of the figure whose period ends on `end`, from an earlier one of its series of displayed values.

    `months` is the length of a period. None where either figure is missing: a gap is not skipped.
    """
    back = 12 if which is Earlier.SAME_MONTH_LAST_YEAR else months
    before = last_day(month_of(end) - back)
    value, other = series.get(end), series.get(before)
    if value is None or other is None:
        return None
    return direction(value, other, good, f"{which} ({before:%B %Y})")
