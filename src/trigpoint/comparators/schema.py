"""The tidy tables of an entry of kind `benchmarks`: values, neighbour sets, and the series of a mapping."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

VALUE_TYPE = pa.decimal128(18, 6)

_VALUES: list[pa.Field[Any]] = [
    pa.field("source", pa.string(), nullable=False),
    pa.field("measure", pa.string(), nullable=False),  # the publisher's own name of it
    pa.field("title", pa.string(), nullable=False),
    pa.field("polarity", pa.string(), nullable=False),  # high, low, none, or empty when not stated
    pa.field("published", pa.date32()),
    pa.field("level", pa.string(), nullable=False),  # england, region, authority
    pa.field("area_code", pa.string(), nullable=False),
    pa.field("area", pa.string(), nullable=False),
    pa.field("region", pa.string(), nullable=False),  # of an authority; empty for the others
    pa.field("year", pa.string(), nullable=False),
    pa.field("value", VALUE_TYPE),
    pa.field("reason", pa.string(), nullable=False),  # why there is no value; empty when there is one
    pa.field("unit", pa.string(), nullable=False),  # the publisher's words; empty when not stated
    pa.field("decimals", pa.int8()),  # to which it is published, when stated
    pa.field("has_quartiles", pa.bool_(), nullable=False),  # false: the publisher gives no quarters for it
]

_NEIGHBOURS: list[pa.Field[Any]] = [
    pa.field("source", pa.string(), nullable=False),
    pa.field("area_code", pa.string(), nullable=False),
    pa.field("area", pa.string(), nullable=False),
    pa.field("rank", pa.int8(), nullable=False),  # 1 is the closest
    pa.field("neighbour_code", pa.string(), nullable=False),
    pa.field("closeness", pa.string(), nullable=False),
    pa.field("version", pa.string(), nullable=False),  # of the set: May 2025
]

_SERIES: list[pa.Field[Any]] = [
    pa.field(name, pa.string(), nullable=False)
    for name in ("published", "measure", "variant", "category", "covers", "because", "part")
]

VALUES = pa.schema(_VALUES)
NEIGHBOURS = pa.schema(_NEIGHBOURS)
SERIES = pa.schema(_SERIES)
