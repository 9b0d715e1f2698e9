"""The last periods of a table as columns: a head each, its year where it starts, the latest tinted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from trigpoint.language.period import PeriodType
from trigpoint.reports.block import Column
from trigpoint.reports.subject import Subject
from trigpoint.reports.wording import tick


def shown_ends(subjects: Sequence[Subject], many: int) -> list[date]:
    """The ends of the last `many` periods of the most up to date subject, from the first with a figure on."""
    latest = max(subjects, key=lambda subject: subject.now.end)
    ends = list(latest.ends[-many:])
    known = {judged.end for subject in subjects for judged in subject.history if judged.counted.value is not None}
    first = next((place for place, end in enumerate(ends) if end in known), len(ends) - 1)
    return ends[first:]


def heading(end: date, *, quarterly: bool) -> tuple[str, str]:
    """What a period is called in a head, and its year: Q3 of 2026/27, Oct of 2026."""
    return tick(PeriodType.QUARTER if quarterly else PeriodType.MONTH, end)


def period_columns(ends: Sequence[date], *, quarterly: bool) -> tuple[Column, ...]:
    """A column a period."""
    columns: list[Column] = []
    before = ""
    for place, end in enumerate(ends):
        head, year = heading(end, quarterly=quarterly)
        columns.append(
            Column(
                head=head,
                year=year,
                year_starts=year != before,
                kind="number",
                now=place == len(ends) - 1,
                look="q",
            )
        )
        before = year
    return tuple(columns)
