"""Visits to siblings that were written down for one of them and never copied to the other."""

from __future__ import annotations

import numpy as np

from trigpoint.synthetic.columns import Frame, Ints, rows, take
from trigpoint.synthetic.planted import Planted
from trigpoint.synthetic.world import World, chance

VISITS = "ssd_cp_visits"
NOT_COPIED = "not copied"
_OFTEN = 12
"""Visits that two siblings share when it is plain that they are visited together."""


def uncopied(world: World, frame: Frame, planted: list[Planted]) -> Frame:
    """The visits without some that a sibling has; the flaw is that of the sibling's visit, added to `planted`.

    Copies of a visit stand one after another, as they were made.
    """
    rng = world.rng("errors/not copied")
    pair = np.flatnonzero(_is_copied(frame))
    lost = pair[chance(rng, world.authority.errors, len(pair))]
    # of three siblings the second keeps the visit that the first lacks
    lost = lost[~np.isin(lost, lost + 1)]
    ids = take(frame, lost + 1)["cppv_cp_visit_id"].arrow().to_pylist()
    planted += [Planted(VISITS, one, NOT_COPIED) for one in ids]
    kept = np.ones(rows(frame), dtype=bool)
    kept[lost] = False
    return take(frame, kept)


def _is_copied(frame: Frame) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Of each row, whether the next is the same visit to a sibling with whom most visits are shared."""
    plan, day = frame["cppv_cp_plan_id"].values, frame["cppv_cp_visit_date"].values
    beside = np.r_[(day[1:] == day[:-1]) & (plan[1:] != plan[:-1]), False]
    both: Ints = plan * (int(plan.max()) + 1) + np.r_[plan[1:], 0]
    pairs, place, count = np.unique(both[beside], return_inverse=True, return_counts=True)
    often = np.zeros(len(plan), dtype=bool)
    often[np.flatnonzero(beside)] = (count >= _OFTEN)[place] if len(pairs) else False
    return often
