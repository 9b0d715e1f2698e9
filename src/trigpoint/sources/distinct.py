"""Rows that say the same twice: equal in every field are one; equal in the key only are kept and told of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from trigpoint.sources.columns import Column, pc

_ROW = "row number within the table"


def unread(given: Column, bad: NDArray[np.int64]) -> Column | None:
    """The texts of cells that could not be read, missing elsewhere; None when all could."""
    if not bad.size:
        return None
    mask = np.zeros(len(given), bool)
    mask[bad] = True
    return pc.if_else(pa.array(mask), given.cast(pa.string()), pa.scalar(None, pa.string()))


def first_of_equals(table: pa.Table, places: NDArray[np.int64], lost: Sequence[Column] = ()) -> NDArray[np.bool_]:
    """True for each row that is the first of its kind. Only the rows at `places` are compared: others have a key of
    their own.

    `lost` are texts that could not be read: two cells are not equal because neither was understood.
    """
    for number, texts in enumerate(lost):
        table = table.append_column(f"text lost {number}", texts)
    keep = np.ones(table.num_rows, bool)
    if places.size < 2:
        return keep
    chosen: Any = pa.array(places)
    some = table.take(chosen) if places.size < table.num_rows else table
    some = some.append_column(_ROW, chosen)
    firsts = some.group_by(table.column_names).aggregate([(_ROW, "min")])[f"{_ROW}_min"]
    keep[places] = False
    keep[firsts.to_numpy()] = True
    return keep


def sharing_key(table: pa.Table, key: str) -> NDArray[np.int64]:
    """Places of the rows whose key other rows have too."""
    column: Column = pa.concat_arrays(table[key].chunks) if table.num_rows else pa.array([], pa.string())
    coded = column.dictionary_encode(null_encoding="encode")
    if len(coded.dictionary) == table.num_rows:
        return np.zeros(0, np.int64)
    numbers = np.asarray(coded.indices)
    return np.flatnonzero(np.bincount(numbers)[numbers] > 1)
