"""The parts of the authority that a person may choose from, with how much there is to do in each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from trigpoint.web.children.work import Part
from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import Actor
from trigpoint.web.teams.week import COMING_UP, Item


@dataclass(frozen=True)
class Load:
    """How much is open in a part: missed, due in the coming days, due now without a day."""

    part: Part
    missed: int
    coming: int
    now: int


def first_part(actor: Actor) -> Part:
    """Where a person's own page begins: their one team or worker; nothing chosen for those who see more."""
    scope = actor.scope(Action.SEE_WORK)
    if scope.everything:
        return Part()
    if len(scope.workers) == 1 and not scope.teams and not scope.services:
        return Part(worker=next(iter(scope.workers)))
    if len(scope.teams) == 1 and not scope.services:
        return Part(team=next(iter(scope.teams)))
    return Part(service=next(iter(scope.services))) if len(scope.services) == 1 else Part()


def loads(found: Sequence[tuple[Part, Item]]) -> list[Load]:
    """How much is open in each part, most missed first."""
    sums: dict[Part, list[int]] = defaultdict(lambda: [0, 0, 0])
    for part, one in found:
        if one.is_missed:
            sums[part][0] += 1
        elif one.by is None:
            sums[part][2] += 1
        elif one.over >= -COMING_UP:
            sums[part][1] += 1
    every = [Load(part, *counts) for part, counts in sums.items()]
    return sorted(every, key=lambda load: (-load.missed, -load.coming, load.part.words))
