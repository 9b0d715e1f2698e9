"""What a figure is counted from: the record columns that decide it, and which of them nobody gave.

`reads.csv` is worked out from the builders of the views (`python -m trigpoint.engine.tracing`), never by hand.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from trigpoint.language.definition import Definition
from trigpoint.language.terms import BEST, PERIOD_END

Names = frozenset[tuple[str, str]]
"""Record tables and columns of them."""

FILE = Path(__file__).with_name("reads.csv")
_ROWS = ""
"""Stands where a column would, for what decides which rows a view has."""


@cache
def _read() -> Mapping[tuple[str, str], Names]:
    found: dict[tuple[str, str], Names] = {}
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            key = row["view"], row["column"]
            found[key] = found.get(key, frozenset()) | {(row["table"], name) for name in row["reads"].split()}
    return found


@cache
def reads(view: str, columns: frozenset[str]) -> Names:
    """Record columns that decide which rows a view of this name has and what stands in some of its columns."""
    known = _read()
    return known.get((view, _ROWS), frozenset()).union(*(known.get((view, column), frozenset()) for column in columns))


def reads_of(definition: Definition, by: Iterable[str] = ()) -> Names:
    """Record columns that decide the figures of a definition, in total or by a breakdown."""
    view = definition.counts
    columns = {*definition.columns, *by}
    if definition.known_at is PERIOD_END:
        columns |= {column.name for column in view.columns.values() if column.begins or column.limit}
    if definition.once is not None and definition.pick is not BEST:
        columns.add(view.key().name)
    return reads(view.name, frozenset(columns))


def lacking(needs: Iterable[str], names: Names, given: Iterable[str], not_carried: Names) -> list[str]:
    """What a figure lacks: tables that are needed and were not given, and of those given the columns, as
    `table.column`, that it reads and no source carries."""
    tables = set(given)
    absent = [name for name in dict.fromkeys(needs) if name not in tables]
    return absent + sorted(f"{table}.{column}" for table, column in names & not_carried if table in tables)
