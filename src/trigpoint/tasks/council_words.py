"""The words in force in a store: what the council settled for them last, or had settled at a moment."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from pathlib import Path

from trigpoint.judgement.state import State
from trigpoint.measures import EVERY
from trigpoint.packs.care_words import Care, in_care_words
from trigpoint.packs.council_words import PLAIN, CouncilWords
from trigpoint.tasks.configure import Configured, Setting, configured
from trigpoint.tasks.library import any_measure

CARE = "care"
POSITIONS = {"better": State.BETTER, "on target": State.MET, "within": State.WITHIN, "outside": State.OUTSIDE}
"""The positions that a council may name, by the key they have in the entry."""


def council_words(store: Path, at: datetime | None = None) -> CouncilWords:
    """The words settled last, or those that held at a moment. Raises StoreError."""
    found = configured(store, Setting.WORDS, at)
    return _words(found) if found else PLAIN


def measure_title(store: Path, measure: str) -> str:
    """What the measure is called, in the council's words. Raises LibraryError and StoreError."""
    return council_words(store).said(any_measure(measure).title)


def told_in_care_words(store: Path, most: int = 4) -> list[str]:
    """Titles over the whole library that the words for children in care change, in the council's. Raises StoreError."""
    words = council_words(store)
    found = [one.title for one in EVERY.values() if any(in_care_words(one.title, care) != one.title for care in Care)]
    return [words.said(title) for title in found[:: -(-len(found) // most)]]


@lru_cache(maxsize=8)
def _words(found: Configured) -> CouncilWords:
    said = {row.key: row.value for row in found.rows}
    care = said.get(CARE, "")
    own = [(state, said[key]) for key, state in POSITIONS.items() if said.get(key, state) != state]
    return CouncilWords(Care(care) if care in set(Care) else None, tuple(own), found.entry)
