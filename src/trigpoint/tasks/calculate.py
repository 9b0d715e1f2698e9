"""Calculate figures from a store's snapshot."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from trigpoint.engine.calculate import Asked
from trigpoint.language.definition import NATIONAL
from trigpoint.language.measure import Declaration
from trigpoint.language.period import PeriodType, month_of
from trigpoint.tasks import library
from trigpoint.tasks.library import LibraryError
from trigpoint.tasks.opened import engine_on, snapshot_of
from trigpoint.tasks.progress import Progress, silent


def asked_for(
    declared: Declaration, kinds: Sequence[PeriodType], variants: Sequence[str], definition_set: str
) -> list[Asked]:
    """One request per variant, with those of the period types that it takes."""
    found = []
    for variant in variants:
        every = library.versions(declared, variant, definition_set)
        mine = [kind for kind in every[0].periods if not kinds or kind in kinds]
        if mine:
            found.append(Asked(every, mine))
    return found


def figures(
    store: Path,
    measures: Sequence[str] = (),
    period_types: Sequence[PeriodType] = (),
    to: date | None = None,
    periods: int = 1,
    by: Sequence[str] = (),
    variant: str | None = None,
    definitions: str = NATIONAL,
    snapshot: str = "",
    progress: Progress = silent,
) -> pa.Table:
    """Figures in the tidy columns, sorted by measure, variant, period type, authority, breakdown, group and period.

    `to` names the month of the last period (default: the month of the as-at date), `periods` how many month ends.
    `variant`: None for the headline and every declared one, empty or `headline` for the headline, else one variant or
    several joined by `;`. `by`: each item is one breakdown, names joined by `+` are crossed.
    Raises LibraryError and StoreError.
    """
    taken = snapshot_of(store, snapshot)
    engine = engine_on(taken)
    last = month_of(to) if to else month_of(engine.as_at)
    asked = []
    for declared in library.chosen(measures):
        wanted = library.variants(declared) if variant is None else ["" if variant == "headline" else variant]
        asked += asked_for(declared, period_types, wanted, definitions)
    if not asked:
        raise LibraryError(
            "None of the measures takes these period types in this variant; `trigpoint measures` lists them."
        )
    breakdowns = list(dict.fromkeys([(), *(_breakdown(name) for name in by)]))
    months = range(last - periods + 1, last + 1)
    table = engine.figures(asked, months, breakdowns, lambda what: progress(f"calculating: {what}"))
    order = ["measure", "variant", "period_type", "authority", "breakdown", "group", "period_end"]
    return table.take(pc.sort_indices(table, [(name, "ascending") for name in order]))


def _breakdown(name: str) -> tuple[str, ...]:
    parts = tuple(dict.fromkeys(part.strip() for part in name.split("+")))
    known = {b for declared in library.chosen(()) for b in declared.counts.breakdowns()}
    if wrong := [part for part in parts if part not in known]:
        raise LibraryError(f"There is no breakdown {wrong[0]!r}; there are: {', '.join(sorted(known))}.")
    return parts
