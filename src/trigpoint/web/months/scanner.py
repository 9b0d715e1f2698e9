"""Reads comments for what might tell of a child, before an audience outside the service sees them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_PEOPLE = (
    r"child|children|boys?|girls?|siblings?|brothers?|sisters?|famil(?:y|ies)|young (?:people|persons?|m[ae]n|wom[ae]n)"
    r"|carers?|adopters?|babies|baby|infants?|twins?|teenagers?|mothers?|fathers?|parents?|cases?|referrals?|plans?"
    r"|placements?|visits?|reviews?|assessments?|conferences?|care leavers?|uasc"
)
_COUNT = re.compile(rf"\b(?P<number>\d{{1,3}}|{'|'.join(_WORDS)})\b(?:\s+[a-z-]+){{0,3}}\s+(?:{_PEOPLE})\b", re.I)
_OF = re.compile(r"\b(?P<number>\d{1,3})\s+(?:out\s+)?of\s+(?:the\s+|our\s+)?(?P<all>\d{1,3})\b", re.I)
_LETTERS = re.compile(
    r"\b(?:[Cc]hild|[Bb]oy|[Gg]irl|[Ss]ibling|[Bb]aby|[Mm]other|[Ff]ather|[Ff]amily)\s+[A-Z]\b|\b[A-Z]\.\s?[A-Z]\."
)
_AGE = re.compile(
    r"\baged?\s+\d{1,2}\b(?!\s*(?:to|and|-|–|over|under))|\b(?:\d{1,2}|"
    + "|".join(_WORDS)
    + r")[- ](?:year|month|week)s?[- ]olds?\b",
    re.I,
)
_BORN = re.compile(r"\bborn\s+(?:on|in)\b|\bdate of birth\b|\bd\.?o\.?b\.?\b", re.I)
_NAMED = re.compile(
    r"\b(?:lives?|lived|living|placed|moved|staying|attends?|attended)\s+(?:at|in|to|with)\s+(?:[A-Z][a-z]+)"
)
_NUMBER = re.compile(r"\b[A-Z]{0,3}\d{5,}\b")


@dataclass(frozen=True)
class Warned:
    """Words that might tell of a child: `found` as written, `why` in a sentence; `digest` is of both and the text."""

    found: str
    why: str
    digest: str


def warnings(text: str, threshold: int) -> list[Warned]:
    """What a second person must read before the text goes outside. `threshold` is the largest count that is small."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    found = dict.fromkeys(_found(text, threshold))
    return [Warned(words, why, hashlib.sha256(f"{digest} {words} {why}".encode()).hexdigest()) for words, why in found]


def _found(text: str, threshold: int) -> Iterator[tuple[str, str]]:
    for match in _COUNT.finditer(text):
        if 0 < _value(match["number"]) <= threshold:
            yield match[0], "it is a small number of people"
    for match in _OF.finditer(text):
        small = (int(match["number"]), int(match["all"]) - int(match["number"]))
        if any(0 < number <= threshold for number in small):
            yield match[0], "it gives a small number, or leaves one"
    for pattern, why in (
        (_LETTERS, "it may stand for a name"),
        (_AGE, "it is the age of one child"),
        (_BORN, "it tells when someone was born"),
        (_NAMED, "it tells where someone lives or goes"),
        (_NUMBER, "it may be a case number"),
    ):
        for match in pattern.finditer(text):
            yield match[0], why


def _value(number: str) -> int:
    return int(number) if number.isdigit() else _WORDS.index(number.lower()) + 1
