"""Why figures that were asked for by name are not collected: the record tables and columns that they lack."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pyarrow as pa

from trigpoint.cases.reads import Names, lacking, reads_of
from trigpoint.language.definition import NATIONAL
from trigpoint.language.reason import Reason
from trigpoint.measures import MEASURES
from trigpoint.tasks import library
from trigpoint.tasks.carried import not_carried
from trigpoint.tasks.stored import snapshot_of


def why_not_collected(
    store: Path, found: pa.Table, measures: Sequence[str], definitions: str = NATIONAL, snapshot: str = ""
) -> list[str]:
    """A sentence for each of the measures, and breakdown of it, that has not one figure for want of records.

    `found` are the figures of the snapshot. Raises StoreError.
    """
    keys = found.select(["measure", "variant", "breakdown", "reason"]).to_pylist()
    asked: dict[tuple[str, str, str], set[str]] = {}
    for row in keys:
        if row["measure"] in measures and row["measure"] in MEASURES:
            asked.setdefault((row["measure"], row["variant"], row["breakdown"]), set()).add(row["reason"])
    silent = [key for key, reasons in asked.items() if reasons == {str(Reason.NOT_COLLECTED)}]
    if not silent:
        return []
    taken = snapshot_of(store, snapshot)
    given, empty = taken.manifest["collected"], not_carried(taken)
    said = []
    for measure, variant, breakdown in silent:
        every = library.versions(MEASURES[measure], variant, definitions)
        names = frozenset[tuple[str, str]]().union(*(reads_of(one, breakdown.split("+")) for one in every))
        needs = (*every[0].counts.needs, *every[0].needs)
        if lacks := _of_any(needs, names, given, empty):
            of = f"{measure} ({variant})" if variant else measure
            by = f" by {breakdown}" if breakdown else ""
            said.append(f"{of}{by} is not collected: the records lack {', '.join(lacks)}.")
    return said


def _of_any(
    needs: Sequence[str], names: Names, given: Mapping[str, Sequence[str]], empty: Mapping[str, Names]
) -> list[str]:
    """What any authority lacks."""
    return sorted(
        {lack for who, tables in given.items() for lack in lacking(needs, names, tables, empty.get(who, frozenset()))}
    )
