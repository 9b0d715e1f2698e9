"""The releases of a store, and the figures that one of them published."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute
import pyarrow.parquet as pq

from trigpoint.language.definition import VariantError
from trigpoint.language.period import PeriodType, last_day, month_of
from trigpoint.language.reading import spelling
from trigpoint.store import Release, Store, StoreError
from trigpoint.tasks import library
from trigpoint.tasks.library import LibraryError

pc: Any = pyarrow.compute  # its stubs know no mixture of arrays and scalars

FIGURES = "figures.parquet"
_TOTALS = ("", "category")


def releases(store: Path) -> list[tuple[str, ...]]:
    """A heading and one row per release, oldest first: id, when, period, figures, snapshot, definitions, title."""
    rows: list[tuple[str, ...]] = [("id", "created", "to", "periods", "figures", "snapshot", "definitions", "title")]
    for found in with_figures(store):
        said = found.manifest
        counts = (str(said["periods"]), f"{said['figures']:,}")
        rows.append(
            (found.id, said["created"][:19], said["to"], *counts, said["snapshot"], said["definitions"], said["title"])
        )
    return rows


def with_figures(store: Path, definitions: str = "") -> list[Release]:
    """Releases that hold figures, oldest first; with `definitions` those of one definition set."""
    every = [found for found in Store(store).releases() if FIGURES in found.manifest["content"]]
    return [found for found in every if definitions in {"", found.manifest["definitions"]}]


def figures_in(release: Release) -> pa.Table:
    """Every figure of a release, as it was published. Raises StoreError."""
    if release.changed([FIGURES]):
        raise StoreError(f"The figures of release {release.id} are not as they were published: put them back.")
    return pq.read_table(release.files[FIGURES], partitioning=None)


def published(
    store: Path,
    release: str,
    measures: Sequence[str] = (),
    period_types: Sequence[PeriodType] = (),
    to: date | None = None,
    periods: int = 1,
    by: Sequence[str] = (),
    variant: str | None = None,
) -> pa.Table:
    """Those of the figures of a release that are asked for, exactly as they were published.

    The arguments are those of `figures`; without `to` every period that was published. Raises LibraryError when there
    is no such release or it holds none of them, and StoreError.
    """
    found = _found(store, release)
    table = figures_in(found)
    keep = pc.is_in(table["breakdown"], pa.array(_breakdowns(table, by, found.id)))
    for name, wanted in (
        ("measure", [library.any_measure(one).id for one in measures]),
        ("period_type", [str(kind) for kind in period_types]),
        ("variant", _variants(variant, measures)),
    ):
        keep = pc.and_(keep, pc.is_in(table[name], pa.array(wanted, pa.string()))) if wanted else keep
    if to is not None:
        before = last_day(month_of(to) - periods)
        ends = pc.and_(
            pc.greater(table["period_end"], before), pc.less_equal(table["period_end"], last_day(month_of(to)))
        )
        keep = pc.and_(keep, ends)
    table = table.filter(keep)
    if not table.num_rows:
        raise LibraryError(f"Release {found.id} holds none of these figures; `trigpoint releases` says what it holds.")
    return table


def _found(store: Path, name: str) -> Release:
    every = with_figures(store)
    found = [one for one in every if one.id == name] or [one for one in every if name and one.id.startswith(name)]
    if len(found) != 1:
        listed = ", ".join(one.id for one in every[-20:]) or "none yet"
        trouble = "More than one release is" if found else "No release is"
        raise LibraryError(f"{trouble} named {name!r}: there are {listed}.")
    return found[0]


def _variants(variant: str | None, measures: Sequence[str]) -> list[str]:
    """The variant as the figures spell it; nothing when every variant is asked for."""
    if variant is None:
        return []
    if variant in {"", "headline"}:
        return [""]
    if not measures:
        return [";".join(sorted(part.strip() for part in variant.split(";")))]
    try:
        return [spelling(library.any_measure(measure), variant) for measure in measures]
    except VariantError as error:
        raise LibraryError(str(error)) from None


def _breakdowns(table: pa.Table, by: Sequence[str], release: str) -> list[str]:
    """Totals, and the breakdowns asked for, whatever the order in which their names were crossed."""
    held = [str(name) for name in table["breakdown"].unique().to_pylist()]
    found = list(_TOTALS)
    for wanted in by:
        names = {part.strip() for part in wanted.split("+")}
        mine = [name for name in held if set(name.split("+")) - {"category"} == names]
        if not mine:
            has = ", ".join(name for name in held if name not in _TOTALS) or "none"
            raise LibraryError(f"Release {release} was not published by {wanted!r}; its breakdowns are: {has}.")
        found += mine
    return found
