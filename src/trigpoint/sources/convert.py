"""Columns of text to columns of their kind: fast where a whole column is well formed, by distinct values elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from trigpoint.records import Field
from trigpoint.sources import values
from trigpoint.sources.columns import Column, pc

Places = NDArray[np.int64]


def _none() -> Places:
    return np.zeros(0, np.int64)


_MOMENT_LENGTHS = {10, 16, 19}


@dataclass(frozen=True)
class Converted:
    """A column of its stored type; `bad` are the places of cells that could not be read, `rounded` of those cut."""

    column: Column
    bad: Places = field(default_factory=_none)
    rounded: Places = field(default_factory=_none)


def convert(column: Column, declared: Field) -> Converted:
    """A cleaned column as the stored type of its field."""
    if pa.types.is_date(column.type) or pa.types.is_timestamp(column.type):
        return _from_dates(column, declared)
    if declared.kind == "date":
        return days(column)
    if declared.kind == "datetime":
        return _moments(column)
    if declared.kind == "integer":
        return by_distinct(column, values.whole, pa.int64())
    if declared.kind == "scaled":
        return _scaled(column, declared.per)
    return Converted(column)


def by_distinct(column: Column, parse: Callable[[str], Any], kind: pa.DataType) -> Converted:
    """Every distinct text is parsed once; None from `parse` for a text means that it cannot be read."""
    coded = column.dictionary_encode()
    read = pa.array([parse(text) for text in coded.dictionary.to_pylist()], kind)
    found = read.take(coded.indices)
    return Converted(found, _places(pc.and_(found.is_null(), column.is_valid())))


def _places(mask: Column) -> Places:
    return np.flatnonzero(np.asarray(mask))


def _from_dates(column: Column, declared: Field) -> Converted:
    if declared.kind == "date":
        return Converted(column.cast(pa.date32(), safe=False))
    whole = pc.floor_temporal(column.cast(pa.timestamp("us"), safe=False), unit="second").cast(pa.timestamp("s"))
    if declared.kind == "datetime":
        return Converted(whole)
    return convert((whole if pa.types.is_timestamp(column.type) else column).cast(pa.string()), declared)


def days(column: Column) -> Converted:
    """A cleaned column of text as days."""
    if _lengths(column) <= {10} and _in_calendar(column):
        try:
            return Converted(column.cast(pa.date32()))
        except pa.ArrowInvalid:  # some cell is no date: find out which
            pass
    return by_distinct(column, values.day, pa.date32())


def _moments(column: Column) -> Converted:
    if _lengths(column) <= _MOMENT_LENGTHS and _in_calendar(column):
        try:
            return Converted(column.cast(pa.timestamp("s")))
        except pa.ArrowInvalid:  # some cell is no moment: find out which
            pass
    return by_distinct(column, values.moment, pa.timestamp("s"))


def _lengths(column: Column) -> set[int]:
    return set(pc.unique(pc.binary_length(column)).drop_null().to_pylist())


def _in_calendar(column: Column) -> bool:
    """Year 0 is a date to Arrow and none to Python, nor to anyone else."""
    return not pc.any(pc.starts_with(column, "0000")).as_py()


def _scaled(column: Column, per: int) -> Converted:
    exact: dict[str, Fraction | None] = {}

    def parse(text: str) -> int | None:
        exact[text] = values.parts(text, per)
        value = exact[text]
        return None if value is None else values.half_up(value)

    found = by_distinct(column, parse, pa.int64())
    cut = [text for text, value in exact.items() if value is not None and value.denominator != 1]
    rounded = _places(pc.is_in(column, pa.array(cut, pa.string()))) if cut else _none()
    return Converted(found.column, found.bad, rounded)
