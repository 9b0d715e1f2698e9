"""Periods that hold, follow or overlap each other: a window is a difference of two running sums."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from trigpoint.figures.disclosure.system import NEAR, Cell, Period, System

SNAPSHOT, WINDOW = "snapshot", "between"

_Edges = dict[tuple[int, int], list[int]]


def add_windows(system: System) -> None:
    """Windows that begin or end together are known to differ by the months between, where all of them agree on it.

    Series in which a child is counted once a window do not add up, and nothing is set up for them.
    """
    lines: dict[Cell, _Edges] = defaultdict(lambda: defaultdict(list))
    for number, cell, _ in system.numbered():
        period = cell.place.period
        if period.kind != SNAPSHOT:
            anywhen = cell._replace(place=cell.place._replace(period=Period("", 0, 0)))
            lines[anywhen][period.first, period.after].append(number)
    for cell, edges in lines.items():
        if sum(map(len, edges.values())) > 1:
            for months in _together(edges):
                _relate(system, cell, edges, months)


def _together(edges: _Edges) -> list[list[int]]:
    """The first days (as months) of windows that hang together by a shared beginning or end, in order."""
    groups: list[set[int]] = []
    for edge in edges:
        touching = [group for group in groups if group & set(edge)]
        groups = [group for group in groups if group not in touching] + [set(edge).union(*touching)]
    return [sorted(group) for group in groups]


def _relate(system: System, cell: Cell, edges: _Edges, months: list[int]) -> None:
    running = _running_sums(system, edges, months)
    if running is None:
        return
    between: dict[int, int] = {}
    for first, after in pairwise(months):
        there = edges.get((first, after))
        place = cell.place._replace(period=Period(WINDOW, first, after))
        step = running[after] - running[first]
        between[first] = there[0] if there else system.add(cell._replace(place=place), step)
    for (first, after), numbers in edges.items():
        if first in running:
            parts = [between[month] for month in months if first <= month < after]
            for number in numbers:
                if [number] != parts:
                    system.relate(number, parts)


def _running_sums(system: System, edges: _Edges, months: list[int]) -> dict[int, float] | None:
    """The sum up to each month, or nothing where the windows do not agree on it."""
    mine = [(first, after, number) for (first, after), some in edges.items() if first in months for number in some]
    running = {months[0]: 0.0}
    while len(running) < len(months):
        for first, after, number in mine:
            if first in running and after not in running:
                running[after] = running[first] + system.values[number]
            elif after in running and first not in running:
                running[first] = running[after] - system.values[number]
    agree = all(abs(running[after] - running[first] - system.values[number]) <= NEAR for first, after, number in mine)
    rising = all(running[after] - running[first] >= -NEAR for first, after in pairwise(months))
    return running if agree and rising else None
