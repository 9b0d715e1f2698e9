"""The posts of an authority and who filled them when; cases stay with a post, workers come and go."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from trigpoint.synthetic.columns import NONE, Bools, Ints
from trigpoint.synthetic.spells import pieces
from trigpoint.synthetic.teams import Service, Teams
from trigpoint.synthetic.world import World, chance, choice, days_after

ROLES = ("social_worker", "team_manager", "iro", "family_support", "other")
FILLED = ("permanent", "agency", "vacant")
PERMANENT, AGENCY, VACANT = range(3)
_NEXT = {PERMANENT: [0.40, 0.34, 0.26], AGENCY: [0.45, 0.37, 0.18], VACANT: [0.58, 0.42, 0.0]}


@dataclass(frozen=True)
class Spells:
    """One element a spell in a post, by post and start; `worker` is a professional's number, or `NONE` when vacant."""

    seat: Ints
    start: Ints
    end: Ints
    filled: Ints
    worker: Ints

    def take(self, rows: Ints | Bools) -> Spells:
        return Spells(*(getattr(self, f.name)[rows] for f in fields(self)))


@dataclass(frozen=True)
class Roster:
    """Posts by number (their role, team id, hundredths of full time) and the spells in them."""

    role: Ints
    team: Ints
    fte: Ints
    spells: Spells
    first_seat: dict[int, int]
    seats: dict[int, int]

    def seat(self, rng: np.random.Generator, team: Ints) -> Ints:
        """A post of each team, those of full-timers oftener."""
        first = np.zeros(int(max(self.first_seat)) + 1, dtype=np.int64)
        count = np.ones_like(first)
        for number, seat in self.first_seat.items():
            first[number], count[number] = seat, self.seats[number]
        chosen = first[team] + (rng.random(len(team)) * count[team]).astype(np.int64)
        again = first[team] + (rng.random(len(team)) * count[team]).astype(np.int64)
        return np.where(rng.random(len(team)) * 100 < self.fte[chosen], chosen, again)

    def worker(self, seat: Ints, day: Ints) -> Ints:
        """The professional in each post on each day, `NONE` when it was vacant or the day is missing."""
        wide = 1 << 22
        known = np.maximum(day, 0)
        held = self.spells.seat * wide + self.spells.start
        piece = np.maximum(np.searchsorted(held, seat * wide + known, side="right") - 1, 0)
        return np.where(day == NONE, NONE, self.spells.worker[piece])

    def cut(self, seat: Ints, start: Ints, end: Ints) -> tuple[Ints, Ints, Ints, Ints]:
        """Cut spells in posts by who held them: (which spell, which of `spells`, start, end)."""
        return pieces(seat, start, end, self.spells.seat, self.spells.start, self.spells.end)


def roster(world: World, teams: Teams, stock: dict[str, float]) -> Roster:
    """Posts enough for the mean `stock` of cases of each service, and two decades of people in them."""
    load = {
        "assessment": 14.9, "locality": 14.9, "disability": 17.0, "care": 14.9, "leaving": 20.0, "adoption": 10.0,
        "early_help": 12.0, "quality": 54.0, "front_door": 60.0,
    }  # fmt: skip
    role_of = {"leaving": 4, "quality": 2, "early_help": 3}
    role: list[int] = []
    team: list[int] = []
    first: dict[int, int] = {}
    seats: dict[int, int] = {}
    for key, each in load.items():
        service: Service = getattr(teams, key)
        wanted = max(2, round(stock[key] / each / service.count * world.level("caseload", -0.12)))
        for number in range(service.first, service.first + service.count):
            first[number], seats[number] = len(role), wanted
            role += [role_of.get(key, 0)] * wanted
            team += [number] * wanted
    for service in teams.services:
        role += [1] * service.count
        team += range(service.first, service.first + service.count)
    rng = world.rng("roster")
    fte = np.array([100, 80, 60, 50])[choice(rng, [0.80, 0.10, 0.07, 0.03], len(role))]
    return Roster(np.array(role), np.array(team), fte, _spells(world, rng, len(role)), first, seats)


def _spells(world: World, rng: np.random.Generator, seats: int) -> Spells:
    """Who filled each post, one after another, from long before the window to past the as-at date."""
    first, last = world.first, world.as_at + 40
    seat, now = np.arange(seats), np.full(seats, first)
    kind = choice(rng, [0.80, 0.12, 0.08], seats)
    found: list[tuple[Ints, Ints, Ints, Ints]] = []
    while len(seat):
        size = len(seat)
        stay = np.choose(
            kind, [120 + days_after(rng, 1150, size), 60 + days_after(rng, 280, size), 25 + days_after(rng, 100, size)]
        )
        end = now + stay
        found.append((seat, now, end, kind))
        onward = end < last
        seat, now, kind = seat[onward], end[onward], kind[onward]
        luck = [choice(rng, _NEXT[k], len(seat)) for k in (PERMANENT, AGENCY, VACANT)]
        kind = np.choose(kind, luck)
    columns = [np.concatenate([f[i] for f in found]) for i in range(4)]
    order = np.lexsort((columns[1], columns[0]))
    ordered = [c[order] for c in columns]
    filled = ordered[3] != VACANT
    worker = np.where(filled, np.cumsum(filled) - 1, NONE)
    return Spells(ordered[0], ordered[1], ordered[2], ordered[3], worker)


def absent(rng: np.random.Generator, size: int) -> Bools:
    """Whether a case in a vacant post goes without cover."""
    return chance(rng, 0.18, size)
