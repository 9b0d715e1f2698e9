"""Spans of time held against each other: which begin while another runs. Each row and its other are found once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from trigpoint.records.returns import ReturnRow

Row = TypeVar("Row", bound=ReturnRow)
Other = TypeVar("Other", bound=ReturnRow)

First = Callable[[Row], date | None]
Last = Callable[[Row], int | None]
"""The number of the last day on which another may not begin, of `through` or `up_to`; None for a span without one."""


def through(day: date | None) -> int | None:
    """A span that runs to a day, which it includes."""
    return day.toordinal() if day is not None else None


def up_to(day: date | None) -> int | None:
    """A span that runs to the day before a day."""
    return day.toordinal() - 1 if day is not None else None


def overlapping(rows: Sequence[Row], first: First[Row], last: Last[Row]) -> Iterator[Row]:
    """Rows that begin while another of them runs, and those others; one sorted pass, however many rows there are."""
    alone: Row | None = None
    reach = 0
    for start, end, row in _spans(rows, first, last):
        if start <= reach:
            if alone is not None:
                yield alone
            yield row
            alone = None
        else:
            alone = row
        reach = max(reach, end)


def covered(
    rows: Sequence[Row], day: First[Row], others: Sequence[Other], first: First[Other], last: Last[Other]
) -> Iterator[Row | Other]:
    """Rows whose day lies in the span of any of the others, and those others; one sorted pass over both."""
    if not rows or not others:
        return
    spans = _spans(others, first, last)
    at = reach = 0
    for start, _, row in _spans(rows, day, lambda _: None):
        begun = at
        while at < len(spans) and spans[at][0] <= start:
            reach = max(reach, spans[at][1])
            at += 1
        if start <= reach:
            yield row
        # A span that has ended before this day is covered by no later one: each is looked at once.
        yield from (other for _, end, other in spans[begun:at] if start <= end)


def _spans(rows: Sequence[Row], first: First[Row], last: Last[Row]) -> list[tuple[int, int, Row]]:
    """First and last day of each row by number, in order; of those that begin together the longest first."""
    found = [(day.toordinal(), last(row) or 0, row) for row in rows if (day := first(row)) is not None]
    return sorted(found, key=lambda span: (span[0], -span[1]))
