"""One authority's one table, read and checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pyarrow as pa

from trigpoint.records import TABLES
from trigpoint.sources.columns import Column
from trigpoint.sources.issue import Issue


@dataclass(frozen=True)
class Part:
    """`data` has the schema of its record table. `rows_in` = rows of data + `refused` + `repeated`.

    `refused` rows could not be taken; `repeated` rows are equal in every field to one that was.
    """

    authority: str
    table: str
    data: pa.Table
    rows_in: int
    refused: int = 0
    repeated: int = 0
    issues: Sequence[Issue] = field(default_factory=list)


def table_of(name: str, authority: str, columns: dict[str, Column], length: int) -> pa.Table:
    """Columns in the order and types of a record table; one that is not given is missing throughout."""
    schema = TABLES[name].schema()
    given = {"authority": pa.repeat(pa.scalar(authority), length), **columns}
    arrays = [given[f.name] if f.name in given else pa.nulls(length, f.type) for f in schema]
    return pa.Table.from_arrays(arrays, schema=schema)
