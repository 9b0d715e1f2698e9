"""Accept findings: a person says of rows of a worklist that they may stand until a day, and why."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from trigpoint.sources import Issue, Refused
from trigpoint.store import Store
from trigpoint.tasks.known_findings import ACCEPTED
from trigpoint.tasks.worklist import IDENTITY, Row

_TEXTS: list[pa.Field[Any]] = [pa.field(name, pa.string()) for name in (*IDENTITY, "reason", "by")]
_AGREED = pa.schema([*_TEXTS, pa.field("until", pa.date32())])
_FILLED = ("accepted_reason", "accepted_until", "accepted_by")


def accept(file: Path, store: Path) -> int:
    """Take a worklist in which `accepted_reason`, `accepted_until` and `accepted_by` are filled for some rows.

    Gives how many rows were accepted; they become an entry of kind `accepted_findings`. Raises Refused and StoreError.
    """
    rows = list(_accepted(file))
    _keep(rows, store)
    return len(rows)


def accept_findings(rows: Sequence[Mapping[str, Any]], reason: str, until: date, by: str, store: Path) -> int:
    """Accept rows of a worklist until a day, with a reason, by a role; how many. Raises StoreError."""
    agreed = {"reason": reason, "by": by, "until": until}
    _keep([{name: row[name] for name in IDENTITY} | agreed for row in rows], store)
    return len(rows)


def _keep(rows: Sequence[Mapping[str, Any]], store: Path) -> None:
    table = pa.Table.from_pylist([dict(row) for row in rows], schema=_AGREED)
    with Store(store).writing() as writer:
        writer.add_entry(ACCEPTED, table)


def _accepted(file: Path) -> Iterator[Row]:
    given = _read(file)
    filled = [(number, row, said) for number, row in enumerate(given, start=2) if any((said := _said(row)).values())]
    if troubles := [issue for number, _, said in filled for issue in _faults(file.name, number, said)]:
        raise Refused(*troubles)
    if not filled:
        raise Refused(Issue(file.name, None, "", "no row is accepted", f"fill {', '.join(_FILLED)} where one is"))
    for _, row, said in filled:
        agreed = {"reason": said["accepted_reason"], "by": said["accepted_by"]}
        yield {name: row[name] for name in IDENTITY} | agreed | {"until": date.fromisoformat(said["accepted_until"])}


def _read(file: Path) -> list[dict[str, str]]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            reader = csv.DictReader(opened)
            given = list(reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        why = f"the worklist cannot be read ({getattr(error, 'strerror', None) or error})"
        raise Refused(Issue(file.name, None, "", why, "give the worklist as CSV UTF-8")) from None
    if lacking := [name for name in (*IDENTITY, *_FILLED) if name not in (reader.fieldnames or ())]:
        what, mend = f"the column {', '.join(lacking)} is not there", "write the worklist anew with `quality --out`"
        raise Refused(Issue(file.name, 1, "", what, mend))
    return given


def _said(row: Mapping[str, str]) -> dict[str, str]:
    return {name: (row[name] or "").strip() for name in _FILLED}


def _faults(file: str, row: int, filled: Mapping[str, str]) -> Iterator[Issue]:
    for name, value in filled.items():
        if not value:
            yield Issue(file, row, name, "the cell is empty though the finding is accepted", "fill all three columns")
    try:
        date.fromisoformat(filled["accepted_until"] or "2026-01-01")
    except ValueError:
        yield Issue(file, row, "accepted_until", f"{filled['accepted_until']!r} is not a day", "write it as 2027-03-31")
