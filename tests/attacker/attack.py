"""The attack: the lowest and the highest that every suppressed count can be, by linear programming."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from attacker.knowledge import Constraints, Kind, Terms, Unknown, learn, number
from attacker.published_file import COUNTS, Figure


@dataclass(frozen=True)
class Found:
    """What an attacker knows of a count: it lies between two numbers."""

    low: float
    high: float

    def is_success(self, least: int, threshold: int) -> bool:
        """Whether it can be told from some number between `least` and the threshold, both included."""
        return self.low > least + 1e-6 or self.high < threshold - 1e-6


class Attacker:
    """Knows what was published and how such tables are made. `editions` are files, the newest last."""

    def __init__(
        self,
        editions: Sequence[Sequence[Figure]],
        kinds: Mapping[str, Kind],
        same: Sequence[tuple[str, str]] = (),
        *,
        whole: bool = False,
    ) -> None:
        known = Constraints()
        for at, figures in enumerate(editions):
            _into(known, learn(figures, kinds, same), f"edition {at}: ")
        self._newest, self._whole = f"edition {len(editions) - 1}: ", whole
        loose = len(known.equal)
        _tied(known, editions)
        self._set_up(known)
        if not self._is_possible():  # something had changed that nobody can see
            del known.equal[loose:]
            self._set_up(known)

    def _set_up(self, known: Constraints) -> None:
        self._columns = {
            u: at for at, u in enumerate(dict.fromkeys(u for t, _ in known.equal + known.at_most for u in t))
        }
        equal, at_most = self._matrix(known.equal), self._matrix(known.at_most)
        self._limits = [LinearConstraint(equal[0], equal[1], equal[1])]
        if known.at_most:
            self._limits.append(LinearConstraint(at_most[0], -np.inf, at_most[1]))

    def bounds(self, unknown: Unknown) -> Found:
        """The range of a number of the newest edition, given everything else."""
        at = self._columns.get((self._newest, unknown))
        if at is None:
            return Found(0.0, np.inf)
        return Found(self._extreme(at, 1.0), -self._extreme(at, -1.0))

    def _is_possible(self) -> bool:
        return bool(milp(np.zeros(len(self._columns)), bounds=Bounds(0, np.inf), constraints=self._limits).status == 0)

    def _extreme(self, at: int, sign: float) -> float:
        goal = np.zeros(len(self._columns))
        goal[at] = sign
        kinds = np.ones(len(goal)) if self._whole else np.zeros(len(goal))
        found = milp(goal, integrality=kinds, bounds=Bounds(0, np.inf), constraints=self._limits)
        if found.status in {3, 4}:  # without a limit
            return -np.inf
        assert found.status == 0, found.message
        return float(found.fun)

    def _matrix(self, rows: Sequence[tuple[Terms, float]]) -> tuple[Any, Any]:
        entries = [(at, self._columns[u], factor) for at, (terms, _) in enumerate(rows) for u, factor in terms.items()]
        places, columns, factors = zip(*entries, strict=True) if entries else ((), (), ())
        shape = (len(rows), len(self._columns))
        return csr_array((factors, (places, columns)), shape=shape), np.array([total for _, total in rows])


def _into(known: Constraints, more: Constraints, edition: str) -> None:
    for mine, theirs in ((known.equal, more.equal), (known.at_most, more.at_most)):
        mine += [({(edition, unknown): factor for unknown, factor in terms.items()}, total) for terms, total in theirs]


def _tied(known: Constraints, editions: Sequence[Sequence[Figure]]) -> None:
    """Where nothing that two editions print of a series and period differs, nothing has changed."""
    for at in range(len(editions) - 1):
        old, new = _printed(editions[at]), _printed(editions[at + 1])
        for about in old.keys() & new.keys():
            both = old[about].keys() & new[about].keys()
            if all(old[about][key] == new[about][key] for key in both):
                for key in _unknowns(editions[at], about):
                    terms: Terms = {(f"edition {at}: ", key): 1.0, (f"edition {at + 1}: ", key): -1.0}
                    known.equal.append((terms, 0.0))


def _printed(figures: Iterable[Figure]) -> dict[object, dict[object, float]]:
    found: dict[object, dict[object, float]] = {}
    for figure in figures:
        for what, value in figure.numbers.items():
            found.setdefault(figure.about, {})[figure.groups, what] = value
    return found


def _unknowns(figures: Iterable[Figure], about: object) -> list[Unknown]:
    return [number(figure, what) for figure in figures if figure.about == about for what in COUNTS]
