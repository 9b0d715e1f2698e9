"""Targets as an entry of the store, and back: numbers as text, so that 21.5 stays 21.5."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

import pyarrow as pa

from trigpoint.judgement import bands, composite
from trigpoint.judgement.standard import Status, Style
from trigpoint.judgement.target import Target
from trigpoint.language.terms import Good

_TEXT = ("set", "measure", "variant", "period_type", "agreed_by", "rationale")
_NUMBERS = ("value", "low", "high")
_LATER = ("style", "status", "bands", "levels", "reference", "bands_before")
_FIELDS: list[pa.Field[Any]] = [
    *(pa.field(name, pa.string(), nullable=False) for name in _TEXT),
    *(pa.field(name, pa.string()) for name in _NUMBERS),
    *(pa.field("good", pa.string(), nullable=False), pa.field("start", pa.date32()), pa.field("end", pa.date32())),
    *(pa.field(name, pa.string(), nullable=False) for name in _LATER),
    *(pa.field("agreed_on", pa.date32()), pa.field("due", pa.date32())),
]
SCHEMA = pa.schema(_FIELDS)
"""The columns after `end` are younger than the rest: an entry without them is read as it was meant."""


def to_table(targets: Iterable[Target]) -> pa.Table:
    """Targets as a table for an entry of kind `targets`."""
    return pa.Table.from_pylist([_record(target) for target in targets], schema=SCHEMA)


def from_table(table: pa.Table) -> tuple[Target, ...]:
    """The targets of an entry, in the order in which they were given."""
    return tuple(_target(row) for row in table.to_pylist())


def newest(tables: Sequence[pa.Table], name: str) -> tuple[Target, ...]:
    """The targets of set `name` from the newest of the entries' tables (oldest first) that holds any."""
    for table in reversed(tables):
        found = tuple(target for target in from_table(table) if target.set == name)
        if found:
            return found
    return ()


def _record(target: Target) -> dict[str, Any]:
    numbers = {name: None if (number := getattr(target, name)) is None else str(number) for name in _NUMBERS}
    words = {"good": str(target.good), "style": str(target.style), "status": str(target.status)}
    scales = {"bands": ";".join(map(str, target.bands)), "levels": ";".join(map(str, target.levels))}
    return {**vars(target), **numbers, **words, **scales}


def _target(row: dict[str, Any]) -> Target:
    numbers = {name: None if row[name] is None else Decimal(row[name]) for name in _NUMBERS}
    read: dict[str, Any] = {**row, **numbers, "good": Good(row["good"])}
    read["style"] = Style(row.get("style") or Style.TWO_SIDED)
    read["status"] = Status(row.get("status") or Status.AGREED)
    read["bands"] = bands.parse(row.get("bands") or "")
    read["levels"] = composite.parse(row["levels"]) if row.get("levels") else ()
    return Target(**read)
