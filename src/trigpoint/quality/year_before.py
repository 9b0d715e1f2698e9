"""What the return of the year before says of the same child."""

from __future__ import annotations

from trigpoint.quality.care import is_unaccompanied
from trigpoint.records.returns import ChildReturn, ReturnRow
from trigpoint.records.returns.ssda903 import Header


def header_before(row: ReturnRow) -> Header | None:
    """The Header of the row's child in the return of the year before."""
    before = row.child.last_year
    return before.first(Header) if before else None


def was_unaccompanied(child: ChildReturn) -> bool:
    """Whether the child's UASC flag was 1 in the return of the year before."""
    before = child.last_year
    return before is not None and is_unaccompanied(before)
