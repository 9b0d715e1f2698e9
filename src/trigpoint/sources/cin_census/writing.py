"""Record tables written as the census of one year, and made into the same rows without a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any, TextIO

import pyarrow as pa

from trigpoint.records.returns import cin_census
from trigpoint.sources.cin_census.extract import CensusExtract
from trigpoint.sources.cin_census.given import Given
from trigpoint.sources.cin_census.header import COLLECTION, YEARS
from trigpoint.sources.cin_census.rows import Row, filled
from trigpoint.sources.cin_census.shape import CHILD, Group, Repeated
from trigpoint.sources.cin_census.written import children
from trigpoint.sources.part import Part
from trigpoint.sources.ssda903.modules import last_day

FILE = "cin_census.xml"
_STEP = "  "
_UNWRITABLE = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(55296, 57344), 65534, 65535))
"""Characters that no XML can hold."""


def write(tables: Mapping[str, pa.Table], folder: Path, *, year: int, lea: str = "") -> list[Path]:
    """Write the census of the year that ends in `year` (2017 to 2026) and give its file.

    It holds the episodes of need with a referral in the year or a day open in it, as they stood on 31 March. `lea` is
    the authority's three-digit number, which no record holds. Raises ValueError for other years.
    """
    extract = _extract(tables, year)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / FILE
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n<Message>\n')
        _header(out, year, lea)
        out.write(f"{_STEP}<Children>\n")
        for _, rows in children(extract, year):
            out.write(f"{_STEP * 2}<Child>\n")
            for row in rows:
                _group(out, row, CHILD[row.module.module], 3)
            out.write(f"{_STEP * 2}</Child>\n")
        out.write(f"{_STEP}</Children>\n</Message>\n")
    return [path]


def made_from(tables: Mapping[str, pa.Table], authority: str, year: int, lea: str = "") -> Iterator[Part]:
    """The rows that `write` would write as the modules of a return, for its rules; no row has a line.

    The tables are those of one authority, which is named. Raises ValueError as `write` does.
    """
    given = Given()
    cells = {"Collection": COLLECTION, "Year": year, "ReferenceDate": last_day(year), "LEA": lea}
    given.add([filled(cin_census.Header, cells)], None)
    for child, rows in children(_extract(tables, year), year):
        given.add(rows, child)
    yield from given.parts(authority, year, "")


def _extract(tables: Mapping[str, pa.Table], year: int) -> CensusExtract:
    if year not in YEARS:
        raise ValueError(f"There is no census of {year}: use a year from {YEARS[0]} to {YEARS[-1]}.")
    return CensusExtract(tables, year)


def _header(out: TextIO, year: int, lea: str) -> None:
    """No clock is in it: the file is dated with the reference date."""
    day = last_day(year)
    details = {"Collection": COLLECTION, "Year": year, "ReferenceDate": day}
    source = {
        "SourceLevel": "L",
        "LEA": lea,
        "SoftwareCode": "Trigpoint",
        "SerialNo": "001",
        "DateTime": f"{day}T00:00:00",
    }
    out.write(f"{_STEP}<Header>\n")
    for tag, items in (("CollectionDetails", details), ("Source", source)):
        out.write(f"{_STEP * 2}<{tag}>\n")
        for item, value in items.items():
            _item(out, item, value, 3)
        out.write(f"{_STEP * 2}</{tag}>\n")
    out.write(f"{_STEP}</Header>\n")


def _group(out: TextIO, row: Row, group: Group, depth: int) -> None:
    """A row and what lies in it, in the order of the census."""
    out.write(f"{_STEP * depth}<{group.tag}>\n")
    for known in group.inside:
        if isinstance(known, str):
            _item(out, known, row.cells.get(known), depth + 1)
        elif isinstance(known, Group):
            for one in row.all(known.module):
                _group(out, one, known, depth + 1)
        else:
            _repeated(out, list(row.all(known.module)), known, depth + 1)
    out.write(f"{_STEP * depth}</{group.tag}>\n")


def _repeated(out: TextIO, rows: list[Row], known: Repeated, depth: int) -> None:
    if rows:
        out.write(f"{_STEP * depth}<{known.tag}>\n")
        for one in rows:
            _item(out, known.item, one.cells.get(known.item), depth + 1)
        out.write(f"{_STEP * depth}</{known.tag}>\n")


def _item(out: TextIO, tag: str, value: Any, depth: int) -> None:
    if value is not None and value != "":
        out.write(f"{_STEP * depth}<{tag}>{escape(str(value).translate(_UNWRITABLE), quote=False)}</{tag}>\n")
