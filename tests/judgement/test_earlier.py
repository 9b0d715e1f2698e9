"""The named earlier figure: the last period, the same month last year; a gap is not skipped."""

from datetime import date
from decimal import Decimal

from trigpoint.judgement.earlier import Earlier, since
from trigpoint.language.terms import Good

SERIES = {
    date(2025, 2, 28): Decimal(50),
    date(2025, 12, 31): None,
    date(2026, 1, 31): Decimal(60),
    date(2026, 2, 28): Decimal(55),
}


def test_both_are_named() -> None:
    last = since(SERIES, date(2026, 2, 28), Earlier.LAST_PERIOD, Good.LOW)
    assert last is not None
    assert (str(last), last.comparator) == ("down, better", "last period (January 2026)")
    year = since(SERIES, date(2026, 2, 28), Earlier.SAME_MONTH_LAST_YEAR, Good.LOW)
    assert year is not None
    assert (str(year), year.comparator) == ("up, worse", "same month last year (February 2025)")


def test_a_missing_figure_gives_no_direction() -> None:
    assert since(SERIES, date(2026, 1, 31), Earlier.LAST_PERIOD, Good.LOW) is None
    assert since(SERIES, date(2026, 2, 28), Earlier.LAST_PERIOD, Good.LOW, months=3) is None
