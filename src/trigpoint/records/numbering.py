"""Whole numbers for authorities and children, so that records are joined by numbers instead of words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import pyarrow as pa
import pyarrow.compute

from trigpoint.records.table import TABLES

pc: Any = pyarrow.compute  # its stubs know no mixture of arrays and scalars

AUTHORITIES, CHILDREN = "authorities", "children"
"""Names of the two tables that say whose number is whose."""

_COLUMNS: list[tuple[str, pa.DataType]] = [("number", pa.int64()), ("authority", pa.string()), ("child", pa.string())]
AUTHORITIES_SCHEMA = pa.schema(_COLUMNS[:2])
CHILDREN_SCHEMA = pa.schema(_COLUMNS)

_PER_AUTHORITY = 1 << 32


@cache
def child_columns(table: str) -> tuple[str, ...]:
    """Columns of a record table that hold the id of a child."""
    return tuple(name for name in TABLES[table].fields if name.endswith("person_id"))


def number_of(column: str) -> str:
    """Name of the stored column that holds the numbers of a column's ids."""
    return f"{column}_number"


class Numbering:
    """Numbers the children of one load, authority by authority, in the order in which their ids are met.

    A child has one number in all tables of its authority; an empty id has none. Numbers are of one snapshot only.
    """

    def __init__(self, authorities: Sequence[str]) -> None:
        self._place = {name: place for place, name in enumerate(authorities)}
        self._known: dict[str, Any] = {}

    def authorities(self) -> pa.Table:
        """`number, authority`."""
        return pa.table([list(self._place.values()), list(self._place)], schema=AUTHORITIES_SCHEMA)

    def numbered(self, authority: str, table: str, data: pa.Table) -> pa.Table:
        """The part of a record table with `authority_number` and a number column for each column of child ids."""
        place = pa.repeat(pa.scalar(self._place[authority], pa.int64()), data.num_rows)
        data = data.append_column("authority_number", place)
        for column in child_columns(table):
            data = data.append_column(number_of(column), self._numbers(authority, data[column]))
        return data

    def children(self, authority: str) -> pa.Table:
        """`number, authority, child` of one authority, once all its parts are numbered."""
        ids = self._known.pop(authority, pa.array([], pa.string()))
        first = self._place[authority] * _PER_AUTHORITY
        numbers = pa.array(range(first, first + len(ids)), pa.int64())
        return pa.table([numbers, pa.repeat(pa.scalar(authority, pa.string()), len(ids)), ids], schema=CHILDREN_SCHEMA)

    def _numbers(self, authority: str, ids: Any) -> Any:
        trimmed = pc.utf8_trim_whitespace(ids)
        trimmed = pc.if_else(pc.equal(trimmed, ""), None, trimmed)
        encoded = trimmed.combine_chunks().dictionary_encode()
        known = self._known.get(authority, pa.array([], pa.string()))
        places = pc.index_in(encoded.dictionary, known)
        if places.null_count:
            known = pa.concat_arrays([known, encoded.dictionary.filter(places.is_null())])
            places = pc.index_in(encoded.dictionary, known)
        self._known[authority] = known
        return pc.add(places.cast(pa.int64()).take(encoded.indices), self._place[authority] * _PER_AUTHORITY)
