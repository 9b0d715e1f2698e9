"""Missing episodes, return interviews, deprivation of liberty."""

from __future__ import annotations

import numpy as np

from trigpoint.synthetic.case import Case
from trigpoint.synthetic.clock import birthday
from trigpoint.synthetic.columns import DAY_SECONDS, Frame, day, flag, ident, moment, when, word
from trigpoint.synthetic.spells import within
from trigpoint.synthetic.stays import AT, Stays
from trigpoint.synthetic.world import chance, days_after, logistic


def missing_tables(case: Case) -> dict[str, Frame]:
    """`ssd_missing` of children in care (a few go often) and of some in need, with `ext_return_interview`."""
    rng, care, world = case.world.rng("missing"), case.told.care, case.world
    r, e = case.told.referrals, case.told.referrals.events
    need = np.flatnonzero((e.cin_end - e.cin_start > 60) & (e.cin_end >= case.kept))
    need = need[chance(rng, 0.05, len(need))]
    child = np.concatenate([care.child, r.child[need]])
    born = case.told.born[child]
    start = np.concatenate([care.entry, e.cin_start[need]])
    start = np.maximum(np.maximum(start, birthday(born, 10)), case.kept)
    until = np.minimum(np.concatenate([care.leave, e.cin_end[need]]), world.as_at + 1)
    prone = chance(rng, np.where(np.arange(len(child)) < len(care.child), 0.36, 0.8), len(child)) & (until > start)
    rows = np.flatnonzero(prone)
    pace = np.clip(rng.gamma(0.7, 1.0, len(rows)), 0.06, 8)

    owner, days = within(start[rows], until[rows], 4, lambda o: (4 + rng.exponential(85 / pace[o])).astype(int))
    kept = chance(rng, 0.72, len(days))
    owner, days = rows[owner][kept], days[kept]
    long = np.where(chance(rng, 0.62, len(days)), rng.integers(0, 2, len(days)), 1 + days_after(rng, 2.2, len(days)))
    following = np.r_[np.where(owner[1:] == owner[:-1], days[1:] - days[:-1] - 1, 99), 99]
    end = days + np.minimum(long, np.maximum(np.minimum(following, until[owner] - days - 1), 0))
    order = np.argsort(days, kind="stable")
    return _tables(case, rng, child[owner][order], days[order], end[order])


def _tables(case: Case, rng: np.random.Generator, child: object, start: object, end: object) -> dict[str, Frame]:
    days, back = np.asarray(start), np.asarray(end)
    size = len(days)
    offered = chance(rng, 0.94, size)
    accepted = offered & chance(rng, 0.8, size)
    pressed = case.world.pressure("interviews", np.zeros(size, dtype=np.int64), back, 1)
    returned = back * DAY_SECONDS + rng.integers(6 * 3600, 23 * 3600, size)
    done = accepted & chance(rng, 0.93, size)
    in_time = chance(rng, logistic(0.68, -0.5 * pressed), size)
    wait = np.where(in_time, rng.integers(4, 71, size), 74 + rng.exponential(90, size).astype(np.int64))
    missing = ident("MI", np.arange(size))
    known = np.flatnonzero(back <= case.world.as_at)
    return {
        "ssd_missing": {
            "miss_table_id": missing,
            "miss_person_id": ident("P", np.asarray(child)),
            "miss_missing_episode_start_date": day(days),
            "miss_missing_episode_type": word(chance(rng, 0.13, size), ("M", "A")),
            "miss_missing_episode_end_date": day(back),
            "miss_missing_rhi_offered": flag(offered),
            "miss_missing_rhi_accepted": flag(accepted),
        },
        "ext_return_interview": {
            "missing_table_id": missing.take(known),
            "returned_at": moment(returned[known]),
            "refused": flag((offered & ~accepted)[known]),
            "completed_at": moment(when(done, returned + wait * 3600)[known]),
        },
    }


def liberty_table(case: Case, lived: Stays) -> Frame:
    """`ext_deprivation_of_liberty`: rare orders of a few months for teenagers, inside a stay in a children's home."""
    rng, care = case.world.rng("liberty"), case.told.care
    start = np.maximum(lived.start + 1, birthday(care.born[lived.period], 13)) + rng.integers(0, 60, len(lived.start))
    fit = (lived.kind == AT["K2"]) & (lived.end - start > 30) & chance(rng, 0.12, len(start))
    stay = np.flatnonzero(fit)
    start = start[stay]
    end = np.minimum(start + 60 + days_after(rng, 120, len(stay)), lived.end[stay] - 1)
    return {
        "order_id": ident("DL", np.arange(len(stay))),
        "person_id": ident("P", care.child[lived.period[stay]]),
        "start_date": day(start),
        "end_date": day(end),
    }
