"""Home of a child in care: HOME_POST of the return, an address of the records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby, zip_longest
from typing import Any

from trigpoint.sources.ssda903.care import Names, Row
from trigpoint.sources.ssda903.view import View

TOLD = "Home told by the SSDA903 return"
"""What an address is called that a return gave for certain episodes."""


def addresses(view: View) -> Iterator[Row]:
    """The home that consecutive episodes of a child give, from the first of them to the next that gives another."""
    names = Names()
    for care in view.cares.values():
        dated = [row for row in care.episodes if row["DECOM"]]
        runs = [list(some) for _, some in groupby(dated, key=lambda row: row["HOME_POST"])]
        for run, onward in zip_longest(runs, runs[1:]):
            if home := run[0]["HOME_POST"]:
                yield {
                    "addr_table_id": names.name(care.child, "home", run[0]["DECOM"]),
                    "addr_person_id": care.child,
                    "addr_address_type": TOLD,
                    "addr_address_start_date": run[0]["DECOM"],
                    "addr_address_end_date": onward[0]["DECOM"] if onward else None,
                    "addr_address_postcode": home,
                }


def home_post(known: Sequence[Mapping[str, Any]], episode: date, entry: date) -> str | None:
    """Postcode of the home of an episode among a child's addresses.

    That is the address which a return gave for the day on which the `episode` began; of a child with none that on the
    day of `entry` into care, for later addresses of a child in care may be those of placements.
    """
    told = [row for row in known if row["addr_address_type"] == TOLD]
    day = episode if told else entry
    lived = [row for row in told or known if _held(row, day) and row["addr_address_postcode"]]
    newest = max(lived, key=lambda row: row["addr_address_start_date"] or date.min, default=None)
    return newest["addr_address_postcode"] if newest else None


def _held(row: Mapping[str, Any], day: date) -> bool:
    start, end = row["addr_address_start_date"], row["addr_address_end_date"]
    return (start is None or start <= day) and (end is None or day < end)
