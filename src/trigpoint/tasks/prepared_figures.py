"""Figures calculated once for a snapshot and kept beside its views, so that a page need not wait for the engine."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from trigpoint.language.definition import NATIONAL
from trigpoint.measures import EVERY
from trigpoint.packs import load
from trigpoint.packs.library import pack_names
from trigpoint.store import Snapshot, Store
from trigpoint.tasks.breakdowns import BREAKDOWNS
from trigpoint.tasks.calculate import figures
from trigpoint.tasks.progress import Progress, silent
from trigpoint.tasks.ready_lists import prepare_lists
from trigpoint.tasks.stored import last_whole_month, snapshot_of

MONTHS, BROKEN_DOWN = 37, 13
"""Months that are prepared: of totals in every variant, and of the headline by each breakdown."""


@dataclass(frozen=True)
class Prepared:
    """A file of figures: of which snapshot, by which definitions, up to the end of which month."""

    path: Path
    snapshot: str
    definitions: str
    to: date


def prepare_figures(
    store: Path,
    snapshot: str = "",
    definitions: str = NATIONAL,
    measures: Sequence[str] = (),
    progress: Progress = silent,
) -> Prepared:
    """Calculate the figures of a snapshot: 37 months in every variant, the headline 13 months by each breakdown.

    Of the combinations of variants, those that a pack prints. The views are prepared with all that lists of the rows
    behind the figures read, so that no list waits for one.
    What was prepared from the same snapshot, entries, definitions and software is kept. Raises what `figures` raises.
    """
    taken = snapshot_of(store, snapshot)
    if found := prepared_figures(store, taken.id, definitions):
        return found
    to = last_whole_month(taken)
    prepare_lists(store, taken.id, definitions, measures, progress)
    progress("calculating totals", 0, 2)
    totals = figures(store, measures, (), to, MONTHS, (), None, definitions, taken.id, progress)
    progress("calculating breakdowns", 1, 2)
    split = figures(store, measures, (), to, BROKEN_DOWN, BREAKDOWNS, "headline", definitions, taken.id, progress)
    parts = split.filter(~pc.field("breakdown").isin(["", "category"]))
    joined = [
        figures(store, [measure], (), to, MONTHS, (), variant, definitions, taken.id, progress)
        for measure, variant in _printed_combinations()
        if not measures or measure in measures
    ]
    table = pa.concat_tables([totals, parts, *joined]).sort_by([("measure", "ascending"), ("breakdown", "ascending")])
    taken.put_view(_name(store, definitions), lambda path: pq.write_table(table, path, row_group_size=20_000))
    return _at(store, taken, definitions)


@cache
def _printed_combinations() -> tuple[tuple[str, str], ...]:
    pages = [page for name in pack_names() for page in load.load(name, EVERY).pages]
    return tuple(sorted({(page.measure, page.variant) for page in pages if ";" in page.variant}))


def prepared_figures(store: Path, snapshot: str = "", definitions: str = NATIONAL) -> Prepared | None:
    """The figures that are prepared for a snapshot as entries and software stand now; None where they are not."""
    found = _at(store, snapshot_of(store, snapshot), definitions)
    return found if found.path.exists() else None


def read_prepared(prepared: Prepared, measure: str) -> pa.Table:
    """Every prepared figure of one measure, in the tidy columns."""
    return _read(prepared.path, measure)


def of_group(prepared: Prepared, measure: str, breakdown: str, group: str) -> pa.Table:
    """The headline figures of one measure that have a value: of one group, and of everyone."""
    mine = (pc.field("breakdown") == breakdown) & (pc.field("group") == group)
    headline = (pc.field("variant") == "") & pc.field("value").is_valid()
    return read_prepared(prepared, measure).filter((mine | (pc.field("breakdown") == "")) & headline)


@lru_cache(maxsize=256)
def _read(path: Path, measure: str) -> pa.Table:
    """A file of figures never changes under its name."""
    return pq.read_table(path, filters=[("measure", "=", measure)], partitioning=None)


def _at(store: Path, taken: Snapshot, definitions: str) -> Prepared:
    path = taken.views_dir / _name(store, definitions)
    return Prepared(path, taken.id, definitions, last_whole_month(taken))


def made_from(store: Path) -> str:
    """What figures depend on beside the records: software and entries in force, as a word for the name of a file."""
    opened = Store(store)
    return " ".join(
        [version("trigpoint"), *(entry.hash for kind in _READ_BY_FIGURES for entry in opened.entries(kind))]
    )


def _name(store: Path, definitions: str) -> str:
    """A name that says what the figures depend on beside the records."""
    return f"figures-{definitions}-{hashlib.sha256(made_from(store).encode()).hexdigest()[:12]}.parquet"


_READ_BY_FIGURES = ("supplied",)
