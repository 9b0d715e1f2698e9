"""Legal statuses of each period of care, one after another without gaps, and the placement orders of adoption."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trigpoint.synthetic.care_spine import ADOPTED, AGED, GUARDIAN, HOME, CareSpine
from trigpoint.synthetic.case import Case
from trigpoint.synthetic.columns import NONE, Ints
from trigpoint.synthetic.world import World, chance, days_after

STATUSES = ("C1", "C2", "E1", "V2", "L1", "L2", "J1", "V3", "V4", "J2")
INTERIM, FULL, PLACEMENT, VOLUNTARY, POLICE, EMERGENCY, REMAND, SHORT, AGREED, HELD = range(10)


@dataclass(frozen=True)
class Legal:
    """Spells by period of care and start; `period` counts the periods of the care spine."""

    period: Ints
    status: Ints
    start: Ints
    end: Ints


@dataclass(frozen=True)
class Path:
    """Days on the way to adoption of each period of care, `NONE` for all others."""

    decision: Ints
    order: Ints
    match: Ints
    placed: Ints


def adoption_path(world: World, care: CareSpine) -> Path:
    """Decision, placement order, match and placement, told backwards from the day of adoption."""
    rng = world.rng("adoption path")
    size = len(care.child)
    adopted = care.route == ADOPTED
    whole = care.leave - care.entry
    after = np.minimum(120 + days_after(rng, 150, size, 2.0), (whole * 0.5).astype(np.int64))
    placed = care.leave - after
    wait = placed - care.entry
    matched = placed - np.minimum(rng.integers(14, 40, size), wait // 5)
    early = chance(rng, 0.09, size)
    span = matched - care.entry
    order = care.entry + (span * np.where(early, rng.uniform(1.01, 1.06, size), rng.uniform(0.40, 0.80, size))).astype(
        np.int64
    )
    order = np.minimum(order, placed - 3)
    decision = care.entry + ((order - care.entry) * rng.uniform(0.62, 0.92, size)).astype(np.int64)
    days = [world.clock.next_wd(d) for d in (decision, order, matched, placed)]
    days[1] = np.minimum(days[1], days[3] - 1)
    return Path(*(np.where(adopted, d, NONE) for d in days))


def legal(case: Case, path: Path) -> Legal:
    """How each child was looked after in law, from entry to the end of the period."""
    rng, care = case.world.rng("legal"), case.told.care
    size = len(care.child)
    age = (care.entry - care.born) // 365
    first = np.where(chance(rng, 0.47, size), VOLUNTARY, INTERIM)
    first = np.where((age >= 14) & chance(rng, 0.8, size) | care.unaccompanied, VOLUNTARY, first)
    first = np.where((age >= 12) & chance(rng, 0.05, size) & ~care.unaccompanied, REMAND, first)
    urgent = (first == INTERIM) & chance(rng, 0.25, size)
    protected = np.where(chance(rng, 0.6, size), POLICE, EMERGENCY)
    interim_at = np.where(
        urgent, care.entry + np.where(protected == POLICE, 2, 7),
        np.where(first == INTERIM, care.entry, care.entry + 20 + days_after(rng, 90, size)),
    )  # fmt: skip
    # proceedings begin before they end in a placement order
    halfway = care.entry + (path.order - care.entry) // 2
    interim_at = np.where(path.order == NONE, interim_at, np.minimum(interim_at, halfway))
    stays = np.isin(care.route, (AGED, GUARDIAN, ADOPTED)) | (care.route == HOME) & chance(rng, 0.35, size)
    ordered = stays & ~care.unaccompanied & ((age < 15) | (first == INTERIM))
    full_at = interim_at + 120 + days_after(rng, 90, size)
    full = ordered & chance(rng, np.where(care.route == HOME, 0.3, 0.72), size)
    full = np.where(path.order != NONE, full & (full_at < path.order - 20), full)
    remand_end = care.entry + 20 + days_after(rng, 50, size)
    steps = [
        (care.entry, np.where(urgent, protected, first), np.ones(size, dtype=bool)),
        (interim_at, np.full(size, INTERIM), ((first == INTERIM) & urgent) | ((first == VOLUNTARY) & ordered)),
        (remand_end, np.full(size, VOLUNTARY), first == REMAND),
        (full_at, np.full(size, FULL), full & (first != REMAND)),
        (path.order, np.full(size, PLACEMENT), path.order != NONE),
    ]
    return _spells(care, steps)


def _spells(care: CareSpine, steps: list[tuple[Ints, Ints, Ints]]) -> Legal:
    """Put the steps of each period in order; one that would begin at or after the end never happened."""
    period = np.concatenate([np.flatnonzero(rows) for _, _, rows in steps])
    start = np.concatenate([day[rows.astype(bool)] for day, _, rows in steps])
    status = np.concatenate([kind[rows.astype(bool)] for _, kind, rows in steps])
    rank = np.concatenate([np.full(int(rows.sum()), n) for n, (_, _, rows) in enumerate(steps)])
    real = (start < care.leave[period]) & ((rank == 0) | (start > care.entry[period]))
    period, start, status, rank = period[real], start[real], status[real], rank[real]
    order = np.lexsort((-rank, start, period))
    period, start, status = period[order], start[order], status[order]
    # two on one day: the later step of the path stands; the same status twice running is one spell
    same_day = np.r_[False, (period[1:] == period[:-1]) & (start[1:] == start[:-1])]
    period, start, status = period[~same_day], start[~same_day], status[~same_day]
    same = np.r_[False, (period[1:] == period[:-1]) & (status[1:] == status[:-1])]
    period, start, status = period[~same], start[~same], status[~same]
    last = np.r_[period[1:] != period[:-1], True]
    end = np.where(last, care.leave[period], np.r_[start[1:], 0])
    return Legal(period, status, start, end)
