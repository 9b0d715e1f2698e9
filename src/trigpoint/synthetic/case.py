"""Everything the record stages build on: the world, its teams, children, journeys and staff."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trigpoint.synthetic.columns import NONE, Ints
from trigpoint.synthetic.journeys import Journeys
from trigpoint.synthetic.people import People
from trigpoint.synthetic.roster import Roster
from trigpoint.synthetic.teams import Service, Teams
from trigpoint.synthetic.world import World


@dataclass(frozen=True)
class Case:
    """One authority's told story. `kept` is the first day from which routine records are written."""

    world: World
    teams: Teams
    told: Journeys
    who: People
    staff: Roster

    @property
    def kept(self) -> int:
        return self.world.kept_from

    def worker(self, rng: np.random.Generator, service: Service, position: Ints, day: Ints) -> Ints:
        """A worker of the team on the day, `NONE` where there was none."""
        return self.staff.worker(self.staff.seat(rng, service.ids(position)), day)

    def recent(self, day: Ints) -> Ints:
        """Rows whose day is known and inside the written history."""
        return np.flatnonzero((day != NONE) & (day >= self.kept) & (day <= self.world.as_at))
