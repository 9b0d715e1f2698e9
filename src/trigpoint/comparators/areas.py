"""Areas that figures are published for: England, its regions, its authorities, by number, ONS code or name."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Area:
    """One area. `number` is the Department's three digits, which outlive the ONS codes (the first is today's).

    `region` is an authority's region by name; `until` the last year of an authority that is no more.
    """

    level: str
    number: str
    name: str
    other_names: tuple[str, ...]
    ons_codes: tuple[str, ...]
    region: str
    until: str


@cache
def all_areas() -> tuple[Area, ...]:
    """Every area of `data/areas.csv`."""
    text = (files("trigpoint.comparators") / "data" / "areas.csv").read_text(encoding="utf-8")
    return tuple(
        Area(
            level=row["level"],
            number=row["number"],
            name=row["name"],
            other_names=tuple(filter(None, row["other_names"].split(";"))),
            ons_codes=tuple(filter(None, row["ons_codes"].split(";"))),
            region=row["region"],
            until=row["until"],
        )
        for row in csv.DictReader(text.splitlines())
    )


@cache
def area(text: str) -> Area | None:
    """The area with this number (301), ONS code (E08000025) or name, however capitals and punctuation are set.

    A name that an authority of today shares with one that is no more means today's.
    """
    return _index().get(_plain(text))


def key(code: str, name: str = "") -> str:
    """What two files call the same area by: the number of an area we know, else the code (or name) as it stands."""
    known = area(code) or area(name)
    return known.number if known else code or _plain(name)


@cache
def _index() -> dict[str, Area]:
    index: dict[str, Area] = {}
    for one in sorted(all_areas(), key=lambda area: bool(area.until)):
        for text in (one.number, one.name, *one.other_names, *one.ons_codes):
            index.setdefault(_plain(text), one)
    index.pop("", None)
    return index


def _plain(text: str) -> str:
    words = re.sub(r"[^a-z0-9]+", " ", text.casefold().replace("&", " and "))
    return " ".join(words.split())
