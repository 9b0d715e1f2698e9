"""Targets as an entry of the store, and back: numbers as text, so that 21.5 stays 21.5."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

import pyarrow as pa

from trigpoint.judgement.target import Target
from trigpoint.language.terms import Good

_TEXT = ("set", "measure", "variant", "period_type", "agreed_by", "rationale")
SCHEMA = pa.schema(
    [pa.field(name, pa.string(), nullable=False) for name in _TEXT]
    + [pa.field(name, pa.string()) for name in ("value", "low", "high")]
    + [pa.field("good", pa.string(), nullable=False), pa.field("start", pa.date32()), pa.field("end", pa.date32())]
)


def to_table(targets: Iterable[Target]) -> pa.Table:
    """Targets as a table for an entry of kind `targets`."""
    return pa.Table.from_pylist([{**vars(t), **_numbers(t), "good": str(t.good)} for t in targets], schema=SCHEMA)


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


def _target(row: dict[str, Any]) -> Target:
    numbers = {name: None if row[name] is None else Decimal(row[name]) for name in ("value", "low", "high")}
    return Target(**{**row, **numbers, "good": Good(row["good"])})


def _numbers(target: Target) -> dict[str, str | None]:
    values = {"value": target.value, "low": target.low, "high": target.high}
    return {name: None if value is None else str(value) for name, value in values.items()}
