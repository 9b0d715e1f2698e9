"""Puts names back where the engine works with numbers: of authorities in results, of children in lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.compute

pc: Any = pyarrow.compute  # its stubs know no mixture of arrays and scalars


def named(table: pa.Table, authorities: Mapping[int, str]) -> pa.Table:
    """The table with the authorities' names in place of their numbers."""
    place = table.column_names.index("authority")
    names = pa.array(list(authorities.values()), pa.string())
    found = pc.index_in(table["authority"], pa.array(list(authorities), pa.int64()))
    return table.set_column(place, "authority", names.take(found))


def with_ids(table: ir.Table, children: ir.Table, columns: list[str]) -> ir.Table:
    """The table with the ids of children in place of their numbers; columns that hold text stay as they are."""
    for column in columns:
        if table[column].type().is_integer():
            known = children.select(_number="number", _id="child")
            joined = table.left_join(known, table[column] == known["_number"])
            table = joined.mutate(**{column: joined["_id"]}).drop("_number", "_id")
    return table
