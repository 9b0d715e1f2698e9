"""The time that a published figure covers: how its year reads on a page, and when a figure of ours covers another."""

from __future__ import annotations

import re
from enum import StrEnum

from trigpoint.language.period import PeriodType

_MARCH = 3


class Covers(StrEnum):
    """What a published year stands for."""

    FINANCIAL_YEAR = "financial_year"
    MARCH = "march"
    SEPTEMBER = "september"
    ACADEMIC_YEAR = "academic_year"
    CALENDAR_YEAR = "calendar_year"

    def label(self, year: str) -> str:
        """A year as on a page: `2025` or `2024/25` as "Year to 31 March 2025"; what stands behind it stays."""
        end, rest = year_end(year), _YEAR.sub("", year).strip()
        words = _WORDS[self].format(end, end - 1, end % 100)
        return f"{words} {_NOTES.get(rest.casefold(), rest)}".strip()

    def difference(self, kind: PeriodType, month: int = _MARCH) -> str:
        """How a figure of ours differs in time, in a sentence; empty when it covers the same.

        `kind` is the period type of ours and `month` the month (1 to 12) that it ends with.
        """
        if self in _SAME and month == _MARCH and kind in _SAME[self]:
            return ""
        months = "" if month == _MARCH or kind not in _TO_A_MONTH else ", to another month than March"
        return f"The published figures are for {_SPAN[self]}; this one is for {_OURS[kind]}{months}."


# "2025", "2024/25", "202425", "2014-16", "2021/22-23/24": a period is named by the last year in it.
_YEAR = re.compile(r"^\s*(\d{4})((?:[/-]?(?:\d{4}|\d{2}))*)")
_WORDS = {
    Covers.FINANCIAL_YEAR: "Year to 31 March {0}",
    Covers.MARCH: "31 March {0}",
    Covers.SEPTEMBER: "30 September {0}",
    Covers.ACADEMIC_YEAR: "Academic year {1}/{2:02}",
    Covers.CALENDAR_YEAR: "Year to 31 December {0}",
}
_NOTES = {"(prov)": "(provisional)", "(rev)": "(revised)"}
_SPAN = {
    Covers.FINANCIAL_YEAR: "a year to 31 March",
    Covers.MARCH: "31 March",
    Covers.SEPTEMBER: "30 September",
    Covers.ACADEMIC_YEAR: "an academic year",
    Covers.CALENDAR_YEAR: "a calendar year",
}
_OURS = {
    PeriodType.MONTH: "a month",
    PeriodType.QUARTER: "a quarter",
    PeriodType.YTD: "the year so far",
    PeriodType.ROLLING3: "3 months",
    PeriodType.ROLLING12: "12 months",
    PeriodType.ROLLING36: "3 years",
    PeriodType.FINANCIAL_YEAR: "a year to 31 March",
    PeriodType.SNAPSHOT: "the last day of a month",
}
_TO_A_MONTH = {PeriodType.YTD, PeriodType.ROLLING12, PeriodType.SNAPSHOT}
_SAME = {
    # The year to date and 12 months are the year when they end with March; children "at 31 March" who did something
    # in the year are a snapshot of ours.
    Covers.FINANCIAL_YEAR: {*_TO_A_MONTH, PeriodType.FINANCIAL_YEAR},
    Covers.MARCH: {PeriodType.SNAPSHOT, PeriodType.FINANCIAL_YEAR},
    # Supplied figures of schools stand in the financial year that holds the 31 March inside the academic year.
    Covers.ACADEMIC_YEAR: {PeriodType.FINANCIAL_YEAR},
}


def year_end(year: str) -> int:
    """The last year of a published period: 2025 of `2025`, `2024/25`, `202425` and `2023-25`. 0 when it has none."""
    found = _YEAR.match(year)
    if not found:
        return 0
    first, later = found.groups()
    last = (re.findall(r"\d{4}|\d{2}", later) or [first])[-1]
    return int(last) if len(last) == 4 else int(first[:2] + last)
