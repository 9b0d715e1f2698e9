"""Findings put together by rule, with what they do to figures: the rows of the worklist's first page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from trigpoint.tasks.distortion import Distortion, distortions
from trigpoint.tasks.kept_check import KeptCheck
from trigpoint.web.children.gate import Row


@dataclass(frozen=True)
class Failing:
    """A rule that rows fail: how many, of how many children, whose, since when, and the figure it moves most."""

    rule: str
    title: str
    mend: str
    severity: str
    records: int
    children: int
    accepted: int
    new: int
    teams: tuple[tuple[str, int], ...]
    oldest: int
    moves: tuple[Distortion, ...]

    @property
    def changes_a_figure(self) -> bool:
        """Whether mending or removing its rows moves any figure."""
        return bool(self.moves)


def failing(rows: Sequence[Row], check: KeptCheck) -> list[Failing]:
    """A line for each rule: those that move figures most come first, then by rows."""
    by_rule: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_rule[row["rule"]].append(row)
    moved = _moved(check)
    found = [_line(rule, mine, check.as_at, moved.get(rule, ())) for rule, mine in by_rule.items()]
    return sorted(found, key=lambda one: (-_most(one.moves), -one.records, one.title))


@lru_cache(maxsize=4)
def _moved(check: KeptCheck) -> Mapping[str, Sequence[Distortion]]:
    """The figures that each rule moves: the same for everyone who looks at a check."""
    return distortions(check.effects)


def chosen(found: Iterable[Failing], which: str) -> list[Failing]:
    """Those lines that a filter keeps."""
    keep = {"figures": _moves_a_figure, "new": _is_new, "accepted": _is_accepted}.get(which)
    return [one for one in found if keep is None or keep(one)]


def _moves_a_figure(one: Failing) -> bool:
    return one.changes_a_figure


def _is_new(one: Failing) -> bool:
    return one.new > 0


def _is_accepted(one: Failing) -> bool:
    return one.accepted > 0


def _line(rule: str, rows: Sequence[Row], as_at: date, moves: Sequence[Distortion]) -> Failing:
    first: dict[str, Any] = rows[0]
    accepted = [row for row in rows if row["status"] == "accepted"]
    still = [row for row in rows if row["status"] != "accepted"]
    teams = Counter(row["team"] or "No team recorded" for row in still)
    return Failing(
        rule=rule,
        title=first["title"],
        mend=first["mend"],
        severity=first["severity"],
        records=len(still),
        children=len({row["child_id"] for row in still}),
        accepted=len(accepted),
        new=sum(1 for row in still if row["first_seen"] == as_at),
        teams=tuple(teams.most_common(2)),
        oldest=max(((as_at - row["first_seen"]).days for row in still), default=0),
        moves=tuple(moves),
    )


def _most(moves: Sequence[Distortion]) -> float:
    return max((abs(one.mended_value - one.now_value) for one in moves if one.mended_value is not None), default=-1.0)
