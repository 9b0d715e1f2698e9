"""One cell as a day, a number or a reason for having none; None when it is nothing of the kind."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from trigpoint.language.reason import Reason
from trigpoint.sources import values
from trigpoint.sources.aggregates.columns import LARGEST

_BRITISH = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d{1,20})?(?:\.\d{1,20})?(?:[eE][+-]?\d{1,2})?", re.ASCII)
_FIRST, _LAST = date(1990, 1, 1), date(2100, 12, 31)
_DIGITS = 10

_SIGNS = {
    Reason.SUPPRESSED: ("suppressed", "c", "[c]", "*"),
    Reason.NOT_COLLECTED: ("not collected", "not available", "x", "[x]", ":", ".."),
    Reason.NOT_APPLICABLE: ("not applicable", "z", "[z]", "n/a"),
    Reason.NOT_YET_KNOWN: ("not yet known",),
    Reason.NO_CASES: ("no cases",),
}
REASONS = {sign: reason for reason, signs in _SIGNS.items() for sign in signs}
"""What may stand where there is no value: our reasons in words, and the signs of official statistics."""


def day(text: str) -> date | None:
    """2026-03-31 or 31/3/2026, from 1990 to 2100."""
    try:
        if found := _BRITISH.fullmatch(text):
            said: date | None = date(int(found[3]), int(found[2]), int(found[1]))
        else:
            said = values.day(text)
    except ValueError:
        return None
    return said if said and _FIRST <= said <= _LAST else None


def number(text: str) -> Decimal | None:
    """A decimal number, thousands by comma allowed, to ten places."""
    if not _NUMBER.fullmatch(text) or not any(c.isdigit() for c in text):
        return None
    try:
        said = Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None
    if abs(said) >= LARGEST:
        return None
    return rounded(Fraction(said), _DIGITS) if _places(said) > _DIGITS else said


def rounded(value: Fraction, places: int) -> Decimal:
    """Half-up, exactly."""
    return Decimal(values.half_up(value * 10**places)).scaleb(-places)


def agree(said: Decimal, counted: Fraction, decimals: int) -> bool:
    """Whether two values are the same as displayed, at no more places than the first was given with."""
    places = min(decimals, max(0, _places(said)))
    return rounded(Fraction(said), places) == rounded(counted, places)


def _places(said: Decimal) -> int:
    exponent = said.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0
