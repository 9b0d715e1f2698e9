"""What rules of the children in need census ask of a row: the episode of need that it lies in, what lies in it."""

from __future__ import annotations

from typing import TypeVar, cast

from trigpoint.records.returns import ReturnRow
from trigpoint.records.returns.cin_census import CINdetails

Row = TypeVar("Row", bound=ReturnRow)


def details(row: ReturnRow) -> CINdetails:
    """The episode of need that a row lies in, itself when it is one."""
    while row.within is not None:
        row = row.within
    return cast("CINdetails", row)


def inside(row: ReturnRow, of: type[Row]) -> list[Row]:
    """Rows of a module that lie in a row, at whatever depth."""
    return [one for one in row.child.rows(of) if _lies_in(one, row)]


def _lies_in(row: ReturnRow, outer: ReturnRow) -> bool:
    within = row.within
    while within is not None and within is not outer:
        within = within.within
    return within is outer
