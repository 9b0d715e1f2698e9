"""Look-up lists that rules need and no return holds: a postcode directory, Ofsted's list of providers."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar

from trigpoint.records.returns import LookUps, Place, Provider
from trigpoint.sources import Issue, Refused

Made = TypeVar("Made")
Cells = Mapping[str, str]


def look_ups(postcodes: Path | None, providers: Path | None, authority: str) -> LookUps:
    """The lists of the files that are given. Raises Refused for a file that is no such list."""
    return LookUps(
        _read(postcodes, ("postcode", "easting", "northing", "authority"), _place) if postcodes else None,
        _read(providers, ("urn", "placements", "providers", "ended", "postcode"), _provider) if providers else None,
        authority,
    )


def _place(row: Cells) -> tuple[str, Place]:
    return _joined(row["postcode"]), Place(int(row["easting"]), int(row["northing"]), row["authority"].strip())


def _provider(row: Cells) -> tuple[str, Provider]:
    ended = date.fromisoformat(row["ended"]) if row["ended"].strip() else None
    provider = Provider(_codes(row["placements"]), _codes(row["providers"]), ended, _joined(row["postcode"]))
    return row["urn"].strip().upper(), provider


def _codes(cell: str) -> frozenset[str]:
    return frozenset(code.strip().upper() for code in cell.split(",") if code.strip())


def _joined(postcode: str) -> str:
    return postcode.replace(" ", "").upper()


def _read(file: Path, columns: tuple[str, ...], make: Callable[[Cells], tuple[str, Made]]) -> dict[str, Made]:
    found: dict[str, Made] = {}
    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            reader = csv.DictReader(opened, restval="")
            reader.fieldnames = [name.strip().lower() for name in reader.fieldnames or ()]
            if lacking := [name for name in columns if name not in reader.fieldnames]:
                mend = f"give the columns {', '.join(columns)}"
                raise Refused(Issue(file.name, 1, "", f"the column {', '.join(lacking)} is not there", mend))
            for number, row in enumerate(reader, start=2):
                try:
                    key, value = make(row)
                except ValueError as error:
                    mend = "write whole metres, and days as 2026-03-31"
                    raise Refused(Issue(file.name, number, "", f"the row cannot be read ({error})", mend)) from None
                found[key] = value
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        why = f"the list cannot be read ({getattr(error, 'strerror', None) or error})"
        raise Refused(Issue(file.name, None, "", why, "give it as CSV UTF-8")) from None
    return found
