"""Fill a report pack from a store and write it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from trigpoint.comparators.comparators import Comparators, for_measures
from trigpoint.engine import Engine
from trigpoint.judgement import entries as target_entries
from trigpoint.judgement import targets as target_files
from trigpoint.judgement.target import Target
from trigpoint.language.definition import NATIONAL
from trigpoint.language.period import PeriodType, month_of
from trigpoint.measures import MEASURES
from trigpoint.packs import load as packs
from trigpoint.packs.facts import facts_of
from trigpoint.packs.library import pack_names, target_file
from trigpoint.packs.load import PackError
from trigpoint.packs.model import Pack
from trigpoint.reports import build
from trigpoint.reports.book import Book
from trigpoint.reports.filling import Filling
from trigpoint.reports.page import Stamp
from trigpoint.store import Snapshot, Store
from trigpoint.tasks import library
from trigpoint.tasks.calculate import asked_for
from trigpoint.tasks.opened import engine_on, snapshot_of
from trigpoint.tasks.progress import Progress, silent
from trigpoint.tasks.write_report import write_report

_MONTHS = 25
"""Month ends that a page may look back on: two years, and the month before them."""


def fill_pack(
    name: str,
    store: Path,
    period: date,
    out: Path,
    forms: Sequence[str] = ("html",),
    *,
    authority: str = "",
    place: str = "",
    definitions: str = NATIONAL,
    snapshot: str = "",
    progress: Progress = silent,
) -> list[Path]:
    """Write the pack `name` (one of the library, or a TOML file) for the month that ends with `period`.

    Nothing is written unless every page stands. Raises PackError, TargetsError, PageError and StoreError.
    """
    pack = checked(name)
    taken = snapshot_of(store, snapshot)
    engine = engine_on(taken)
    about = _authority(engine, authority)
    progress("calculating")
    figures = _figures(engine, pack, period, definitions, about)
    progress("drawing pages")
    filled = build.report(
        pack,
        Filling(
            figures=Book(figures),
            measures={m: facts_of(declared) for m, declared in MEASURES.items()},
            targets=_targets(store, pack),
            comparators=_comparators(store, pack, about),
            period=period,
            stamp=_stamp(taken, about, place, definitions, period),
        ),
    )
    return write_report(filled, out, forms, progress)


def checked(name: str) -> Pack:
    """The pack, held against the library of measures. Raises PackError."""
    return packs.load(name if name in pack_names() else Path(name), MEASURES)


def _authority(engine: Engine, name: str) -> str:
    known = list(engine.given)
    if name and name not in known:
        raise PackError(f"The store has no authority {name!r}; it has: {', '.join(known[:10])}.")
    if not name and len(known) != 1:
        raise PackError(f"The store has {len(known)} authorities: name one with --authority, e.g. {known[0]}.")
    return name or known[0]


def _figures(engine: Engine, pack: Pack, period: date, definitions: str, authority: str) -> pa.Table:
    kinds: dict[tuple[str, str], list[PeriodType]] = {}
    for measure, variant, kind in pack.wanted():
        kinds.setdefault((measure, variant), []).append(PeriodType(kind))
    asked = [
        one
        for (measure, variant), wanted in kinds.items()
        for one in asked_for(library.measure(measure), wanted, [variant], definitions)
    ]
    last = month_of(period)
    table = engine.figures(asked, range(last - _MONTHS + 1, last + 1))
    return table.filter(pc.field("authority") == authority)


def _targets(store: Path, pack: Pack) -> tuple[Target, ...]:
    """What was agreed and loaded; else the set that comes with the pack."""
    loaded = target_entries.newest([entry.read() for entry in Store(store).entries("targets")], pack.target_set)
    if loaded:
        return loaded
    shipped = target_file(pack.target_set)
    if shipped is None:
        raise PackError(
            f"The target set {pack.target_set!r} of {pack.id} is not in the store: load it, or name another."
        )
    return target_files.read(shipped).targets


def _comparators(store: Path, pack: Pack, authority: str) -> dict[tuple[str, str], Comparators]:
    published = Store(store).entries("benchmarks")
    return dict(for_measures(published, [(m, v) for m, v, _ in pack.wanted()], authority))


def _stamp(taken: Snapshot, authority: str, place: str, definitions: str, period: date) -> Stamp:
    as_at = date.fromisoformat(taken.manifest["as_at"])
    return Stamp(
        authority=place or authority,
        place=place or authority,
        period=f"{period:%B %Y}",
        data_as_at=f"{as_at.day} {as_at:%B %Y}",
        snapshot=taken.id,
        definitions=definitions,
        status="Draft, not signed off",
        handling="Official: internal",
    )
