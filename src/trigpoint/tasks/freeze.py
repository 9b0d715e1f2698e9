"""Freeze records for a month: the snapshot itself, or one that also holds the audits agreed since it was loaded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute
import pyarrow.parquet as pq

from trigpoint.records import TABLES
from trigpoint.records.numbering import AUTHORITIES, CHILDREN, CHILDREN_SCHEMA, child_columns, number_of
from trigpoint.store import Entry, Snapshot, Store, StoreError

pc: Any = pyarrow.compute  # its stubs know no mixture of arrays and scalars

_KINDS = ("ext_audit", "ext_audit_answer")
"""Entries that are rows of the record tables of the same names, each with a column `authority`."""

_OF, _ENTRIES = "frozen_of", "entries"
_OWN = ("id", "created", "content")


def freeze(store: Path, snapshot: Snapshot) -> Snapshot:
    """The records of a snapshot with every agreed audit: the snapshot itself where it holds them all.

    Else a new snapshot, whose manifest says `frozen_of` which it was made, and the hashes of the `entries` it took in.
    One that was made before of the same is found again. Raises StoreError.
    """
    entries = [entry for kind in _KINDS for entry in Store(store).entries(kind)]
    held = set(snapshot.manifest.get(_ENTRIES, ()))
    wanted = [entry for entry in entries if entry.hash not in held]
    if not wanted:
        return snapshot
    hashes = sorted({*held, *(entry.hash for entry in wanted)})
    for known in Store(store).snapshots():
        if (known.manifest.get(_OF), known.manifest.get(_ENTRIES)) == (snapshot.id, hashes) and known.tables:
            return known
    return _made(store, snapshot, wanted, hashes)


def _made(store: Path, snapshot: Snapshot, entries: Sequence[Entry], hashes: list[str]) -> Snapshot:
    if not snapshot.tables:
        raise StoreError(f"The records of snapshot {snapshot.id} were deleted: freeze a newer one.")
    added = {kind: _rows([entry for entry in entries if entry.kind == kind], kind) for kind in _KINDS}
    added = {kind: rows for kind, rows in added.items() if rows.num_rows}
    children = _children(snapshot, added)
    with Store(store).writing() as writer:
        draft = writer.snapshot()
        for name, files in snapshot.tables.items():
            for file in files if name != CHILDREN else ():
                for part in _parts(file):
                    draft.put(name, part)
        numbers = _numbers(children)
        for kind, rows in added.items():
            for part in _numbered(snapshot, kind, rows, numbers):
                draft.put(kind, part)
        draft.put(CHILDREN, children)
        return draft.commit(_manifest(snapshot, added, hashes))


def _parts(file: Path) -> Iterator[pa.Table]:
    """A stored table in parts; one without rows is a table all the same."""
    stored = pq.ParquetFile(file)
    yield stored.schema_arrow.empty_table()
    for batch in stored.iter_batches(1 << 18):
        yield pa.Table.from_batches([batch])


def _rows(entries: Sequence[Entry], kind: str) -> pa.Table:
    """The rows of the entries in the columns of the record table; the newest entry about a key counts."""
    fields: list[pa.Field[Any]] = [pa.field("authority", pa.string())]
    fields += [pa.field(name, field.arrow) for field in TABLES[kind].fields.values() for name in field.stored]
    schema = pa.schema(fields)
    found: dict[tuple[Any, ...], dict[str, Any]] = {}
    key = [TABLES[kind].key] if TABLES[kind].key else ["audit_id", "question"]
    for entry in entries:
        table = entry.read()
        if lacking := [name for name in ("authority", *key) if name not in table.column_names]:
            raise StoreError(
                f"The entry {entry.path} has no column {lacking[0]}: agree the audits of that round again."
            )
        for row in table.to_pylist():
            found[tuple(row[name] for name in ("authority", *key))] = {name: row.get(name) for name in schema.names}
    return pa.Table.from_pylist(list(found.values()), schema=schema)


def _authorities(snapshot: Snapshot) -> dict[str, int]:
    table = pa.concat_tables([pq.read_table(file, partitioning=None) for file in snapshot.tables[AUTHORITIES]])
    return dict(zip(_cells(table, "authority"), _cells(table, "number"), strict=True))


def _children(snapshot: Snapshot, added: Mapping[str, pa.Table]) -> pa.Table:
    """The table of children with those that only the audits know, each numbered after the last of its authority."""
    known = pa.concat_tables([pq.read_table(file, partitioning=None) for file in snapshot.tables[CHILDREN]])
    places = _authorities(snapshot)
    numbers, fresh = _numbers(known), []
    last: dict[str, int] = {}
    for (authority, _), number in numbers.items():
        last[authority] = max(last.get(authority, -1), number)
    for kind, rows in added.items():
        for column in child_columns(kind):
            for pair in zip(_cells(rows, "authority"), _cells(rows, column), strict=True):
                if pair[1] and pair not in numbers:
                    last[pair[0]] = last.get(pair[0], (_place(places, pair[0]) << 32) - 1) + 1
                    numbers[pair] = last[pair[0]]
                    fresh.append({"number": numbers[pair], "authority": pair[0], "child": pair[1]})
    return pa.concat_tables([known, pa.Table.from_pylist(fresh, schema=CHILDREN_SCHEMA)])


def _place(places: Mapping[str, int], authority: str) -> int:
    if authority not in places:
        known = ", ".join(sorted(places))
        raise StoreError(f"An agreed audit is of authority {authority!r}, which the records do not have: {known}.")
    return places[authority]


def _numbers(children: pa.Table) -> dict[tuple[str, str], int]:
    columns = (_cells(children, name) for name in ("authority", "child", "number"))
    return {(authority, child): number for authority, child, number in zip(*columns, strict=True)}


def _numbered(
    snapshot: Snapshot, kind: str, rows: pa.Table, numbers: Mapping[tuple[str, str], int]
) -> Iterator[pa.Table]:
    """The rows as the snapshot stores its own, without those whose key the snapshot has already."""
    places = _authorities(snapshot)
    files = snapshot.tables.get(kind, [])
    key = TABLES[kind].key or "audit_id"
    there = {pair for file in files for pair in _pairs(pq.read_table(file, columns=["authority", key]), key)}
    rows = rows.filter(pa.array([pair not in there for pair in _pairs(rows, key)], pa.bool_()))
    authorities = _cells(rows, "authority")
    whose = pa.array([_place(places, name) for name in authorities], pa.int64())
    data = rows.append_column("authority_number", whose)
    for column in child_columns(kind):
        ids = [numbers.get((name, child)) for name, child in zip(authorities, _cells(rows, column), strict=True)]
        data = data.append_column(number_of(column), pa.array(ids, pa.int64()))
    yield data.cast(pq.read_schema(files[0])) if files else data


def _pairs(table: pa.Table, key: str) -> list[tuple[str, str]]:
    return list(zip(_cells(table, "authority"), _cells(table, key), strict=True))


def _cells(table: pa.Table, column: str) -> list[Any]:
    return list(table[column].to_pylist())


def _manifest(snapshot: Snapshot, added: Mapping[str, pa.Table], hashes: list[str]) -> dict[str, Any]:
    said = {name: value for name, value in snapshot.manifest.items() if name not in _OWN}
    collected = {
        authority: sorted({*tables, *(kind for kind, rows in added.items() if _holds(rows, authority))})
        for authority, tables in said["collected"].items()
    }
    columns = {
        authority: {
            name: kept for name, kept in tables.items() if name not in added or not _holds(added[name], authority)
        }
        for authority, tables in said.get("columns", {}).items()
    }  # what an agreed audit carries is carried, though the source of the records does not
    told = {"collected": collected, "columns": columns} if columns else {"collected": collected}
    return {**said, **told, "software": version("trigpoint"), _OF: snapshot.id, _ENTRIES: hashes}


def _holds(rows: pa.Table, authority: str) -> bool:
    return bool(pc.any(pc.equal(rows["authority"], authority)).as_py())
