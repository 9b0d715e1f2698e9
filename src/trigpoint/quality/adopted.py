"""Adoption as rules of the SSDA903 return ask of it: the reasons for ending, the items that go with one."""

from __future__ import annotations

from trigpoint.quality.care import is_in_year
from trigpoint.records.returns.ssda903 import AD1, Episodes

ADOPTED = frozenset({"E11", "E12"})
"""Reasons for the end of an episode that is an adoption: application unopposed, consent dispensed with."""

ITEMS = ("DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR")
"""What the return asks of every adoption."""


def is_adoption_of_year(episode: Episodes) -> bool:
    """Whether the episode ended by adoption within the collection year."""
    return episode.REC in ADOPTED and is_in_year(episode.child, episode.DEC)


def is_complete(row: AD1) -> bool:
    """Whether every item of the adoption is filled."""
    return all(row.filled(item) for item in ITEMS)


def is_begun(row: AD1) -> bool:
    """Whether any item of the adoption is filled."""
    return any(row.filled(item) for item in ITEMS)
