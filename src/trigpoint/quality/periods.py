"""Periods of care: the runs of a child's episodes that follow on without a gap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from trigpoint.quality.care import episodes
from trigpoint.records.returns import ChildReturn


@dataclass(frozen=True)
class Period:
    """A period of care from the DECOM of its first episode to the DEC of its last; `end` is None while it lasts."""

    start: date
    end: date | None


def periods(child: ChildReturn) -> Sequence[Period]:
    """The child's periods of care in order. An episode that begins after all before it ended begins a period."""
    return child.remembered(_periods)


def _periods(child: ChildReturn) -> Sequence[Period]:
    found: list[Period] = []
    for row in episodes(child):
        if row.DECOM is None:
            continue
        before = found[-1] if found else None
        if before is None or (before.end is not None and before.end < row.DECOM):
            found.append(Period(row.DECOM, row.DEC))
        else:
            found[-1] = Period(before.start, max(row.DEC, before.end or row.DEC) if row.DEC else None)
    return tuple(found)
