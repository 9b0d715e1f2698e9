"""Which columns of the tables that it gave no source of an authority carries, as a snapshot's manifest tells it."""

from __future__ import annotations

from collections.abc import Mapping

from trigpoint.cases.reads import Names
from trigpoint.records import TABLES
from trigpoint.store import Snapshot


def carried(tables: Mapping[str, Mapping[str, frozenset[str]]]) -> dict[str, dict[str, list[str]]]:
    """What a manifest keeps: for each authority the columns that its sources carry, table by table.

    A table of which every column is carried is left out.
    """
    return {
        authority: {name: sorted(columns) for name, columns in sorted(given.items()) if _stored(name) - columns}
        for authority, given in tables.items()
    }


def not_carried(snapshot: Snapshot) -> dict[str, Names]:
    """For each authority the tables and columns that none of its sources carries.

    A snapshot that was made before its manifest told the columns has all of them.
    """
    told: Mapping[str, Mapping[str, list[str]]] = snapshot.manifest.get("columns", {})
    return {
        authority: frozenset(
            (name, column) for name, columns in tables.items() for column in _stored(name) - {*columns}
        )
        for authority, tables in told.items()
    }


def _stored(table: str) -> set[str]:
    return set(TABLES[table].schema().names) - {"authority"}
