"""Rows of the tidy table that say nothing but why."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pyarrow.compute

from trigpoint.language.reason import Reason

pc: Any = pyarrow.compute  # its stubs know no mixture of arrays and scalars

_NUMBERS = ("numerator", "denominator", "value", "excluded", "unknown", "pending", "lower", "upper")


def silenced(table: pa.Table, rows: Any, reason: Reason) -> pa.Table:
    """The table with every number of the rows (a mask) taken away and the reason in their place."""
    for name in _NUMBERS:
        place = table.column_names.index(name)
        table = table.set_column(place, table.field(name), pc.if_else(rows, None, table[name]))
    place = table.column_names.index("reason")
    return table.set_column(place, table.field("reason"), pc.if_else(rows, str(reason), table["reason"]))
