"""Episodes in the order of a child's care: periods, placements and legal statuses told apart, each with an id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Any

Row = dict[str, Any]

_PLACE = ("PLACE", "PLACE_PROVIDER", "PL_POST", "URN")


@dataclass
class Run:
    """Episodes that follow each other and share something: a period of care, a placement or a legal status."""

    id: str
    episodes: list[Row]

    @property
    def first(self) -> Row:
        """The episode that began it."""
        return self.episodes[0]

    @property
    def last(self) -> Row:
        """The latest episode."""
        return self.episodes[-1]

    @property
    def end(self) -> date | None:
        """Day on which it ended; None while it is open."""
        end: date | None = self.last["DEC"]
        return end


@dataclass
class Care:
    """One child's episodes by start, and the runs among them."""

    child: str
    episodes: list[Row]
    periods: list[Run] = field(default_factory=list)
    placements: list[Run] = field(default_factory=list)
    statuses: list[Run] = field(default_factory=list)

    def period_on(self, day: date | None) -> Run | None:
        """The period of care that holds a day, its last day included; of two the one that began later."""
        if day is None:
            return None
        for period in reversed(self.periods):
            if period.first["DECOM"] <= day and ((end := period.end) is None or day <= end):
                return period
        return None


@lru_cache(20_000)
def _stamp(day: date) -> str:
    return day.isoformat().replace("-", "")


class Names:
    """Ids that say what they name and never repeat: the second of the same name ends in -2."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def name(self, child: str, letter: str, day: date | None) -> str:
        """An id for something of a child that began on a day."""
        base = f"{child}-{letter}{_stamp(day) if day else ''}"
        times = self._given[base] = self._given.get(base, 0) + 1
        return base if times == 1 else f"{base}-{times}"


def cares(episodes: Iterable[Row]) -> dict[str, Care]:
    """The care of every child with episodes. An episode without DECOM is kept aside: it is in no run."""
    by_child: dict[str, list[Row]] = {}
    for row in episodes:
        by_child.setdefault(row["CHILD"], []).append(row)
    names = Names()
    return {child: _care(child, sorted(rows, key=_order), names) for child, rows in by_child.items()}


def _order(row: Row) -> tuple[date, date, int]:
    return row["DECOM"] or date.max, row["DEC"] or date.max, row["place"]


def _care(child: str, rows: list[Row], names: Names) -> Care:
    care = Care(child, rows)
    dated = [row for row in rows if row["DECOM"]]
    care.periods = _runs(dated, [new_period(a, b) for a, b in pairwise(dated)], names, "care")
    care.placements = _runs(dated, [_new_placement(a, b) for a, b in pairwise(dated)], names, "place")
    care.statuses = _runs(dated, [_new_status(a, b) for a, b in pairwise(dated)], names, "legal")
    return care


def new_period(before: Row, row: Row) -> bool:
    """Whether an episode begins a new period of care: it says so, or the one before it left care."""
    return row["RNE"] == "S" or before["REC"] not in (None, "X1")


def _touches(before: Row, row: Row) -> bool:
    return bool(before["DEC"] == row["DECOM"]) and not new_period(before, row)


def _new_placement(before: Row, row: Row) -> bool:
    """Only a change of legal status alone leaves the placement as it was."""
    return row["RNE"] != "L" or not _touches(before, row) or any(before[name] != row[name] for name in _PLACE)


def _new_status(before: Row, row: Row) -> bool:
    return before["LS"] != row["LS"] or not _touches(before, row)


def _runs(rows: list[Row], breaks: list[bool], names: Names, letter: str) -> list[Run]:
    runs: list[Run] = []
    for row, new in zip(rows, [True, *breaks], strict=False):
        if new:
            runs.append(Run(names.name(row["CHILD"], letter, row["DECOM"]), []))
        runs[-1].episodes.append(row)
    return runs


def run_ids(runs: Iterable[Run]) -> dict[int, Run]:
    """The run that each row is in, by its place."""
    return {row["place"]: run for run in runs for row in run.episodes}


def all_runs(cares: Iterable[Care], kind: str) -> Iterator[tuple[Care, Run]]:
    """Every run of a kind (`periods`, `placements`, `statuses`) with the care it is in."""
    for care in cares:
        for run in getattr(care, kind):
            yield care, run
