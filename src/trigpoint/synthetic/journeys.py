"""Every referral of every child, in order: families first seen, coming back, and the referrals around care."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import cached_property

import numpy as np

from trigpoint.synthetic.care_journeys import care_referrals
from trigpoint.synthetic.care_spine import CareSpine, care_spine
from trigpoint.synthetic.clock import birthday
from trigpoint.synthetic.columns import NONE, Ints, when
from trigpoint.synthetic.events import IN_NEED, NO_ACTION, PROTECTED, Events, Reviews, draw
from trigpoint.synthetic.referrals import Batch, Referrals, Units, joined
from trigpoint.synthetic.teams import Teams
from trigpoint.synthetic.world import World, chance, choice, days_after

REFERRAL_RATE = 0.0519
"""Referrals a child of the population a year."""
_NEW_FAMILIES = 0.345
"""Share of that rate that is a family's first referral, in families a referral."""
_SHARES = np.array([[0.064, 0.345, 0.501, 0.090, 0.0], [0.05, 0.25, 0.38, 0.32, 0.0]])


@dataclass(frozen=True)
class Journeys:
    """The children of an authority, their referrals oldest first, their plan reviews and periods of care."""

    born: Ints
    family: Ints
    referrals: Referrals
    reviews: Reviews
    care: CareSpine

    @cached_property
    def last_close(self) -> Ints:
        """Of each child, the day the last case was closed."""
        last = np.zeros(len(self.born), dtype=np.int64)
        np.maximum.at(last, self.referrals.child, self.referrals.events.close)
        return last


def journeys(world: World, teams: Teams) -> Journeys:
    """Everything that happened to whom and when; the tables only tell it."""
    spine = care_spine(world)
    rng = world.rng("journeys")
    care_born = np.zeros(int(spine.child.max()) + 1, dtype=np.int64)
    care_born[spine.child] = spine.born
    care_family = np.zeros(len(care_born), dtype=np.int64)
    care_family[spine.child] = spine.group
    batches, after = care_referrals(world, teams, spine)
    units, born, family = _new_families(world, rng, care_born, care_family)
    batches += _chains(world, teams, rng, units, born)
    batches += _chains(world, teams, world.rng("journeys/after care"), after, born)
    return _kept(world, born, family, batches, spine)


def _new_families(
    world: World, rng: np.random.Generator, care_born: Ints, care_family: Ints
) -> tuple[Units, Ints, Ints]:
    """Families first referred while demand is told, after the children of the care spine."""
    yearly = world.population * REFERRAL_RATE * _NEW_FAMILIES * world.level("referrals", 0.22)
    first_seen = world.demand("families", yearly, world.demand_start, world.as_at)
    size = choice(rng, [0.56, 0.26, 0.12, 0.06], len(first_seen)) + 1
    start = np.cumsum(size) - size + len(care_born)
    unit = np.repeat(np.arange(len(size)), size)
    nth = np.arange(len(unit)) - np.repeat(start - len(care_born), size)
    youngest = (6200 * rng.random(len(size)) ** 1.25).astype(np.int64) - np.where(chance(rng, 0.05, len(size)), 90, 0)
    ages = youngest[unit] + (nth * rng.uniform(400, 1400, len(unit))).astype(np.int64)
    born = np.concatenate([care_born, first_seen[unit] - np.minimum(ages, 7600)])
    number = int(care_family.max()) + 1 + np.arange(len(size))
    family = np.concatenate([care_family, number[unit]])
    weight = rng.gamma(2.2, 1 / 2.2, len(size))
    return Units(number, start, size, first_seen, weight, np.zeros(len(size), dtype=bool)), born, family


def _chains(world: World, teams: Teams, rng: np.random.Generator, units: Units, born: Ints) -> list[Batch]:
    """Referral after referral of each family until none comes back before the as-at date."""
    batches: list[Batch] = []
    while len(units.ready):
        level = _level(world, rng, units)
        events, reviews = draw(world, teams, rng, units.ready, level, np.zeros(len(level), dtype=bool))
        batch = _expanded(rng, units, events, reviews, born)
        batches.append(batch)
        units = _next(world, rng, units, events, born)
    return batches


def _level(world: World, rng: np.random.Generator, units: Units) -> Ints:
    """How far a referral goes: further with a plan before it, and more or less so as the authority drifts."""
    shares = _SHARES[units.planned.astype(int)].copy()
    shares[:, PROTECTED] *= world.level("plans", 0.22) * world.trend("plans", units.ready, 0.09)
    shares[:, NO_ACTION] *= world.level("no action", 0.5) * world.trend("no action", units.ready, 0.2)
    total = np.cumsum(shares, axis=1)
    return np.asarray((rng.random(len(units.ready))[:, None] * total[:, -1:] > total).sum(axis=1))


def _expanded(rng: np.random.Generator, units: Units, events: Events, reviews: Reviews, born: Ints) -> Batch:
    """One referral for each child of the family who is young enough to be in it."""
    event = np.repeat(np.arange(len(units.size)), units.size)
    nth = np.arange(len(event)) - np.repeat(np.cumsum(units.size) - units.size, units.size)
    child = units.first[event] + nth
    age = events.day[event] - born[child]
    rows = (age > -120) & (age < 6480) & ((nth == 0) | chance(rng, 0.93, len(event)))
    event, child = event[rows], child[rows]
    own = events.take(event)
    adult = birthday(born[child], 18)
    spared = (own.level == PROTECTED) & chance(rng, 0.05, len(event))
    planned = (own.cp_start != NONE) & ~spared & (own.cp_start < adult - 30)
    need = (own.cin_start != NONE) & (own.cin_start < adult - 10)
    step = planned & (own.step_start != NONE) & (own.step_start < adult - 10)
    floor = np.maximum.reduce([own.day, own.assess_end, own.icpc, np.where(own.s47 == NONE, NONE, own.s47 + 21)])
    own = replace(
        own,
        level=np.where(spared, IN_NEED, own.level),
        cp_start=when(planned, own.cp_start),
        cp_end=when(planned, np.minimum(own.cp_end, adult)),
        cin_start=when(need, own.cin_start),
        cin_end=when(need, np.minimum(own.cin_end, adult)),
        step_start=when(step, own.step_start),
        step_end=when(step, np.minimum(own.step_end, adult)),
        close=np.maximum(np.minimum(own.close, adult), floor),
    )
    referrals = Referrals(child, event, np.full(len(child), -1), own)
    return Batch(referrals, reviews, len(events.day))


def _next(world: World, rng: np.random.Generator, units: Units, events: Events, born: Ints) -> Units:
    """The families that come back, soon or long after closure."""
    size = len(units.ready)
    soon = (
        np.array([0.30, 0.25, 0.208, 0.27, 0.21])[events.level]
        * units.weight
        * world.trend("returns", events.day, 0.10)
    )
    soon = soon * world.level("returns", 0.16)
    luck = rng.random(size)
    gap = np.where(luck < soon, 3 + days_after(rng, 120, size), 250 + days_after(rng, 900, size))
    back = world.clock.next_wd(events.close + gap)
    again = (luck < soon + 0.20) & (back <= world.as_at) & (back - born[units.first] < 6480)
    moved = replace(units, ready=back, planned=units.planned | (events.cp_start != NONE))
    return moved.take(again)


def _kept(world: World, born: Ints, family: Ints, batches: list[Batch], spine: CareSpine) -> Journeys:
    """The referrals that reach into the kept history (or led to a plan or to care), oldest first, numbered anew."""
    referrals, reviews = joined(batches)
    e = referrals.events
    told = (e.day <= world.as_at) & ((e.close >= world.kept_from) | (e.cp_start != NONE) | (referrals.care >= 0))
    kept = referrals.take(told)
    kept = kept.take(np.lexsort((kept.child, kept.events.day)))
    here, child = np.unique(np.concatenate([kept.child, spine.child]), return_inverse=True)
    own_events, event = np.unique(kept.event, return_inverse=True)
    place = np.searchsorted(own_events, reviews.event)
    place = np.minimum(place, len(own_events) - 1)
    good = own_events[place] == reviews.event
    by_event = Reviews(place[good], reviews.day[good], reviews.due[good])
    order = np.lexsort((by_event.day, by_event.event))
    _, families = np.unique(family[here], return_inverse=True)
    return Journeys(
        born[here],
        families,
        replace(kept, child=child[: len(kept.child)], event=event),
        Reviews(*(getattr(by_event, f.name)[order] for f in fields(Reviews))),
        replace(spine, child=child[len(kept.child) :]),
    )
