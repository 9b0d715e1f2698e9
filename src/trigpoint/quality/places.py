"""Where an episode is placed: its authority, how far from home, and who provides it, by the lists that a return lacks.

Every answer is None where a list was not given or does not hold what is asked: nothing is guessed.
"""

from __future__ import annotations

from math import hypot
from typing import Literal

from trigpoint.records.returns.collection import Place, Provider
from trigpoint.records.returns.ssda903 import Episodes

METRES_A_MILE = 1609.3
"""As DfE reckons distances of placements."""

OUTSIDE_ENGLAND = frozenset({"CON", "NIR", "SCO", "WAL", "NUK"})
"""What stands for an authority where there is no English one: the other nations, and what lies outside them."""

NO_URN = "XXXXXXX"
"""What is written where a placement has no URN to give."""


def authority(episode: Episodes) -> str | None:
    """Code of the upper-tier authority that the placement lies in."""
    place = _place(episode, episode.PL_POST)
    return place.authority if place else None


def location(episode: Episodes) -> Literal["IN", "OUT"] | None:
    """Whether the placement lies in the returning authority or out of it."""
    lies_in, returning = authority(episode), episode.collection.look_ups.authority
    if lies_in is None or not returning:
        return None
    return "IN" if lies_in == returning else "OUT"


def is_outside_england(episode: Episodes) -> bool:
    """Whether the placement is known to lie outside England; one that cannot be placed is not."""
    return authority(episode) in OUTSIDE_ENGLAND


def distance(episode: Episodes) -> float | None:
    """Miles from home to the placement in a straight line, to one decimal."""
    home, there = _place(episode, episode.HOME_POST), _place(episode, episode.PL_POST)
    if home is None or there is None:
        return None
    return round(hypot(home.easting - there.easting, home.northing - there.northing) / METRES_A_MILE, 1)


def urn(episode: Episodes) -> str | None:
    """The URN in capitals; None where it is blank or written XXXXXXX."""
    given = (episode.URN or "").strip().upper()
    return given if given and given != NO_URN else None


def provider(episode: Episodes) -> Provider | None:
    """The provider that has the episode's URN."""
    known, asked = episode.collection.look_ups.providers, urn(episode)
    return known.get(asked) if known is not None and asked is not None else None


def provider_authority(episode: Episodes) -> str | None:
    """Code of the authority that the provider's own postcode lies in."""
    provided = provider(episode)
    place = _place(episode, provided.postcode) if provided else None
    return place.authority if place else None


def plain(postcode: str | None) -> str:
    """A postcode in capitals without spaces, as look-up lists have it."""
    return (postcode or "").replace(" ", "").upper()


def _place(episode: Episodes, postcode: str | None) -> Place | None:
    known = episode.collection.look_ups.postcodes
    return known.get(plain(postcode)) if known is not None else None
