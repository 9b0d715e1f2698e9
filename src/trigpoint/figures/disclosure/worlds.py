"""Other worlds: whole changes of numbers that nobody could tell from the truth by what is published.

A number is hidden well when there is a world in which it is as low, and one in which it is as high, as its range asks.
Finding such a world is left to a solver; that it is one is proved here, in whole numbers.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from trigpoint.figures.disclosure.system import NEAR, System

Change = dict[int, int]
"""By how much each number differs in another world; numbers left out are as they are."""

_STEPS = (3, 5, 0)
"""How far around a number other numbers may change, tried in turn; 0 is everywhere."""


@dataclass(frozen=True)
class Prices:
    """What it costs to let a number change: nothing where it is hidden anyway. Those in `fixed` cannot."""

    cost: Mapping[int, float]
    hidden: Container[int]
    fixed: frozenset[int]

    def of(self, number: int) -> float:
        """A little even where nothing is hidden by it, so that worlds stay near."""
        return 0.001 if number in self.hidden else 0.001 + self.cost.get(number, 0.0)


def change(system: System, number: int, by: int, prices: Prices) -> Change | None:
    """The cheapest change of other numbers found that lets a number change by so much; None where there is none."""
    size = 0
    for steps in _STEPS:
        around = _around(system, number, steps, prices.fixed)
        if len(around) == size:
            continue  # as before: there is nothing farther away
        size = len(around)
        found = _solve(system, around, number, by, prices)
        if found is not None:
            return found
    return None


def is_world(system: System, found: Change) -> bool:
    """Whether every sum still holds and nothing falls below nothing."""
    touched = {relation for number in found for relation in system.of[number]}
    holds = all(sum(f * found.get(n, 0) for n, f in system.relations[relation]) == 0 for relation in touched)
    return holds and all(system.values[number] + by >= -NEAR or by >= 0 for number, by in found.items())


def _around(system: System, number: int, steps: int, fixed: frozenset[int]) -> list[int]:
    """Numbers within so many sums of one, nearest first."""
    found, edge, step = {number: None}, [number], 0
    while edge and (not steps or step < steps):
        relations = sorted({relation for at in edge for relation in system.of[at]})
        near = [n for relation in relations for n, _ in system.relations[relation] if n not in fixed]
        edge = [n for n in dict.fromkeys(near) if n not in found]
        found.update(dict.fromkeys(edge))
        step += 1
    return list(found)


def _solve(system: System, around: Sequence[int], number: int, by: int, prices: Prices) -> Change | None:
    """Least cost, what goes up and what goes down apart; sums that reach outside keep what is outside as it is."""
    from scipy.optimize import Bounds, LinearConstraint, linprog, milp  # noqa: PLC0415 - slow to import, seldom needed

    matrix = _matrix(system, around)
    cost = np.tile([prices.of(n) for n in around], 2)
    most = np.concatenate([np.full(len(around), np.inf), [_floor(system.values[n]) for n in around]])
    least = np.zeros(2 * len(around))
    least[0 if by > 0 else len(around)] = most[0 if by > 0 else len(around)] = abs(by)
    most[len(around) if by > 0 else 0] = 0
    found = linprog(cost, A_eq=matrix, b_eq=np.zeros(matrix.shape[0]), bounds=np.column_stack([least, most]))
    if found.status != 0:
        return None
    if np.abs(found.x - np.round(found.x)).max() > 1e-5:
        exact = LinearConstraint(matrix, 0, 0)
        limits = {"time_limit": 20.0, "mip_rel_gap": 0.05}
        found = milp(cost, integrality=np.ones(len(cost)), bounds=Bounds(least, most), constraints=exact, options=limits)
        if found.x is None:
            return None
    whole = np.round(found.x).astype(np.int64)
    net = whole[: len(around)] - whole[len(around) :]
    changed = {n: int(value) for n, value in zip(around, net, strict=True) if value}
    return changed if changed.get(number) == by and is_world(system, changed) else None


def _matrix(system: System, around: Sequence[int]) -> Any:
    from scipy.sparse import csr_array, hstack  # noqa: PLC0415 - as above

    places = {n: at for at, n in enumerate(around)}
    relations = sorted({relation for n in around for relation in system.of[n]})
    entries = [
        (row, places[n], factor)
        for row, relation in enumerate(relations)
        for n, factor in system.relations[relation]
        if n in places
    ]
    rows, columns, factors = zip(*entries, strict=True) if entries else ((), (), ())
    one = csr_array((factors, (rows, columns)), shape=(len(relations), len(around)), dtype=float)
    return hstack([one, -one], format="csr")


def _floor(value: float) -> float:
    return max(float(np.floor(value + NEAR)), 0.0)
