"""One cell as one value: the plain reading of text that the columns are held against."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, time
from fractions import Fraction

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d(?::\d\d)?)(?:(?<=:\d\d:\d\d)\.\d{1,9})?)?", re.ASCII)
_WHOLE = re.compile(r"[+-]?\d{1,18}(?:\.0*)?", re.ASCII)
_DECIMAL = re.compile(r"[+-]?(?:\d{1,30}\.?\d{0,30}|\.\d{1,30})(?:[eE][+-]?\d{1,2})?", re.ASCII)
_LARGEST = 2**63 - 1


def moment(text: str) -> datetime | None:
    """ISO date, or date and time with space or T; parts of a second are cut off. None when it is neither."""
    found = _DAY.fullmatch(text)
    if not found:
        return None
    try:
        at = time.fromisoformat(found[2]) if found[2] else time()
        return datetime.combine(date.fromisoformat(found[1]), at)
    except ValueError:
        return None


def day(text: str) -> date | None:
    """The day of an ISO date or date and time."""
    found = moment(text)
    return found.date() if found else None


def whole(text: str) -> int | None:
    """A whole number; 12.0 is one, 12.5 is not."""
    return int(text.split(".", maxsplit=1)[0]) if _WHOLE.fullmatch(text) else None


def parts(text: str, per: int) -> Fraction | None:
    """A decimal number as `1/per` parts, exact: 0.5 by hundredths is 50."""
    if not _DECIMAL.fullmatch(text):
        return None
    value = Fraction(text) * per
    return value if abs(value) <= _LARGEST - 1 else None


def half_up(value: Fraction) -> int:
    """The nearest whole number, a half away from zero."""
    size = math.floor(abs(value) + Fraction(1, 2))
    return size if value >= 0 else -size
