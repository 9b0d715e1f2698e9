"""One authority's one table, read and checked; or one module of a return as it was given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import pyarrow as pa

from trigpoint.records import TABLES
from trigpoint.records.returns import ReturnRow
from trigpoint.sources.columns import Column
from trigpoint.sources.issue import Issue


@dataclass(frozen=True)
class Part:
    """`data` has the schema of its record table. `rows_in` = rows of data + `refused` + `repeated`.

    `refused` rows could not be taken; `repeated` rows are equal in every field to one that was, or stand in the return
    of a later year too. A module of a return as it was given has the `year` of its collection.
    `columns` are those that the source has a place for: the others are empty because nobody was asked.
    """

    authority: str
    table: str
    data: pa.Table
    rows_in: int
    refused: int = 0
    repeated: int = 0
    issues: Sequence[Issue] = field(default_factory=list)
    year: int | None = None
    columns: frozenset[str] = frozenset()

    @property
    def is_return(self) -> bool:
        """Whether it is a module of a return as it was given, kept for the rules, and no record table."""
        return self.table.startswith(RETURN)


GivenAs = Literal["csv", "xml", "records"]
"""How a return was given: as files of one of two forms, or not at all, and made from records."""

RETURN = "return_"
"""What the names of tables begin with that hold a return as it was given."""


def return_table(form: str, module: str) -> str:
    """Name of the table that holds a module of a return as it was given: `return_ssda903_episodes`."""
    return f"{RETURN}{form}_{module}".lower()


def return_part(
    form: str,
    module: type[ReturnRow],
    authority: str,
    year: int,
    columns: Mapping[str, Column],
    *,
    file: str,
    rows: Column,
    child: Column,
    key: Column | None = None,
    within: Column | None = None,
    given_as: GivenAs = "xml",
) -> Part:
    """A module of a return as it was given, its cells as text: dates ISO where they could be read, codes upper case.

    `given_as` stands in every row, for what a rule tests may be in XML alone. `rows` are row numbers as the person sees
    them, null where the return was made from records. `child` is the key of the row's child; a nested row has a `key`
    of its own, and `within` is that of the row it lies in. Our own columns bear names that no return has, whatever the
    case: engines do not tell `child` from `CHILD`.
    """
    length = len(rows)
    given: dict[str, Column] = {
        "authority": pa.repeat(pa.scalar(authority), length),
        "collection_year": pa.repeat(pa.scalar(year, pa.int64()), length),
        "given_as": pa.repeat(pa.scalar(given_as), length),
        "file": pa.repeat(pa.scalar(file), length),
        "file_row": rows.cast(pa.int64()),
        "child_key": child.cast(pa.string()),
        "row_key": pa.nulls(length, pa.int64()) if key is None else key.cast(pa.int64()),
        "within_key": pa.nulls(length, pa.int64()) if within is None else within.cast(pa.int64()),
    }
    cells = {name: columns[name] if name in columns else pa.nulls(length) for name in module.columns}
    given |= {name: column.cast(pa.string()) for name, column in cells.items()}
    return Part(authority, return_table(form, module.module), pa.table(given), length, year=year)


def table_of(name: str, authority: str, columns: dict[str, Column], length: int) -> pa.Table:
    """Columns in the order and types of a record table; one that is not given is missing throughout."""
    schema = TABLES[name].schema()
    given = {"authority": pa.repeat(pa.scalar(authority), length), **columns}
    arrays = [given[f.name] if f.name in given else pa.nulls(length, f.type) for f in schema]
    return pa.Table.from_arrays(arrays, schema=schema)
