"""Secondary suppression: hide more numbers until every small number could as well be another."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from trigpoint.figures.disclosure.system import System
from trigpoint.figures.disclosure.worlds import Change, Worlds

_MUCH = 10**6


@dataclass(frozen=True)
class Range:
    """What a number must be able to be in the eyes of a reader, from low to high."""

    low: float
    high: float


@dataclass
class Hidden:
    """The numbers that are not shown: `why` by number, of those whose `cost` says that they are printed somewhere.

    `fixed` are known to everybody. `exposed` are the targets that nothing can protect.
    """

    cost: Mapping[int, float]
    fixed: frozenset[int]
    why: dict[int, str] = field(default_factory=dict)
    protects: dict[int, int] = field(default_factory=dict)
    exposed: list[int] = field(default_factory=list)


def protect(system: System, targets: Mapping[int, Range], hidden: Hidden, tell: Callable[[int, int], None]) -> None:
    """Hide what is needed to give every target its range. A world once found stays one: hiding more takes none away."""
    worlds = Worlds(system, hidden.cost, hidden.fixed)
    for number in hidden.why:
        worlds.free(number)
    low, high = dict.fromkeys(targets, 0.0), dict.fromkeys(targets, 0.0)
    order = sorted(targets, key=lambda n: (-system.values[n], system.cells[n]))
    for done, number in enumerate(order):
        tell(done, len(order))
        if number in hidden.fixed:
            hidden.exposed.append(number)
            continue
        wanted, value = targets[number], system.values[number]
        for by in (math.ceil(wanted.high - value), math.floor(wanted.low - value)):
            if (by > 0 and high[number] >= by) or (by < 0 and low[number] <= by) or by == 0:
                continue
            found = worlds.change(number, by)
            if found is None:
                hidden.exposed.append(number)
                break
            for other in _hide(found, number, hidden):
                worlds.free(other)
            _note(system, found, low, high)


def _hide(found: Change, target: int, hidden: Hidden) -> list[int]:
    """Hide what is printed of a world; gives the numbers that were not hidden before."""
    more = [number for number in found if number in hidden.cost and number not in hidden.why]
    hidden.why |= dict.fromkeys(more, "secondary")
    hidden.protects |= dict.fromkeys(more, target)
    return more


def _note(system: System, found: Change, low: dict[int, float], high: dict[int, float]) -> None:
    """What a world gives to other targets: it may be taken several times, and the other way round."""
    forth, back = (_times(system, found, sign) for sign in (1, -1))
    for number, by in found.items():
        if number in low:
            high[number] = max(high[number], by * forth, -by * back)
            low[number] = min(low[number], by * forth, -by * back)


def _times(system: System, found: Change, sign: int) -> int:
    """How often a change may be made at once before something falls below nothing."""
    limits = [math.floor((system.values[n] + 1e-6) / -(sign * by)) for n, by in found.items() if sign * by < 0]
    return min(limits, default=_MUCH)
