"""Who enters care, when, and how and when they leave: periods of care, before anything inside them is told."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from trigpoint.synthetic.clock import age_at, birthday
from trigpoint.synthetic.columns import Bools, Ints
from trigpoint.synthetic.world import World, chance, choice, days_after

ADOPTED, GUARDIAN, HOME, AGED, OTHER = range(5)
"""How a period of care ends: adoption, special guardianship, home, 18th birthday, otherwise."""

_ENTRY_AGE = {"under 1": 0.17, "1-4": 0.14, "5-9": 0.15, "10-15": 0.26, "16-17": 0.15, "unaccompanied": 0.13}
_FLOOR = np.array([0, 365, 1826, 3653, 5844, 5500])
_WIDTH = np.array([200, 1461, 1827, 2191, 690, 1050])
_ROUTES = np.cumsum(
    [
        [0.37, 0.23, 0.22, 0.09, 0.09],
        [0.24, 0.25, 0.28, 0.16, 0.07],
        [0.05, 0.19, 0.36, 0.33, 0.07],
        [0.00, 0.05, 0.42, 0.42, 0.11],
        [0.00, 0.00, 0.28, 0.63, 0.09],
        [0.00, 0.00, 0.00, 0.93, 0.07],
    ],
    axis=1,
)
_OVERSUPPLY = 1.12
_YEARLY_ENTRIES = 0.375


@dataclass(frozen=True)
class CareSpine:
    """One element a period of care, children in runs of siblings. `group` numbers the siblings who entered together."""

    child: Ints
    group: Ints
    entry: Ints
    leave: Ints
    route: Ints
    born: Ints
    unaccompanied: Bools
    order: Ints
    """0 for a child's first period of care, 1 and more after returning."""

    def take(self, rows: Ints | Bools) -> CareSpine:
        return CareSpine(*(getattr(self, f.name)[rows] for f in fields(self)))


def care_spine(world: World) -> CareSpine:
    """Periods of care that reach into the kept history; on the as-at date exactly the asked number is open."""
    yearly = world.children * _YEARLY_ENTRIES * _OVERSUPPLY
    for attempt in range(12):
        spine = _returns(world, _entries(world, yearly, f"care/{attempt}"), f"care/{attempt}")
        held = (spine.entry <= world.as_at) & (spine.leave > world.as_at)
        stock = len(np.unique(spine.child[held]))
        if stock >= world.children:
            break
        yearly *= 1.05 * world.children / max(stock, 1)
    return _thinned(world, spine, held, stock)


def _thinned(world: World, spine: CareSpine, held: Bools, stock: int) -> CareSpine:
    """Leave out children at random, so that the stock is exact and earlier stocks shrink in proportion."""
    rng = world.rng("care/thin")
    children = int(spine.child.max()) + 1
    open_now = np.zeros(children, dtype=bool)
    open_now[spine.child[held]] = True
    kept = chance(rng, world.children / stock, children)
    inside = np.flatnonzero(open_now)
    kept[inside] = False
    kept[rng.permutation(inside)[: world.children]] = True
    # care leavers are followed to 21, so four years of those who left at 18 before the window stay
    recent = (spine.leave >= world.kept_from) | ((spine.route == AGED) & (spine.leave >= world.start - 4 * 366))
    wanted = np.zeros(children, dtype=bool)
    wanted[spine.child[recent]] = True
    rows = (kept & wanted)[spine.child] & (spine.entry <= world.as_at)
    chosen = spine.take(rows)
    _, child = np.unique(chosen.child, return_inverse=True)
    _, group = np.unique(chosen.group, return_inverse=True)
    return CareSpine(
        child, group, chosen.entry, chosen.leave, chosen.route, chosen.born, chosen.unaccompanied, chosen.order
    )


def _entries(world: World, yearly: float, stream: str) -> CareSpine:
    """First periods of care: sibling groups enter together and often leave the same way."""
    rng = world.rng(stream)
    days = world.demand(stream, yearly / 1.29, world.care_start, world.as_at)
    band = choice(rng, _ENTRY_AGE, len(days))
    size = np.where(band < 4, choice(rng, [0.70, 0.20, 0.10], len(days)) + 1, 1)
    group = np.repeat(np.arange(len(days)), size)
    nth = np.arange(len(group)) - np.repeat(np.cumsum(size) - size, size)
    age = (_FLOOR[band] + _WIDTH[band] * rng.random(len(days)) ** np.where(band == 0, 1.8, 1.0)).astype(np.int64)
    older = (rng.uniform(420, 1200, len(group)) * nth).astype(np.int64)
    ages = np.clip(age[group] + older, 0, 6450)
    entry = days[group]
    unaccompanied = band[group] == 5
    shared = rng.random(len(days))[group]
    own = rng.random(len(group))
    luck = np.where(rng.random(len(group)) < 0.6, shared, own)
    return _leaving(world, rng, group, entry, entry - ages, unaccompanied, luck)


def _leaving(
    world: World, rng: np.random.Generator, group: Ints, entry: Ints, born: Ints, unaccompanied: Bools, luck: object
) -> CareSpine:
    adult = birthday(born, 18)
    bands = np.searchsorted(_FLOOR[:5], entry - born, side="right") - 1
    bands = np.where(unaccompanied, 5, bands)
    route = (np.asarray(luck)[:, None] > _ROUTES[bands]).sum(axis=1).clip(0, 4)
    leave = np.minimum(entry + _stay(rng, route, len(entry)), adult)
    route = np.where(leave >= adult, AGED, route)
    leave = np.where(route == AGED, adult, np.maximum(world.clock.next_wd(leave), entry + 1))
    leave = np.minimum(leave, adult)
    index = np.arange(len(entry))
    return CareSpine(index, group, entry, leave, route, born, unaccompanied, np.zeros(len(entry), dtype=np.int64))


def _stay(rng: np.random.Generator, route: Ints, size: int) -> Ints:
    """Days in care when nothing cuts them short; a long time for those who stay to 18."""
    home = np.where(rng.random(size) < 0.42, 1 + days_after(rng, 24, size), 45 + days_after(rng, 420, size, 1.3))
    adopted = 330 + days_after(rng, 440, size, 3.5)
    guardian = 200 + days_after(rng, 400, size, 1.8)
    other = 5 + days_after(rng, 300, size)
    return np.choose(route, [adopted, guardian, home, np.full(size, 9999), other]).astype(np.int64)


def _returns(world: World, first: CareSpine, stream: str) -> CareSpine:
    """Add second and third periods for some of those who went home."""
    rng = world.rng(stream + "/returns")
    parts, last = [first], first
    for order in (1, 2):
        back = (last.route == HOME) & chance(rng, 0.17, len(last.child))
        came = last.take(back)
        entry = world.clock.next_wd(came.leave + 14 + days_after(rng, 330, len(came.child)))
        young = age_at(came.born, entry) < 17
        came, entry = came.take(young), entry[young]
        luck = rng.random(len(entry)) * 0.6 + 0.4
        again = _leaving(world, rng, came.group, entry, came.born, came.unaccompanied, luck)
        last = CareSpine(
            came.child, came.group, entry, again.leave, again.route, came.born, came.unaccompanied,
            np.full(len(entry), order, dtype=np.int64),
        )  # fmt: skip
        parts.append(last)
    return CareSpine(*(np.concatenate([getattr(p, f.name) for p in parts]) for f in fields(CareSpine)))
