"""Take a supplied figure again from the entry that its trace names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa

from trigpoint.figures.display import SUPPLIED as DEFINED
from trigpoint.figures.supplied import Request, supplied
from trigpoint.language.period import month_of
from trigpoint.store import Entry, Store, StoreError
from trigpoint.tasks import library
from trigpoint.tasks.supplied_figures import Wanted, asked
from trigpoint.tasks.supply import KIND
from trigpoint.tasks.trace import HEADLINE, Trace

Row = dict[str, Any]

_NONE = "none"
"""What the trace of a figure names that nobody has supplied."""


def verify_supplied(trace: Trace, store: Path) -> tuple[Row | None, list[str]]:
    """The figure as its entry gives it, and what stands against it. Raises LibraryError and StoreError.

    Troubles: an entry that is gone or was changed, one that has no such figure, a newer entry that gives another.
    """
    entries = Store(store).entries(KIND)
    name = trace.definition.removeprefix(DEFINED)
    mine = [entry for entry in entries if entry.hash == name]
    if not mine and name != _NONE:
        return None, [f"{store} has no entry {name} of supplied figures: put it back from a backup."]
    try:
        row = _row(trace, mine)
        newest = _row(trace, entries)
    except StoreError as changed:
        return None, [str(changed)]
    if row is None or row["definition"] != trace.definition:
        return None, [f"The entry {name} has no such figure."]
    if newest is not None and newest["definition"] != trace.definition:
        later = newest["definition"].removeprefix(DEFINED)
        return row, [f"The entry {later}, supplied later, now gives {_said(newest)}."]
    return row, []


def _row(trace: Trace, entries: list[Entry]) -> Row | None:
    """The figure of the trace from the entries: the newest that has it gives it."""
    read: list[tuple[str, pa.Table]] = [(entry.hash, entry.read()) for entry in entries]
    by = tuple(part for part in trace.breakdown.split("+") if part and part != "category")
    wanted = Wanted([trace.period_type], trace.variant or HEADLINE, [month_of(trace.period_end)])
    own = asked(library.any_measure(trace.measure), wanted)
    found = supplied(read, own, Request(wanted.months, [trace.authority], [by])).to_pylist()
    same = [row for row in found if row["breakdown"] == trace.breakdown and row["group"] == trace.group]
    return same[0] if same else None


def _said(row: Row) -> str:
    return str(row["reason"]) if row["value"] is None else f"{row['value']:.10g}"
