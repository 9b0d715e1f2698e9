"""The attack: the lowest and the highest that every suppressed count can be, by linear programming."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

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
        if len(known.equal) > loose and not self._is_possible():  # something had changed that nobody can see
            del known.equal[loose:]
            self._set_up(known)

    def _set_up(self, known: Constraints) -> None:
        """What is printed is put in; what is left falls into parts that have nothing to do with each other."""
        self._printed = {next(iter(terms)): total for terms, total in known.equal if len(terms) == 1}
        self._parts: dict[Unknown, _Part] = {}
        contradicted = False
        for rows, is_equal in ((known.equal, True), (known.at_most, False)):
            for terms, total in rows:
                left = {u: factor for u, factor in terms.items() if u not in self._printed}
                rest = total - sum(f * self._printed[u] for u, f in terms.items() if u in self._printed)
                contradicted |= not left and (rest < -1e-4 or (is_equal and rest > 1e-4))
                if left:
                    self._joined(left).rows.append((left, rest, is_equal))
        self._contradicted = contradicted

    def _joined(self, terms: Terms) -> _Part:
        """The one part in which all of these stand from now on."""
        parts = {id(part): part for part in (self._parts.get(u) for u in terms) if part}
        whole = max(parts.values(), key=lambda part: len(part.unknowns), default=_Part())
        for part in parts.values():
            if part is not whole:
                whole.unknowns |= part.unknowns
                whole.rows += part.rows
                self._parts |= dict.fromkeys(part.unknowns, whole)
        new = [u for u in terms if u not in whole.unknowns]
        whole.unknowns |= dict.fromkeys(new)
        self._parts |= dict.fromkeys(new, whole)
        return whole

    def bounds(self, unknown: Unknown) -> Found:
        """The range of a number of the newest edition, given everything else."""
        asked = (self._newest, unknown)
        if asked in self._printed:
            return Found(self._printed[asked], self._printed[asked])
        if asked not in self._parts:
            return Found(0.0, np.inf)
        part = self._parts[asked]
        low, high = part.least({asked: 1.0}, whole=self._whole), part.least({asked: -1.0}, whole=self._whole)
        assert low is not None
        assert high is not None
        return Found(low, -high)

    def _is_possible(self) -> bool:
        parts = {id(part): part for part in self._parts.values()}.values()
        return not self._contradicted and all(part.least({}, whole=False) is not None for part in parts)


@dataclass(eq=False)
class _Part:
    """Unknowns that hang together, and the constraints on them: terms, total, and whether they make the total."""

    unknowns: dict[Unknown, None] = field(default_factory=dict)
    rows: list[tuple[Terms, float, bool]] = field(default_factory=list)

    def least(self, goal: Terms, *, whole: bool) -> float | None:
        """The least that a sum can be; None when the constraints contradict each other."""
        columns = {u: at for at, u in enumerate(self.unknowns)}
        entries = [(at, columns[u], f) for at, (terms, _, _) in enumerate(self.rows) for u, f in terms.items()]
        places, across, factors = zip(*entries, strict=True)
        matrix = csr_array((factors, (places, across)), shape=(len(self.rows), len(columns)))
        totals = np.array([total for _, total, _ in self.rows])
        floors = np.where([is_equal for _, _, is_equal in self.rows], totals, -np.inf)
        wanted, kinds = np.zeros(len(columns)), np.full(len(columns), int(whole))
        for unknown, factor in goal.items():
            wanted[columns[unknown]] = factor
        limits = LinearConstraint(matrix, floors, totals)
        found = milp(wanted, integrality=kinds, bounds=Bounds(0, np.inf), constraints=limits)
        if found.status in {3, 4}:  # without a limit
            return -np.inf
        return float(found.fun) if found.status == 0 else None


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
