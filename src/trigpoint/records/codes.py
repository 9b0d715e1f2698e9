"""Code sets of the statutory returns by collection year; the codes themselves are data (`data/codes_*.csv`).

A collection year is named by its end: 2025 is the year to 31 March 2025.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True)
class Code:
    """One code of a set, its meaning, and the first and last collection year that take it (None = open)."""

    code: str
    label: str
    from_year: int | None
    to_year: int | None
    note: str

    def holds_in(self, year: int) -> bool:
        """Whether the return of the collection year that ends in `year` takes this code."""
        return (self.from_year or year) <= year <= (self.to_year or year)


@cache
def code_set(name: str, year: int) -> Mapping[str, str]:
    """Codes of a set and their labels, in the order of the return, as collected in the year that ends in `year`.

    >>> dict(code_set("SEX", 2025))
    {'M': 'Male', 'F': 'Female', 'U': 'Unknown'}

    Source: SSDA903 and CIN census code lists. Raises ValueError for a set that does not exist.
    """
    if name not in CODE_SETS:
        raise ValueError(f"There is no code set {name}: use one of {', '.join(CODE_SETS)}.")
    return MappingProxyType({c.code: c.label for c in CODE_SETS[name] if c.holds_in(year)})


def codes_version() -> str:
    """Hash of every code-set file, for the manifest of a release."""
    return hashlib.sha256("".join(_texts()).encode()).hexdigest()[:16]


def _texts() -> Iterator[str]:
    folder = files("trigpoint.records").joinpath("data")
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.startswith("codes_") and file.name.endswith(".csv"):
            yield file.read_text("utf-8")


def _read() -> Mapping[str, tuple[Code, ...]]:
    sets: dict[str, list[Code]] = {}
    for text in _texts():
        for row in csv.DictReader(text.splitlines()):
            first, last = (int(row[end]) if row[end] else None for end in ("from_year", "to_year"))
            sets.setdefault(row["codeset"], []).append(Code(row["code"], row["label"], first, last, row["note"]))
    return MappingProxyType({name: tuple(sets[name]) for name in sorted(sets)})


CODE_SETS: Mapping[str, tuple[Code, ...]] = _read()
"""Every code set by name, with the codes of all years."""
