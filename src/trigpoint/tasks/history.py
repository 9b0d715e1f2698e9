"""A series with its history: as published or restated, each figure marked where it was or may be revised."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute

from trigpoint.figures.display import SUPPLIED, Display
from trigpoint.figures.publications import Publication, standing
from trigpoint.figures.revisions import History, Reading, marked
from trigpoint.figures.silence import silenced
from trigpoint.figures.table import SCHEMA
from trigpoint.language.definition import NATIONAL
from trigpoint.language.measure import Declaration
from trigpoint.language.period import PeriodType, last_day, month_of
from trigpoint.language.reading import AnyMeasure, reading, spelling
from trigpoint.language.reason import Reason
from trigpoint.store import Release, Store
from trigpoint.tasks import library
from trigpoint.tasks.calculate import figures
from trigpoint.tasks.progress import Progress, silent
from trigpoint.tasks.releases import figures_in, with_figures
from trigpoint.tasks.revised_rows import RevisedRows
from trigpoint.tasks.supplied_figures import Wanted, with_supplied
from trigpoint.tasks.supply import KIND

pc: Any = pyarrow.compute  # its stubs know no mixture of arrays and scalars

_TOTALS = ("", "category")


def history(
    store: Path,
    measure: str,
    period_type: PeriodType,
    to: date,
    periods: int = 12,
    variant: str = "",
    kind: History = History.AS_PUBLISHED,
    definitions: str = NATIONAL,
    progress: Progress = silent,
) -> pa.Table:
    """The figures of one measure in the columns of `revisions.COLUMNS`, by authority, category and period.

    As published, a period shows what was published of it and today's calculation beside it; restated, every period is
    calculated today by the definition in force at the end of `to`. Raises LibraryError and StoreError.
    """
    declared = library.any_measure(measure)
    is_restated = kind is History.RESTATED
    on = last_day(month_of(to)) if is_restated else None
    asked = variant or "headline"
    today = figures(store, [measure], [period_type], to, periods, (), asked, definitions, "", progress, on)
    name = "" if asked == "headline" else spelling(declared, variant)
    months = range(month_of(to) - periods + 1, month_of(to) + 1)
    given = with_figures(store, definitions)
    before: list[Publication] = []
    if isinstance(declared, Declaration):
        before = supplied_before(store, declared, Wanted([period_type], asked, months))
        if is_restated:
            today = silenced(today, pc.starts_with(today["definition"], SUPPLIED), Reason.NOT_COLLECTED)
    series = (measure, name, str(period_type))
    published = standing([_of(released(one, [measure], months), series) for one in given], before)
    newest = Store(store).current()
    as_at = date.fromisoformat(newest.manifest["as_at"]) if newest else date.max
    progress("comparing with what was published")
    rows = RevisedRows(store, measure, period_type, name, definitions, as_at)
    how = Reading(display_of(declared, name, period_type, definitions), kind, rows.cause, rows.provisional)
    return marked(published, today, how)


@lru_cache(maxsize=4096)
def display_of(declared: AnyMeasure, variant: str, kind: PeriodType, definitions: str) -> Display:
    """How the figures of a series are printed."""
    said = reading(declared, variant, kind)
    scale: float = 1
    if isinstance(declared, Declaration):
        scale = library.versions(declared, variant, definitions, kind)[-1].scale
    return Display(said.form, said.decimals, said.times, scale)


def released(release: Release, measures: Sequence[str], months: Collection[int]) -> Publication:
    """The figures of some measures and months that a release published."""
    table = figures_in(release)
    mine = table.filter(pc.is_in(table["measure"], pa.array(measures, pa.string())))
    rows = [row for row in mine.to_pylist() if month_of(row["period_end"]) in months]
    day = datetime.fromisoformat(release.manifest["created"]).astimezone(UTC).date()
    return Publication(release.id, day, rows, replaces=bool(release.manifest["replaces"]))


def _of(every: Publication, series: tuple[str, str, str]) -> Publication:
    """The totals and categories of one series."""
    rows = [row for row in every.rows if (row["measure"], row["variant"], row["period_type"]) == series]
    return replace(every, rows=[row for row in rows if row["breakdown"] in _TOTALS])


def supplied_before(store: Path, declared: Declaration, wanted: Wanted) -> list[Publication]:
    """What was published before Trigpoint, a publication a day and source."""
    said: dict[tuple[str, ...], tuple[date, str]] = {}
    for entry in Store(store).entries(KIND):
        for row in entry.read().to_pylist():
            if row["measure"] == declared.id:
                day = row["published_on"] or entry.time.date()
                said[_key(entry.hash, row, row["area"])] = day, row["source"] or ""
    found: dict[tuple[str, date, str], list[dict[str, Any]]] = {}
    for row in with_supplied(SCHEMA.empty_table(), store, [declared], wanted).to_pylist():
        day, source = said[_key(row["definition"].removeprefix(SUPPLIED), row, row["authority"])]
        found.setdefault((row["definition"], day, source), []).append(row)
    return [
        Publication(definition, day, rows, note=f"published before Trigpoint: {source}, {day}")
        for (definition, day, source), rows in found.items()
    ]


def _key(entry: str, row: dict[str, Any], area: str) -> tuple[str, ...]:
    """A supplied row by the entry and what it is a figure of; a distribution's breakdown may be left unsaid."""
    breakdown = "" if row["breakdown"] in _TOTALS else row["breakdown"]
    return entry, row["variant"], row["period_type"], str(row["period_end"]), area, breakdown, row["group"] or ""
