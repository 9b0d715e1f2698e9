"""What rules of the SSDA903 return ask of a child: episodes in order, and the flags that no column holds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from trigpoint.quality.days import is_within
from trigpoint.records.returns import ChildReturn
from trigpoint.records.returns.ssda903 import UASC, Episodes, Header

RESPITE = frozenset({"V3", "V4"})
"""Legal statuses of short breaks, which most rules leave out."""


def episodes(child: ChildReturn) -> Sequence[Episodes]:
    """The child's episodes by DECOM, in file order where it is equal; those without DECOM take no part."""
    return child.remembered(_episodes)


def _episodes(child: ChildReturn) -> Sequence[Episodes]:
    dated = [row for row in child.rows(Episodes) if row.DECOM is not None]
    return tuple(sorted(dated, key=_start))


def _start(row: Episodes) -> date:
    return row.DECOM or date.max


def _neighbours(child: ChildReturn) -> dict[Episodes, tuple[Episodes | None, Episodes | None]]:
    rows = [None, *episodes(child), None]
    return {row: (rows[at - 1], rows[at + 1]) for at, row in enumerate(rows) if row is not None}


def earlier(episode: Episodes) -> Episodes | None:
    """The child's episode before this one by DECOM."""
    return episode.child.remembered(_neighbours).get(episode, (None, None))[0]


def later(episode: Episodes) -> Episodes | None:
    """The child's episode after this one by DECOM."""
    return episode.child.remembered(_neighbours).get(episode, (None, None))[1]


def latest(child: ChildReturn | None) -> Episodes | None:
    """The child's latest episode by DECOM."""
    rows = episodes(child) if child is not None else ()
    return rows[-1] if rows else None


def earliest(child: ChildReturn | None) -> Episodes | None:
    """The child's earliest episode by DECOM."""
    rows = episodes(child) if child is not None else ()
    return rows[0] if rows else None


def born(child: ChildReturn) -> date | None:
    """Date of birth on the Header."""
    header = child.first(Header)
    return header.DOB if header else None


def is_unaccompanied(child: ChildReturn) -> bool:
    """Whether the UASC flag is 1: as the Header of XML has it, else for a child with a UASC row."""
    header = child.first(Header)
    if header is not None and header.UASC is not None:
        return header.UASC == "1"
    return bool(child.rows(UASC))


def is_continuously_looked_after(child: ChildReturn) -> bool:
    """In care the whole collection year.

    An episode overlaps the year; none of them starts care within it (after its first day), none ends otherwise than by
    X1 in it (before its last day), none that overlaps it is a short break.
    """
    return child.remembered(_continuous)


def _continuous(child: ChildReturn) -> bool:
    first, last = child.collection.first_day, child.collection.last_day
    overlapping = [row for row in episodes(child) if _start(row) <= last and (row.DEC is None or first <= row.DEC)]
    return bool(overlapping) and not any(
        (row.RNE == "S" and first < _start(row) <= last)
        or (row.REC != "X1" and row.DEC is not None and first <= row.DEC < last)
        or (row.LS in RESPITE and row in overlapping)
        for row in episodes(child)
    )


def is_in_year(child: ChildReturn, day: date | None) -> bool:
    """Whether a day lies in the collection year."""
    return is_within(day, child.collection.first_day, child.collection.last_day)
