"""What happens after a family comes to notice: the dates of assessment, enquiry, conference, plans and closure."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

import numpy as np

from trigpoint.synthetic.clock import add_months
from trigpoint.synthetic.columns import NONE, Bools, Ints, when
from trigpoint.synthetic.teams import Teams
from trigpoint.synthetic.world import World, chance, choice, days_after, logistic

NO_ACTION, ASSESSED, IN_NEED, PROTECTED, CARE = range(5)
"""How far a referral went."""


@dataclass(frozen=True)
class Events:
    """One element a referral of a family; days are `NONE` where the thing never happened."""

    day: Ints
    level: Ints
    front_team: Ints
    team: Ints
    assess_start: Ints
    assess_end: Ints
    s47: Ints
    icpc: Ints
    cp_start: Ints
    cp_end: Ints
    cin_start: Ints
    cin_end: Ints
    step_start: Ints
    step_end: Ints
    close: Ints

    def take(self, rows: Ints | Bools) -> Events:
        return Events(*(getattr(self, f.name)[rows] for f in fields(self)))


@dataclass(frozen=True)
class Reviews:
    """Review conferences of the plan that began in an event: its position, day held, day due."""

    event: Ints
    day: Ints
    due: Ints


def draw(
    world: World, teams: Teams, rng: np.random.Generator, day: Ints, level: Ints, planned: Bools
) -> tuple[Events, Reviews]:
    """Events that began on these days; `planned` says which of the care events went through a plan first."""
    size, clock = len(day), world.clock
    front, team = teams.assessment.pick(rng, size), teams.locality.pick(rng, size)
    begun = level > NO_ACTION
    start = clock.next_wd(day + choice(rng, [0.55, 0.3, 0.1, 0.05], size))
    end = clock.add_wd(start, _assessment_days(world, teams, rng, front, start))
    cin_start = clock.next_wd(end + rng.integers(0, 15, size))
    cin_end = cin_start + 7 + days_after(rng, 165, size, 1.3)
    plan = (level == PROTECTED) | (level == CARE) & planned
    fruitless = (level == IN_NEED) & chance(rng, 0.04, size)
    late = chance(rng, np.array([0.0, 0.0, 0.3, 0.33, 0.0])[level], size)
    enquiry = plan | fruitless | chance(rng, np.array([0.0, 0.20, 0.40, 1.0, 0.5])[level], size)
    later = end + ((cin_end - end) * rng.uniform(0.1, 0.8, size)).astype(np.int64)
    s47 = np.maximum(clock.next_wd(np.where(late, later, day + choice(rng, [0.4, 0.3, 0.2, 0.1], size))), start)
    icpc = clock.add_wd(s47, _conference_days(world, teams, rng, team, s47))
    reviews, cp_end = _plan_reviews(world, rng, np.flatnonzero(plan), icpc, team, teams.locality.count)
    need = (level == IN_NEED) | plan & late | (level == CARE) & ~plan
    cin_end = np.where(plan & late, icpc, np.where(fruitless, np.maximum(cin_end, icpc + 10), cin_end))
    step = (level == PROTECTED) & chance(rng, 0.8, size)
    step_end = cp_end + 14 + days_after(rng, 110, size, 1.4)
    close = np.choose(
        level,
        [day + rng.integers(0, 2, size), end + rng.integers(0, 9, size), cin_end + rng.integers(0, 8, size),
         np.where(step, step_end, cp_end) + rng.integers(0, 8, size), end],
    )  # fmt: skip
    close = np.maximum(close, np.where(enquiry, clock.add_wd(s47, 15), close))
    events = Events(
        day, level, front, team, when(begun, start), when(begun, end), when(enquiry, s47), when(plan | fruitless, icpc),
        when(plan, icpc), when(plan, cp_end), when(need, cin_start), when(need, cin_end),
        when(step, cp_end), when(step, step_end), np.maximum(close, np.where(begun, end, close)),
    )  # fmt: skip
    return events, reviews


def _assessment_days(world: World, teams: Teams, rng: np.random.Generator, team: Ints, start: Ints) -> Ints:
    """Working days from start to authorisation: some quick, most just before the limit of 45, some after it."""
    size = len(start)
    pressed = world.pressure("assessment", team, start, teams.assessment.count)
    quick = 3 + rng.integers(0, 18, size)
    usual = 21 + (25 * np.sqrt(rng.random(size))).astype(np.int64)
    over = 46 + days_after(rng, 13, size)
    is_over = chance(rng, logistic(0.135, 0.45 * pressed), size)
    is_quick = chance(rng, logistic(0.33, -0.35 * pressed), size)
    return np.where(is_over, over, np.where(is_quick, quick, usual)).astype(np.int64)


def _conference_days(world: World, teams: Teams, rng: np.random.Generator, team: Ints, s47: Ints) -> Ints:
    """Working days from the strategy discussion to the conference."""
    size = len(s47)
    pressed = world.pressure("conference", team, s47, teams.locality.count)
    late = chance(rng, logistic(0.185, 0.5 * pressed), size)
    in_time = np.maximum(15 - days_after(rng, 3.4, size), 3)
    return np.where(late, 16 + days_after(rng, 5, size), in_time).astype(np.int64)


def _plan_reviews(
    world: World, rng: np.random.Generator, planned: Ints, start: Ints, team: Ints, teams: int
) -> tuple[Reviews, Ints]:
    """Review conferences until one of them ends the plan."""
    alive, last = planned, start[planned]
    ended = start.copy()
    found: list[tuple[Ints, Ints, Ints]] = []
    for k in range(12):
        if not len(alive):
            break
        due = add_months(last, 3 if k == 0 else 6)
        pressed = world.pressure("plan review", team[alive], due, teams)
        late = chance(rng, logistic(0.045, 0.5 * pressed), len(alive))
        shift = np.where(late, 1 + days_after(rng, 16, len(alive)), -rng.integers(0, 12 if k == 0 else 28, len(alive)))
        held = np.maximum(world.clock.next_wd(due + shift - 3 * ~late), last + 7)
        found.append((alive, held, due))
        ended[alive] = held
        on = ~chance(rng, 0.27 if k == 0 else 0.58, len(alive)) & (held <= world.as_at)
        alive, last = alive[on], held[on]
    columns = [np.concatenate([f[i] for f in found]) if found else np.empty(0, np.int64) for i in range(3)]
    return Reviews(*columns), ended


def cut(events: Events, limit: Ints) -> Events:
    """The events with everything over by the day before `limit`: what had not begun by then never did."""
    last = limit - 1

    def begun(day: Ints) -> Bools:
        return np.asarray((day != NONE) & (day < limit - 20))

    plan, need, step = begun(events.cp_start), begun(events.cin_start), begun(events.step_start)
    level = np.where((events.level == PROTECTED) & ~plan, IN_NEED, events.level)
    return replace(
        events,
        level=np.where((level == IN_NEED) & ~need, ASSESSED, level),
        assess_end=np.where(events.assess_end == NONE, NONE, np.minimum(events.assess_end, last)),
        s47=when(begun(events.s47), events.s47),
        icpc=when(begun(events.icpc), events.icpc),
        cp_start=when(plan, events.cp_start),
        cp_end=when(plan, np.minimum(events.cp_end, last)),
        cin_start=when(need, events.cin_start),
        cin_end=when(need, np.minimum(events.cin_end, last)),
        step_start=when(step, events.step_start),
        step_end=when(step, np.minimum(events.step_end, last)),
        close=np.minimum(events.close, last),
    )
