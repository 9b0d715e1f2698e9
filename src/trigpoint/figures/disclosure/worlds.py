"""Other worlds: whole changes of numbers that nobody could tell from the truth by what is published.

A number is hidden well when there is a world in which it is as low, and one in which it is as high, as its range asks.
Finding such a world is left to a solver; that it is one is proved here, in whole numbers.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import Any

import highspy
import numpy as np

from trigpoint.figures.disclosure.system import NEAR, System

_highs: Any = highspy  # not all of it is typed

Change = dict[int, int]
"""By how much each number differs in another world; numbers left out are as they are."""

_LITTLE = 0.001
"""What a change costs where nothing is hidden by it, so that worlds stay near the truth."""


def is_world(system: System, found: Change) -> bool:
    """Whether every sum still holds and nothing falls below nothing."""
    touched = {relation for number in found for relation in system.of[number]}
    holds = all(sum(f * found.get(n, 0) for n, f in system.relations[relation]) == 0 for relation in touched)
    return holds and all(system.values[number] + by >= -NEAR or by >= 0 for number, by in found.items())


class Worlds:
    """Finds cheap worlds: a number costs what it is worth to readers, and nothing once it is hidden.

    Numbers in `fixed` are known to everybody and the same in every world. `cost` is that of the printed numbers.
    """

    def __init__(self, system: System, cost: Mapping[int, float], fixed: Container[int]) -> None:
        self._system, self._cost = system, cost
        self._part = _parts(system, fixed)
        self._solvers: dict[int, _Solver] = {}
        self._free: set[int] = set()

    def free(self, number: int) -> None:
        """The number is hidden now."""
        self._free.add(number)
        part = self._part.get(number)
        if part is not None and part[0] in self._solvers:
            self._solvers[part[0]].price(number, _LITTLE)

    def change(self, number: int, by: int) -> Change | None:
        """The cheapest world found in which a number differs by so much; None where there is none."""
        part = self._part[number]
        solver = self._solvers.get(part[0])
        if solver is None:
            solver = self._solvers[part[0]] = _Solver(self._system, part, [self._price(n) for n in part])
        found = solver.solve(number, by)
        if found is not None and not _is_whole(found):
            found = _Solver(self._system, part, [self._price(n) for n in part], whole=True).solve(number, by)
        changed = {n: round(value) for n, value in (found or {}).items() if round(value)}
        return changed if changed.get(number) == by and is_world(self._system, changed) else None

    def _price(self, number: int) -> float:
        return _LITTLE if number in self._free else _LITTLE + self._cost.get(number, 0.0)


class _Solver:
    """One part of a system as a linear programme: each number has a column for going up and one for going down.

    It is kept from one question to the next, so that each begins where the last one ended.
    """

    def __init__(self, system: System, part: Sequence[int], prices: Sequence[float], *, whole: bool = False) -> None:
        self._part, self._places = part, {n: at for at, n in enumerate(part)}
        self._down = [float(max(np.floor(system.values[n] + NEAR), 0)) for n in part]
        self._solver = _highs.Highs()
        for option, value in (("output_flag", False), ("threads", 1), ("random_seed", 0)):
            self._solver.setOptionValue(option, value)
        self._solver.passModel(self._programme(system, prices))
        if whole:
            columns = np.arange(2 * len(part), dtype=np.int32)
            kinds = np.full(len(columns), int(highspy.HighsVarType.kInteger.value), dtype=np.uint8)
            self._solver.changeColsIntegrality(len(columns), columns, kinds)
            for option, limit in (("mip_rel_gap", 0.1), ("mip_max_nodes", 50), ("mip_max_improving_sols", 2)):
                self._solver.setOptionValue(option, limit)

    def price(self, number: int, price: float) -> None:
        for column in self._columns(number):
            self._solver.changeColCost(column, price)

    def solve(self, number: int, by: int) -> dict[int, float] | None:
        up, down = self._columns(number)
        forward, back = (up, down) if by > 0 else (down, up)
        most = self._down[self._places[number]]
        if by < 0 and -by > most:
            return None
        self._solver.changeColBounds(forward, float(abs(by)), float(abs(by)))
        self._solver.changeColBounds(back, 0.0, 0.0)
        self._solver.run()
        values = np.array(self._solver.getSolution().col_value)
        known = self._solver.getInfo().primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
        self._solver.changeColBounds(up, 0.0, highspy.kHighsInf)
        self._solver.changeColBounds(down, 0.0, most)
        if not known:
            return None
        net = values[: len(self._part)] - values[len(self._part) :]
        return {self._part[at]: float(net[at]) for at in np.flatnonzero(np.abs(net) > 1e-7).tolist()}

    def _columns(self, number: int) -> tuple[int, int]:
        return self._places[number], self._places[number] + len(self._part)

    def _programme(self, system: System, prices: Sequence[float]) -> highspy.HighsLp:
        relations = sorted({relation for n in self._part for relation in system.of[n]})
        starts, columns, factors = [0], [], []
        for relation in relations:
            terms = [(self._places[n], factor) for n, factor in system.relations[relation] if n in self._places]
            columns += [at for at, _ in terms] + [at + len(self._part) for at, _ in terms]
            factors += [factor for _, factor in terms] + [-factor for _, factor in terms]
            starts.append(len(columns))
        programme = highspy.HighsLp()
        programme.num_col_, programme.num_row_ = 2 * len(self._part), len(relations)
        programme.col_cost_ = np.tile(np.array(prices, dtype=float), 2)
        programme.col_lower_ = np.zeros(2 * len(self._part))
        programme.col_upper_ = np.array([highspy.kHighsInf] * len(self._part) + self._down)
        programme.row_lower_ = programme.row_upper_ = np.zeros(len(relations))
        programme.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        programme.a_matrix_.start_ = np.array(starts, dtype=np.int32)
        programme.a_matrix_.index_ = np.array(columns, dtype=np.int32)
        programme.a_matrix_.value_ = np.array(factors, dtype=float)
        return programme


def _is_whole(found: Mapping[int, float]) -> bool:
    return all(abs(value - round(value)) < 1e-5 for value in found.values())


def _parts(system: System, fixed: Container[int]) -> dict[int, list[int]]:
    """For each number that is not fixed those that hang together with it by sums, in order."""
    found: dict[int, list[int]] = {}
    for first in range(len(system.values)):
        if first in found or first in fixed:
            continue
        seen, todo = {first}, [first]
        while todo:
            for relation in system.of[todo.pop()]:
                near = {n for n, _ in system.relations[relation] if n not in fixed} - seen
                seen |= near
                todo += near
        part = sorted(seen)
        found.update(dict.fromkeys(part, part))
    return found
