"""Groups of a breakdown as people call them, and in the order in which they are read."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SEX = {"F": "Female", "M": "Male", "U": "Unknown", "I": "Indeterminate"}
_ETHNICITY = {
    "WBRI": "White British", "WIRI": "White Irish", "WIRT": "Traveller of Irish heritage", "WOTH": "Other White",
    "WROM": "Gypsy or Roma", "MWBC": "White and Black Caribbean", "MWBA": "White and Black African",
    "MWAS": "White and Asian", "MOTH": "Other mixed background", "AIND": "Indian", "APKN": "Pakistani",
    "ABAN": "Bangladeshi", "AOTH": "Other Asian", "BCRB": "Black Caribbean", "BAFR": "Black African",
    "BOTH": "Other Black", "CHNE": "Chinese", "OOTH": "Other ethnic group", "REFU": "Refused",
    "NOBT": "Not obtained",
}  # fmt: skip
"""The codes of the Department for Education's common basic data set."""
_CODES = {"sex": _SEX, "ethnicity": _ETHNICITY}
_AGES = ("Unborn", "Under 1")
_LAST = ("Not obtained", "Refused", "Unknown", "Not recorded")


def group_words(breakdown: str, group: str) -> str:
    """A code in words; a name as it is."""
    return _CODES.get(breakdown, {}).get(group, group)


def in_order(breakdown: str, groups: Iterable[str]) -> tuple[str, ...]:
    """The groups as they are read: ages from the youngest, numbered teams by number, what is not known last."""
    return tuple(sorted(groups, key=lambda group: _key(group_words(breakdown, group))))


def _key(words: str) -> tuple[int, tuple[tuple[int, str], ...]]:
    place = 1 + _LAST.index(words) if words in _LAST else 0
    if words in _AGES:
        return place, ((_AGES.index(words) - len(_AGES), ""),)
    parts = re.split(r"(\d+)", words)
    return place, tuple((int(part), "") if part.isdigit() else (0, part) for part in parts if part)
