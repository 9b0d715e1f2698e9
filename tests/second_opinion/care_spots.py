"""Where a child lives, with whom and since when: carer-placements with what was left out of them (19, 24, N11, N12)."""

from datetime import date
from typing import NamedTuple

from .care import Episode, kept_episodes
from .care_states import breaks
from .common import Tables, remembered
from .placements import carer_placements, placement_of, stays_of

IGNORING = {"t_codes": "ignore"}


class Lived(NamedTuple):
    """A child's kept episodes in order, and the place of the standing episode that each lives with."""

    episodes: list[Episode]
    after_home: list[bool]
    standing: list[list[int]]
    base: list[int | None]
    stays: list[list[int]]

    def home_between(self, earlier: int, later: int) -> bool:
        return any(self.after_home[earlier + 1 : later + 1])

    def placement_number(self, place: int) -> int:
        return next(number for number, places in enumerate(self.standing) if place in places)

    def stay_of(self, place: int) -> list[int]:
        return next(stay for stay in self.stays if place in stay)


def places_of(groups: list[list[Episode]], place: dict[int, int]) -> list[list[int]]:
    return [[place[id(episode)] for episode in group] for group in groups]


def bases(count: int, standing: set[int], after_home: list[bool]) -> list[int | None]:
    """For each episode the last standing one up to it, unless a day at home lies between."""
    found: list[int | None] = []
    last: int | None = None
    for position in range(count):
        if after_home[position]:
            last = None
        if position in standing:
            last = position
        found.append(last)
    return found


@remembered
def lives(tables: Tables, as_at: date) -> dict[str, Lived]:
    found = {}
    for child, episodes in kept_episodes(tables, as_at).items():
        place = {id(episode): number for number, episode in enumerate(episodes)}
        standing = places_of(carer_placements(tables, as_at, child, IGNORING), place)
        stays = places_of(stays_of(tables, as_at, episodes), place)
        after_home = breaks(episodes)
        of_carers = {number for places in standing for number in places}
        base = bases(len(episodes), of_carers, after_home)
        found[child] = Lived(episodes, after_home, standing, base, stays)
    return found


def place_of_current(lived: Lived, s: date) -> int | None:
    """The kept episode open at S: the later start, then the larger id, then the later place."""
    found: int | None = None
    for place, episode in enumerate(lived.episodes):
        if episode.is_open(s):
            held = lived.episodes[found] if found is not None else episode
            if (episode.start, episode.id) >= (held.start, held.id):
                found = place
    return found


class Spot(NamedTuple):
    """A carer-placement with the temporary stays away from it, or a stay by itself."""

    child: str
    episodes: list[Episode]
    kinds: list[str]

    @property
    def start(self) -> date:
        return min(episode.start for episode in self.episodes)

    @property
    def end(self) -> date | None:
        ends = [episode.end for episode in self.episodes]
        return None if None in ends else max(end for end in ends if end is not None)

    def place_on(self, on: date) -> int:
        """The last episode in order that had begun."""
        return max(place for place, episode in enumerate(self.episodes) if episode.start <= on)


@remembered
def spots(tables: Tables, as_at: date) -> list[Spot]:
    found = []
    for child, lived in lives(tables, as_at).items():
        groups: dict[tuple[str, int], list[int]] = {}
        for place in range(len(lived.episodes)):
            base = lived.base[place]
            own = ("stay", lived.stay_of(place)[0])
            spot = own if base is None else ("carer", lived.placement_number(base))
            groups.setdefault(spot, []).append(place)
        for places in groups.values():
            kinds = []
            for place in places:
                base = lived.base[place]
                lives_as = lived.episodes[place if base is None else base]
                kinds.append(placement_of(tables, as_at, lives_as).type)
            found.append(Spot(child, [lived.episodes[place] for place in places], kinds))
    return found
