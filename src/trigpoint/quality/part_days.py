"""Days of which a part may be unknown, written zz: what is the latest they can mean."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_PARTS = re.compile(r"(\d\d?|zz)/(\d\d?|zz)/(\d{4}|zzzz)", re.ASCII | re.IGNORECASE)

UNKNOWN_YEAR = 2000
"""The year that stands for an unknown one."""


def latest_reading(text: str) -> date | None:
    """The latest day that `zz/05/2018` (31 May 2018) or `zz/zz/2018` (31 December) can mean; None when it is no date.

    An unknown year counts as 2000.
    """
    found = _PARTS.fullmatch(text.strip())
    if not found:
        return None
    day, month, year = (int(part) if part.isdigit() else None for part in found.groups())
    year = year if year is not None else UNKNOWN_YEAR
    try:
        if month is None:
            return date(year, 12, 31) if day is None or day in range(1, 32) else None
        return date(year, month, day if day is not None else monthrange(year, month)[1])
    except ValueError:
        return None
