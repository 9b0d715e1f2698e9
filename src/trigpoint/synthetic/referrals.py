"""Referrals as rows: one a child and event, and how batches of them are put together."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

import numpy as np

from trigpoint.synthetic.columns import Bools, Ints, Reals
from trigpoint.synthetic.events import Events, Reviews


@dataclass(frozen=True)
class Units:
    """Who can be referred together: a run of children of one family, the day they are, and how often they return."""

    family: Ints
    first: Ints
    size: Ints
    ready: Ints
    weight: Reals
    planned: Bools

    def take(self, rows: Ints | Bools) -> Units:
        return Units(*(getattr(self, f.name)[rows] for f in fields(self)))


@dataclass(frozen=True)
class Referrals:
    """One element a child's referral. `event` is shared by siblings referred together; `care` is the period of care
    that it led to, or -1."""

    child: Ints
    event: Ints
    care: Ints
    events: Events

    def take(self, rows: Ints | Bools) -> Referrals:
        return Referrals(self.child[rows], self.event[rows], self.care[rows], self.events.take(rows))


@dataclass(frozen=True)
class Batch:
    """Referrals drawn together, with the reviews of their plans; event numbers run from 0 to `count` - 1."""

    referrals: Referrals
    reviews: Reviews
    count: int


def joined(batches: list[Batch]) -> tuple[Referrals, Reviews]:
    """All batches as one, events numbered through."""
    offsets = np.cumsum([0] + [b.count for b in batches])
    moved = [replace(b.referrals, event=b.referrals.event + o) for b, o in zip(batches, offsets, strict=False)]
    reviews = [replace(b.reviews, event=b.reviews.event + o) for b, o in zip(batches, offsets, strict=False)]
    events = Events(*(np.concatenate([getattr(m.events, f.name) for m in moved]) for f in fields(Events)))
    together = Referrals(
        np.concatenate([m.child for m in moved]),
        np.concatenate([m.event for m in moved]),
        np.concatenate([m.care for m in moved]),
        events,
    )
    return together, Reviews(*(np.concatenate([getattr(r, f.name) for r in reviews]) for f in fields(Reviews)))
