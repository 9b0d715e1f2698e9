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
from trigpoint.packs.model import Pack
from trigpoint.store import Snapshot, Store
from trigpoint.tasks.breakdowns import BREAKDOWNS
from trigpoint.tasks.calculate import figures
from trigpoint.tasks.own_packs import OwnPack, every_version
from trigpoint.tasks.progress import Progress, silent
from trigpoint.tasks.ready_lists import prepare_lists
from trigpoint.tasks.stored import last_whole_month, snapshot_of

_Combination = tuple[str, str]
"""A measure, and its variants joined by semicolons."""

MONTHS, BROKEN_DOWN = 37, 13
"""Months that are prepared: of totals in every variant, and of the headline by each breakdown."""


@dataclass(frozen=True)
class Prepared:
    """A file of figures: of which snapshot, by which definitions, up to the end of which month.

    `beside` are combinations of variants that a pack of the council's own prints: their measure and their file.
    """

    path: Path
    snapshot: str
    definitions: str
    to: date
    beside: tuple[tuple[str, Path], ...] = ()


def prepare_figures(
    store: Path,
    snapshot: str = "",
    definitions: str = NATIONAL,
    measures: Sequence[str] = (),
    progress: Progress = silent,
) -> Prepared:
    """Calculate the figures of a snapshot: 37 months in every variant, the headline 13 months by each breakdown.

    Of the combinations of variants, those that a pack prints; what a council's own packs print of them is added to what
    was prepared before they were brought. The views are prepared with all that lists of the rows behind the figures
    read, so that no list waits for one. What was prepared from the same snapshot, entries, definitions and software is
    kept. Raises what `figures` raises.
    """
    taken = snapshot_of(store, snapshot)
    if prepared_figures(store, taken.id, definitions) is None:
        _prepare(store, taken, definitions, measures, progress)
    for name, (measure, variant) in _own_combinations(store, definitions).items():
        if not (taken.views_dir / name).exists() and (not measures or measure in measures):
            progress("calculating combinations")
            table = _joined(store, taken, definitions, measure, variant, progress)
            taken.put_view(name, lambda path, table=table: pq.write_table(table, path))  # type: ignore[misc]
    return _at(store, taken, definitions)


def _prepare(store: Path, taken: Snapshot, definitions: str, measures: Sequence[str], progress: Progress) -> None:
    to = last_whole_month(taken)
    prepare_lists(store, taken.id, definitions, measures, progress)
    progress("calculating totals", 0, 2)
    totals = figures(store, measures, (), to, MONTHS, (), None, definitions, taken.id, progress)
    progress("calculating breakdowns", 1, 2)
    split = figures(store, measures, (), to, BROKEN_DOWN, BREAKDOWNS, "headline", definitions, taken.id, progress)
    parts = split.filter(~pc.field("breakdown").isin(["", "category"]))
    joined = [
        _joined(store, taken, definitions, measure, variant, progress)
        for measure, variant in sorted(_printed_combinations())
        if not measures or measure in measures
    ]
    table = pa.concat_tables([totals, parts, *joined]).sort_by([("measure", "ascending"), ("breakdown", "ascending")])
    name = _name(made_from(store), definitions)
    taken.put_view(name, lambda path: pq.write_table(table, path, row_group_size=20_000))


def _joined(store: Path, taken: Snapshot, definitions: str, measure: str, variant: str, progress: Progress) -> pa.Table:
    to = last_whole_month(taken)
    return figures(store, [measure], (), to, MONTHS, (), variant, definitions, taken.id, progress)


@cache
def _printed_combinations() -> frozenset[_Combination]:
    return frozenset(one for name in pack_names() for one in _combinations(load.load(name, EVERY)))


def _own_combinations(store: Path, definitions: str) -> dict[str, _Combination]:
    """Those that no pack but the council's own prints, by the file that holds their figures.

    Those of versions before, and of packs that were withdrawn, too: months that were frozen with them show them still.
    """
    every = {one for version in every_version(store) for one in _of_own(version)} - _printed_combinations()
    made = made_from(store)
    return {_name(made, definitions, *one): one for one in sorted(every)}


@lru_cache(maxsize=256)
def _of_own(version: OwnPack) -> frozenset[_Combination]:
    try:
        return _combinations(load.read(version.text, version.pack, EVERY)) if version.text else frozenset()
    except load.PackError:  # a measure of it is no more: whoever opens the pack or its month is told
        return frozenset()


def _combinations(pack: Pack) -> frozenset[_Combination]:
    return frozenset((page.measure, page.variant) for page in pack.pages if ";" in page.variant)


def prepared_figures(store: Path, snapshot: str = "", definitions: str = NATIONAL) -> Prepared | None:
    """The figures that are prepared for a snapshot as entries and software stand now; None where they are not."""
    found = _at(store, snapshot_of(store, snapshot), definitions)
    return found if found.path.exists() else None


def read_prepared(prepared: Prepared, measure: str) -> pa.Table:
    """Every prepared figure of one measure, in the tidy columns."""
    return _read((prepared.path, *(path for about, path in prepared.beside if about == measure)), measure)


def of_group(prepared: Prepared, measure: str, breakdown: str, group: str) -> pa.Table:
    """The headline figures of one measure that have a value: of one group, and of everyone."""
    mine = (pc.field("breakdown") == breakdown) & (pc.field("group") == group)
    headline = (pc.field("variant") == "") & pc.field("value").is_valid()
    return read_prepared(prepared, measure).filter((mine | (pc.field("breakdown") == "")) & headline)


@lru_cache(maxsize=256)
def _read(paths: tuple[Path, ...], measure: str) -> pa.Table:
    """A file of figures never changes under its name."""
    mine = pc.field("measure") == measure
    return pa.concat_tables([pq.read_table(path, filters=mine, partitioning=None) for path in paths])


def _at(store: Path, taken: Snapshot, definitions: str) -> Prepared:
    path = taken.views_dir / _name(made_from(store), definitions)
    own = ((measure, taken.views_dir / name) for name, (measure, _) in _own_combinations(store, definitions).items())
    beside = tuple((measure, file) for measure, file in own if file.exists())
    return Prepared(path, taken.id, definitions, last_whole_month(taken), beside)


def made_from(store: Path) -> str:
    """What figures depend on beside the records: software and entries in force, as a word for the name of a file."""
    opened = Store(store)
    return " ".join(
        [version("trigpoint"), *(entry.hash for kind in _READ_BY_FIGURES for entry in opened.entries(kind))]
    )


def _name(made: str, definitions: str, *combination: str) -> str:
    """A name that says what the figures depend on beside the records, and of which combination they are."""
    said = " ".join([made, *combination])
    return f"figures-{definitions}-{hashlib.sha256(said.encode()).hexdigest()[:12]}.parquet"


_READ_BY_FIGURES = ("supplied",)
