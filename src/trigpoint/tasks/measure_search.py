"""Finds measures by what people type: part of a title, an id, words of the definition, with a letter or two wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"[a-z0-9%]+")
_PASSED_OVER = frozenset({"the", "of", "a", "an", "in", "and", "by", "for", "to", "on", "with", "per", "who"})
_ALIKE = 0.76
"""Two words this alike are taken for one: a letter left out, doubled or swapped in a word of five."""
_SHORTEST = 4
"""Letters of the shortest word in which a wrong letter is forgiven."""


@dataclass(frozen=True)
class Searched:
    """What is searched of a measure: `near` are the words of its title, id and names, `far` those of its definition."""

    measure: str
    near: tuple[str, ...]
    far: tuple[str, ...]


def words(*texts: str) -> tuple[str, ...]:
    """The words of texts, in small letters, the little ones left out, each once."""
    found = (word for text in texts for word in _WORD.findall(text.lower().replace("_", " ")))
    return tuple(dict.fromkeys(word for word in found if word not in _PASSED_OVER))


def search(query: str, every: Iterable[Searched]) -> list[str]:
    """The measures in which every word of the query is found, the best first. All of them for an empty query."""
    asked = words(query)
    scored = [(_score(asked, one), one.measure) for one in every]
    found = [(score, measure) for score, measure in scored if score is not None]
    return [measure for _, measure in sorted(found, key=lambda each: -each[0])]


def _score(asked: Sequence[str], one: Searched) -> float | None:
    """How well a measure fits: the sum over the words asked, None where one of them is nowhere in it."""
    total = 0.0
    for word in asked:
        best = max(2 * _best(word, one.near), _best(word, one.far))
        if not best:
            return None
        total += best
    return total


def _best(word: str, known: Sequence[str]) -> float:
    """1 for the word itself, less for its beginning, less for a word like it; 0 for none."""
    if word in known:
        return 1.0
    if any(each.startswith(word) for each in known if len(word) > 1):
        return 0.8
    if len(word) < _SHORTEST:
        return 0.0
    return 0.5 * max((ratio for each in known if (ratio := _alike(word, each)) >= _ALIKE), default=0.0)


def _alike(word: str, other: str) -> float:
    if abs(len(word) - len(other)) > 2 or not set(word) & set(other[:2]):
        return 0.0
    return SequenceMatcher(None, word, other).ratio()
