"""Care leavers as rules of the SSDA903 return ask of them: whether anything is told, the birthday it is told of."""

from __future__ import annotations

from datetime import date

from trigpoint.quality.days import birthday
from trigpoint.records.returns.ssda903 import OC3

AGES = (17, 18)


def is_told(row: OC3) -> bool:
    """Whether anything about contact, activity or accommodation is filled."""
    return bool(row.IN_TOUCH or row.ACTIV or row.ACCOM)


def last_birthday(row: OC3) -> date | None:
    """The latest birthday up to the end of the collection year, of a young person who is then 17 or 18."""
    last_day = row.collection.last_day
    for age in AGES:
        day, after = birthday(row.DOB, age), birthday(row.DOB, age + 1)
        if day is not None and after is not None and day <= last_day < after:
            return day
    return None
