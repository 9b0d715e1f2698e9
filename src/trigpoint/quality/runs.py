"""Runs of episodes of one legal status that follow on without a gap."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from trigpoint.quality.care import episodes
from trigpoint.quality.stays import is_open
from trigpoint.records.returns import ChildReturn, Collection
from trigpoint.records.returns.ssda903 import Episodes


def runs(collection: Collection, status: str, *, longer_than: int) -> Iterator[Episodes]:
    """Every episode of a run of the legal status that lasts more than so many days, first DECOM to last DEC.

    An episode joins the run before it when it begins on the day that one ends; an open one ends with the year.
    """
    for child in collection.children.values():
        if status in child.remembered(_statuses):
            for run in _joined(child, status):
                begin, end = run[0].DECOM, _end(run[-1])
                if begin is not None and end is not None and (end - begin).days > longer_than:
                    yield from run


def _statuses(child: ChildReturn) -> frozenset[str | None]:
    return frozenset(row.LS for row in child.rows(Episodes))


def _joined(child: ChildReturn, status: str) -> list[list[Episodes]]:
    found: list[list[Episodes]] = []
    for row in episodes(child):
        if status == row.LS:
            if found and _end(found[-1][-1]) == row.DECOM:
                found[-1].append(row)
            else:
                found.append([row])
    return found


def _end(row: Episodes) -> date | None:
    return row.collection.last_day if is_open(row) else row.DEC
