"""A folder of CSV or Parquet files, each named by its table of the Standard Safeguarding Dataset or `ext_` table.

The fields are those of `trigpoint.records`; nothing is declared here a second time. Dates are ISO, an empty cell is
missing, headings are compared without case, decimal numbers are written as decimals.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Literal

import pyarrow as pa

from trigpoint.records import TABLES
from trigpoint.sources.file import SourceFile
from trigpoint.sources.issue import Issue, names, refused
from trigpoint.sources.part import Part
from trigpoint.sources.record_sheet import part_of
from trigpoint.sources.record_write import write_csv, write_parquet

AUTHORITY = "authority"


def recognise(file: SourceFile) -> str:
    """The table that a file is named by, or nothing. Raises Refused when a required column is not there."""
    name = file.path.stem.lower()
    if name not in TABLES or not file.is_table:
        return ""
    lacking = [f.name for f in TABLES[name].fields.values() if f.required and not file.has(f.name)]
    if lacking:
        what = f"the table {name} needs the column {names(lacking)} and the file has {names(file.headings)}"
        raise refused(
            file.name, what, "add the column to the export (headings are compared without case)", row=file.heading_row
        )
    return name


def tables(kinds: Iterable[str]) -> set[str]:
    """Record tables that files of these kinds give."""
    return set(kinds)


def year(files: Mapping[str, SourceFile]) -> int | None:  # noqa: ARG001 - every format answers
    """An extract of the dataset belongs to no collection year."""
    return None


def read(files: Mapping[str, SourceFile], authority: str) -> Iterator[Part]:
    """Each table as a part, in the order in which the record model declares them."""
    for name in TABLES:
        if name in files:
            yield part_of(files[name].sheet(), name, authority, _columns_told(files[name], name))


def _columns_told(file: SourceFile, name: str) -> list[Issue]:
    """What the headings leave to be told: columns not known, and columns not there."""
    fields = TABLES[name].fields.values()
    known = {AUTHORITY, *chain.from_iterable((f.name.lower(), *(s.lower() for s in f.stored)) for f in fields)}
    extra = [heading for heading in file.headings if heading and heading.lower() not in known]
    absent = [f.name for f in fields if not any(file.has(given) for given in (f.name, *f.stored))]
    told = []
    if extra:
        what = f"{len(extra)} columns are not part of {name} and were left out: {names(extra)}"
        told.append(
            Issue(file.name, file.heading_row, "", what, "nothing need be done unless one is misspelt", "warning")
        )
    if absent:
        what = f"{len(absent)} columns of {name} are not in the file and are taken as missing: {names(absent)}"
        told.append(
            Issue(file.name, file.heading_row, "", what, "add them to the export if measures need them", "warning")
        )
    return told


def write(tables: Mapping[str, pa.Table], folder: Path, form: Literal["csv", "parquet"] = "csv") -> list[Path]:
    """Write record tables of one authority into a folder; what `read` gives back equals what was written.

    The column `authority` is not written: the folder says it. Raises ValueError for tables of several authorities.
    """
    folder.mkdir(parents=True, exist_ok=True)
    found = {value for table in tables.values() for value in table[AUTHORITY].unique().to_pylist()}
    if len(found) > 1:
        raise ValueError(
            f"A folder holds one authority, not {names(sorted(map(str, found)))}: write each into its own."
        )
    one = write_csv if form == "csv" else write_parquet
    return [one(TABLES[name], table, folder / f"{name}.{form}") for name, table in tables.items()]
