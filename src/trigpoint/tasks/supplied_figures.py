"""Supplied figures beside calculated ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow as pa

from trigpoint.figures.supplied import Request, SuppliedAsked, filled, supplied
from trigpoint.language.definition import VariantError
from trigpoint.language.measure import Declaration
from trigpoint.language.period import PeriodType
from trigpoint.language.reading import AnyMeasure, reading, spelling
from trigpoint.language.supplied import SuppliedMeasure
from trigpoint.store import Store
from trigpoint.tasks import library
from trigpoint.tasks.library import LibraryError
from trigpoint.tasks.supply import KIND


@dataclass(frozen=True)
class Wanted:
    """What is asked of the supplied figures of some measures. `authorities` None: every area that was supplied."""

    kinds: Sequence[PeriodType]
    variant: str | None
    months: Sequence[int]
    breakdowns: Sequence[Sequence[str]] = ((),)
    authorities: Sequence[str] | None = None


def stands_alone(store: Path) -> bool:
    """Whether the store holds supplied figures and no records."""
    opened = Store(store)
    return opened.current() is None and bool(opened.entries(KIND))


def supplied_breakdowns(store: Path) -> set[str]:
    """Names by which something was supplied that is split."""
    names = {n for entry in Store(store).entries(KIND) for n in entry.read()["breakdown"].unique().to_pylist() if n}
    return {part for name in names for part in str(name).split("+")} - {"category"}


def with_supplied(calculated: pa.Table, store: Path, measures: Sequence[AnyMeasure], wanted: Wanted) -> pa.Table:
    """Calculated figures, those of supplied measures added, and gaps of the others filled from what was supplied.

    Raises LibraryError and StoreError.
    """
    entries = [(entry.hash, entry.read()) for entry in Store(store).entries(KIND)]
    areas = sorted({str(area) for _, table in entries for area in table["area"].unique().to_pylist()})
    authorities = areas if wanted.authorities is None else list(wanted.authorities)
    request = Request(wanted.months, authorities, wanted.breakdowns)
    own = [one for m in measures if isinstance(m, SuppliedMeasure) for one in asked(m, wanted)]
    tables = [calculated, supplied(entries, own, request)]
    if entries:
        named = {name for _, table in entries for name in table["measure"].unique().to_pylist()}
        also = [m for m in measures if isinstance(m, Declaration) and m.id in named]
        history = supplied(entries, [one for m in also for one in asked(m, wanted)], replace(request, silent=False))
        tables[0] = filled(calculated, history)
    return pa.concat_tables(tables)


def asked(measure: AnyMeasure, wanted: Wanted) -> list[SuppliedAsked]:
    """One request per variant and period type that the measure takes. Raises LibraryError."""
    headline = "" if wanted.variant in {None, "headline"} else str(wanted.variant)
    names = library.variants(measure) if wanted.variant is None else [headline]
    try:
        every = [(spelling(measure, name), reading(measure, name)) for name in names]
        return [
            SuppliedAsked(measure.id, name, reading(measure, name, kind), [kind])
            for name, now in every
            for kind in now.periods
            if not wanted.kinds or kind in wanted.kinds
        ]
    except VariantError as error:
        raise LibraryError(str(error)) from None
