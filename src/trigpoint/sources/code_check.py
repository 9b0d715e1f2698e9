"""Codes that are in no code set: kept as they stand, told once each."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from trigpoint.sources.columns import Column, pc
from trigpoint.sources.issue import Issue, listed, shown
from trigpoint.sources.sheet import Sheet


def unknown_codes(sheet: Sheet, column: str, given: Column, codes: Collection[str], where: str) -> Iterator[Issue]:
    """One warning for each distinct value that is not among `codes`, with the row that has it first."""
    counted = pc.value_counts(given.drop_null()).to_pylist()
    strange = {entry["values"]: entry["counts"] for entry in counted if entry["values"] not in codes}
    found = []
    for value, count in sorted(strange.items()):
        row = int(sheet.rows[pc.index(given, value).as_py()])
        found.append((row, f"{shown(value)} is not in {where} ({count:,} rows); it is kept as it stands"))
    yield from listed(
        sheet.file, column, found, "correct the code in the case system, or the mapping of the export", "warning"
    )
