"""How numbers and periods are written: units, differences, period names, number words. One place for every format."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from trigpoint.figures.rounding import half_up
from trigpoint.language.period import PeriodType

PERCENT, DAYS = "%", "days"
_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_SYMBOL = {
    "no cases": "[z]",
    "not applicable": "[z]",
    "not collected": "[x]",
    "not yet known": "[x]",
    "suppressed": "[c]",
}
NEW = "–"
ABSENT = ("not collected", "not printed")
"""Reasons for which there was never a figure: before a measure was new, or beyond what a report printed."""


def number(value: Decimal | int) -> str:
    """With thousands commas and a true minus."""
    return f"{Decimal(value):,f}".replace("-", "−")


def figure(value: Decimal, unit: str) -> str:
    """A figure with its unit, as in a table: 84%, 572 days, 16."""
    return number(value) + {PERCENT: "%", DAYS: " day" if value == 1 else " days"}.get(unit, "")


def exactly(value: Decimal, unit: str) -> str:
    """A target as agreed, without idle zeros."""
    return figure(_trimmed(value), unit)


def _trimmed(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def size(difference: Decimal, unit: str) -> str:
    """How large a difference is, without its sign: 1 point, 12 days, 0.4."""
    one = _trimmed(abs(difference))
    if unit == PERCENT:
        return f"{one} point" if one == 1 else f"{number(one)} points"
    return figure(one, unit)


def between(low: Decimal, high: Decimal, unit: str) -> str:
    """A band: 80% to 90%, 550 to 600 days."""
    return f"{exactly(low, '' if unit == DAYS else unit)} to {exactly(high, unit)}"


def symbol(reason: str) -> str:
    """What stands where a value is missing."""
    return _SYMBOL.get(reason, "[x]")


def count(value: int | Decimal | Fraction, places: int = 0) -> str:
    """A count, or with places an amount such as full-time equivalents."""
    return number(half_up(value, places))


def few(n: int) -> str:
    """A small number in words, from 10 in digits."""
    return _WORDS[n] if 0 <= n < len(_WORDS) else str(n)


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def inside(text: str) -> str:
    """The text as it stands inside a sentence; what is written in capitals keeps them."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def day(value: date) -> str:
    """5 October 2026."""
    return f"{value.day} {value:%B %Y}"


def financial_year(end: date) -> str:
    """2026/27, the year in which a day falls."""
    first = end.year if end.month >= 4 else end.year - 1
    return f"{first}/{(first + 1) % 100:02d}"


def period(kind: PeriodType, end: date) -> str:
    """A period in full, as above a figure."""
    match kind:
        case PeriodType.MONTH:
            return f"{end:%B %Y}"
        case PeriodType.SNAPSHOT:
            return day(end)
        case PeriodType.QUARTER:
            return f"Quarter {_quarter(end)} {financial_year(end)}"
        case PeriodType.FINANCIAL_YEAR:
            return f"Year {financial_year(end)}"
        case PeriodType.YTD:
            return f"{end:%B %Y}" if end.month == 4 else f"April{_other_year(end)} to {end:%B %Y}"
    return f"{_LENGTH[kind]} to {end:%B %Y}"


def column(kind: PeriodType, end: date) -> str:
    """A period as the head of a narrow column."""
    short = f"{end:%b %Y}"
    match kind:
        case PeriodType.MONTH:
            return short
        case PeriodType.SNAPSHOT:
            return f"{end.day} {short}"
        case PeriodType.QUARTER:
            return f"Q{_quarter(end)} {financial_year(end)}"
        case PeriodType.FINANCIAL_YEAR:
            return financial_year(end)
        case PeriodType.YTD:
            return short if end.month == 4 else f"Apr{_other_year(end)} to {short}"
    return f"{_LENGTH[kind]} to {short}"


def tick(kind: PeriodType, end: date) -> tuple[str, str]:
    """A period as an axis label, and the year it stands in."""
    if kind is PeriodType.QUARTER:
        return f"Q{_quarter(end)}", financial_year(end)
    if kind is PeriodType.FINANCIAL_YEAR:
        return financial_year(end), ""
    return f"{end:%b}", f"{end.year}"


def moment(kind: PeriodType, end: date, now: date) -> str:
    """A past period inside a sentence: "October", with the year when it is another than this one's."""
    if kind in (PeriodType.QUARTER, PeriodType.FINANCIAL_YEAR):
        return period(kind, end).replace("Quarter", "quarter").replace("Year", "year")
    return f"{end:%B}" if end.year == now.year else f"{end:%B %Y}"


def _other_year(end: date) -> str:
    """The year of the April before, when it is not the same."""
    return f" {end.year - 1}" if end.month < 4 else ""


def _quarter(end: date) -> int:
    return (end.month - 4) % 12 // 3 + 1


_LENGTH = {PeriodType.ROLLING3: "3 months", PeriodType.ROLLING12: "12 months", PeriodType.ROLLING36: "3 years"}
