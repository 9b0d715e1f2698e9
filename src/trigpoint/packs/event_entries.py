"""A register of events as an entry of the store, and back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pyarrow as pa

from trigpoint.packs.event import Event

_FIELDS: list[pa.Field[Any]] = [
    pa.field("on", pa.date32(), nullable=False),
    pa.field("what", pa.string(), nullable=False),
    pa.field("kind", pa.string(), nullable=False),
    pa.field("measures", pa.list_(pa.string()), nullable=False),
    *(pa.field(name, pa.string(), nullable=False) for name in ("authority", "team", "source")),
]
SCHEMA = pa.schema(_FIELDS)


def to_table(events: Iterable[Event]) -> pa.Table:
    """Events as a table for an entry of kind `events`."""
    return pa.Table.from_pylist([vars(event) | {"measures": list(event.measures)} for event in events], schema=SCHEMA)


def from_table(table: pa.Table) -> tuple[Event, ...]:
    """The events of an entry, by date."""
    return tuple(Event(**row | {"measures": tuple(row["measures"])}) for row in table.to_pylist())
