"""Dates of the return, day first. Which way round a file writes them is decided over the whole file, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from trigpoint.sources import values

Order = Literal["day", "month"]

_PARTS = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)(?:[ T]0?0:00(?::00(?:\.0+)?)?)?", re.ASCII)
_CENTURY_TURNS = 50
"""Two-digit years below are of this century: the return looks ahead to 18th birthdays and back to births."""


_MONTHS = 12


@dataclass(frozen=True)
class Evidence:
    """One example of each: only day-first is a date, only month-first is, both are and differ. Empty when none."""

    day: str = ""
    month: str = ""
    either: str = ""

    def __add__(self, other: Evidence) -> Evidence:
        return Evidence(self.day or other.day, self.month or other.month, self.either or other.either)

    @property
    def order(self) -> Order | None:
        """The order that the examples settle; None when they settle none or contradict each other."""
        if bool(self.day) == bool(self.month):
            return None
        return "day" if self.day else "month"


def evidence(texts: Iterable[str]) -> Evidence:
    """What some cells say about the order of day and month."""
    day = month = either = ""
    for text in texts:
        parts = _PARTS.fullmatch(text)
        if not parts or parts[1] == parts[3]:
            continue
        first, second = int(parts[1]), int(parts[3])
        if 1 <= first <= _MONTHS and 1 <= second <= _MONTHS:
            either = either or ("" if first == second else text)
        elif first > second and not day:
            day = text if read(text, "day") else ""
        elif first < second and not month:
            month = text if read(text, "month") else ""
    return Evidence(day, month, either)


def read(text: str, order: Order | None) -> date | None:
    """A date written ISO or with day and month in the given order; the year has two or four digits."""
    parts = _PARTS.fullmatch(text)
    if not parts:
        return values.day(text)
    first, second, year = int(parts[1]), int(parts[3]), int(parts[4])
    if len(parts[4]) == 2:
        year += 2000 if year < _CENTURY_TURNS else 1900
    day, month = (second, first) if order == "month" else (first, second)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def written(day: date | None) -> str:
    """A date as the return writes it."""
    return f"{day:%d/%m/}{day.year:04d}" if day else ""
