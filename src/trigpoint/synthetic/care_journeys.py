"""The referrals before, into and after care."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from trigpoint.synthetic.care_spine import AGED, GUARDIAN, HOME, CareSpine
from trigpoint.synthetic.clock import birthday
from trigpoint.synthetic.columns import NONE, Bools, Ints, when
from trigpoint.synthetic.events import CARE, Events, Reviews, cut, draw
from trigpoint.synthetic.referrals import Batch, Referrals, Units
from trigpoint.synthetic.teams import Teams
from trigpoint.synthetic.world import World, chance, choice, days_after


def care_referrals(world: World, teams: Teams, spine: CareSpine) -> tuple[list[Batch], Units]:
    """Batches of referrals around care, and the children who went home and may be referred again."""
    rng = world.rng("care journeys")
    first = spine.order == 0
    _, one = np.unique(spine.group[first], return_index=True)
    heads = np.flatnonzero(first)[one]
    ready, planned = _lead(rng, spine, heads)
    into, reviews = draw(world, teams, rng, ready, np.full(len(heads), CARE), planned)
    siblings = np.flatnonzero(first)
    place = np.searchsorted(spine.group[heads], spine.group[siblings])
    batches = [_into_care(rng, spine, siblings, place, into, reviews)]
    returns = np.flatnonzero(~first)
    if len(returns):
        again, again_reviews = _back_again(world, teams, rng, spine, returns)
        own = np.arange(len(returns))
        batches.append(_into_care(rng, spine, returns, own, again, again_reviews))
    batches += _earlier(world, teams, rng, spine, siblings, place, ready)
    _close_before_next(batches, spine)
    return batches, _after(world, rng, spine, batches)


def _lead(rng: np.random.Generator, spine: CareSpine, heads: Ints) -> tuple[Ints, Bools]:
    """Day of the referral that led to care, and whether a child protection plan came between."""
    size = len(heads)
    alone = spine.unaccompanied[heads]
    planned = ~alone & chance(rng, 0.33, size) & (spine.entry[heads] - spine.born[heads] > 250)
    at_once = chance(rng, 0.5, size)
    lead = np.where(at_once, rng.integers(0, 4, size), 10 + days_after(rng, 150, size))
    lead = np.where(planned, 90 + days_after(rng, 300, size, 1.3), np.where(alone, rng.integers(0, 2, size), lead))
    youngest = spine.entry[heads] - spine.born[heads]
    return spine.entry[heads] - np.minimum(lead, np.maximum(youngest + 60, 0)), planned


def _back_again(
    world: World, teams: Teams, rng: np.random.Generator, spine: CareSpine, rows: Ints
) -> tuple[Events, Reviews]:
    """The referral before a return to care, after the case of the earlier period was closed."""
    before = _previous_leave(spine, rows)
    lead = np.where(chance(rng, 0.5, len(rows)), rng.integers(0, 4, len(rows)), 10 + days_after(rng, 80, len(rows)))
    ready = np.maximum(before + 7, spine.entry[rows] - lead)
    return draw(world, teams, rng, ready, np.full(len(rows), CARE), np.zeros(len(rows), dtype=bool))


def _previous_leave(spine: CareSpine, rows: Ints) -> Ints:
    """Day on which each child's period of care before this one ended."""
    key = spine.child * 4 + spine.order
    order = np.argsort(key)
    found = order[np.searchsorted(key[order], key[rows] - 1)]
    return spine.leave[found]


def _into_care(
    rng: np.random.Generator, spine: CareSpine, rows: Ints, place: Ints, events: Events, reviews: Reviews
) -> Batch:
    """Each child's own row of the referral that led to care: what was open stops at entry, the case goes on."""
    own = events.take(place)
    entry, leave, route = spine.entry[rows], spine.leave[rows], spine.route[rows]
    size = len(rows)
    plan = (own.cp_start != NONE) & (own.cp_start < entry - 10) & (own.cp_start > spine.born[rows] - 30)
    need = (own.cin_start != NONE) & (own.cin_start < entry - 10)
    home = (route == HOME) & chance(rng, 0.75, size)
    close = leave + np.choose(
        np.minimum(route, 4),
        [rng.integers(0, 8, size), rng.integers(0, 60, size), 14 + days_after(rng, 110, size, 1.5),
         rng.integers(0, 30, size), rng.integers(0, 15, size)],
    )  # fmt: skip
    followed = (route == AGED) & (leave - entry >= 91)
    close = np.where(followed, birthday(spine.born[rows], 21), close)
    cp_end = when(plan, np.minimum(own.cp_end, entry + rng.integers(0, 45, size)))
    own = replace(
        own,
        s47=when((own.s47 != NONE) & (own.s47 < entry + 10), own.s47),
        icpc=when(plan, own.icpc),
        cp_start=when(plan, own.cp_start),
        cp_end=cp_end,
        cin_start=when(need, own.cin_start),
        cin_end=when(need, np.minimum(own.cin_end, entry)),
        step_start=when(home, np.maximum(leave, cp_end)),
        step_end=when(home, close),
        close=np.maximum(close, own.assess_end),
    )
    return Batch(Referrals(spine.child[rows], place, rows, own), reviews, len(events.day))


def _earlier(
    world: World, teams: Teams, rng: np.random.Generator, spine: CareSpine, siblings: Ints, place: Ints, ready: Ints
) -> list[Batch]:
    """Referrals of the same children before the one that led to care, the latest first."""
    batches: list[Batch] = []
    alone = np.zeros(len(ready), dtype=bool)
    alone[place] = spine.unaccompanied[siblings]
    limit, events_of = ready, np.flatnonzero(~alone & chance(rng, 0.5, len(ready)))
    for _ in range(4):
        if not len(events_of):
            break
        day = world.clock.next_wd(limit[events_of] - 100 - days_after(rng, 400, len(events_of)))
        level = choice(rng, [0.08, 0.34, 0.43, 0.15], len(events_of))
        drawn, reviews = draw(world, teams, rng, day, level, np.zeros(len(day), dtype=bool))
        drawn = cut(drawn, limit[events_of])
        slot = np.full(len(ready), -1)
        slot[events_of] = np.arange(len(events_of))
        rows = (slot[place] >= 0) & (drawn.day[slot[place]] > spine.born[siblings] - 30)
        event = slot[place][rows]
        child = spine.child[siblings][rows]
        batches.append(Batch(Referrals(child, event, np.full(len(child), -1), drawn.take(event)), reviews, len(day)))
        limit = limit.copy()
        limit[events_of] = day
        events_of = events_of[chance(rng, 0.5, len(events_of)) & (day > world.demand_start)]
    return batches


def _close_before_next(batches: list[Batch], spine: CareSpine) -> None:
    """A case that led to care is closed before the child is referred into care again."""
    if len(batches) < 2 or not (spine.order > 0).any():
        return
    first, second = batches[0].referrals, batches[1].referrals
    next_day = np.full(len(spine.child), np.iinfo(np.int64).max)
    key = spine.child * 4 + spine.order
    order = np.argsort(key)
    before = order[np.searchsorted(key[order], key[second.care] - 1)]
    next_day[before] = second.events.day
    for at, referrals in ((0, first), (1, second)):
        limit = next_day[referrals.care] - 1
        e = referrals.events
        step_end = np.where(e.step_end == NONE, NONE, np.minimum(e.step_end, limit))
        closed = replace(e, close=np.minimum(e.close, limit), step_end=step_end)
        batches[at] = replace(batches[at], referrals=replace(referrals, events=closed))


def _after(world: World, rng: np.random.Generator, spine: CareSpine, batches: list[Batch]) -> Units:
    """Children whose last period of care ended at home: each may come back as a referral of its own."""
    last = np.zeros(int(spine.child.max()) + 1, dtype=np.int64)
    np.maximum.at(last, spine.child, spine.order)
    final = (spine.order == last[spine.child]) & (spine.route == HOME) | (spine.route == GUARDIAN)
    final &= spine.order == last[spine.child]
    rows = np.flatnonzero(final & chance(rng, 0.3, len(final)))
    close = np.zeros(len(spine.child), dtype=np.int64)
    for batch in batches[:2]:
        care = batch.referrals.care >= 0
        close[batch.referrals.care[care]] = batch.referrals.events.close[care]
    ready = world.clock.next_wd(close[rows] + 20 + days_after(rng, 500, len(rows)))
    young = (ready <= world.as_at) & (ready - spine.born[rows] < 6480)
    rows, ready = rows[young], ready[young]
    one = np.ones(len(rows), dtype=np.int64)
    return Units(spine.group[rows], spine.child[rows], one, ready, one.astype(float), one.astype(bool))
