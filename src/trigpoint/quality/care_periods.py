"""Periods of care, from the child's coming into care to the leaving of it."""

from __future__ import annotations

from collections.abc import Sequence

from trigpoint.quality.care import episodes
from trigpoint.records.returns import ChildReturn
from trigpoint.records.returns.ssda903 import Episodes

Periods = Sequence[Sequence[Episodes]]


def care_periods(child: ChildReturn) -> Periods:
    """The child's episodes by DECOM, parted where care begins (RNE S) or after it has ended (REC other than X1)."""
    return child.remembered(_periods)


def _periods(child: ChildReturn) -> Periods:
    found: list[list[Episodes]] = []
    for row in episodes(child):
        before = found[-1][-1] if found else None
        if before is None or row.RNE == "S" or before.REC not in {None, "X1"}:
            found.append([])
        found[-1].append(row)
    return found
