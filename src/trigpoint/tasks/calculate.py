"""Calculate figures from a store's snapshot."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute

from trigpoint.engine.backends import Backend
from trigpoint.engine.calculate import Asked
from trigpoint.figures.silence import silenced
from trigpoint.figures.table import SCHEMA
from trigpoint.language.definition import NATIONAL, in_force
from trigpoint.language.measure import Declaration
from trigpoint.language.period import PeriodType, month_of
from trigpoint.language.reason import Reason
from trigpoint.measures.library import LIFECYCLES
from trigpoint.tasks import library
from trigpoint.tasks.library import LibraryError
from trigpoint.tasks.opened import engine_on
from trigpoint.tasks.progress import Progress, silent
from trigpoint.tasks.stored import snapshot_of
from trigpoint.tasks.supplied_figures import Wanted, stands_alone, supplied_breakdowns, with_supplied
from trigpoint.tasks.supplied_figures import asked as supplied_asked

pc: Any = pyarrow.compute  # its stubs know no mixture of arrays and scalars

_ORDER = ("measure", "variant", "period_type", "authority", "breakdown", "group", "period_end")


def asked_for(
    declared: Declaration,
    kinds: Sequence[PeriodType],
    variants: Sequence[str],
    definition_set: str,
    defined_on: date | None = None,
) -> list[Asked]:
    """One request per variant and reading of it, with those of the period types that it takes.

    `defined_on` asks for the definition in force on one day, whatever the period.
    """
    found: dict[tuple[str, ...], Asked] = {}
    for variant in variants:
        for kind in library.versions(declared, variant, definition_set)[0].periods:
            if not kinds or kind in kinds:
                every = library.versions(declared, variant, definition_set, kind)
                every = [in_force(every, defined_on)] if defined_on else every
                same = found.setdefault((variant, *(d.name for d in every)), Asked(every, []))
                same.kinds.append(kind)
    return list(found.values())


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
    defined_on: date | None = None,
    on: Backend | None = None,
) -> pa.Table:
    """Figures in the tidy columns, sorted by measure, variant, period type, authority, breakdown, group and period.

    `to` names the month of the last period (default: the month of the as-at date), `periods` how many month ends.
    `variant`: None for the headline and every declared one, empty or `headline` for the headline, else one variant or
    several joined by `;`. `by`: each item is one breakdown, names joined by `+` are crossed. `defined_on`: the
    definitions in force on that day for every period (the old rule on today's data); else each period has its own.
    `on` says where they are calculated; default DuckDB. Raises LibraryError, StoreError and EngineError.
    """
    counted, given = library.chosen(measures), library.chosen_supplied(measures)
    alone = to is not None and not counted and stands_alone(store)
    engine = None if alone else engine_on(snapshot_of(store, snapshot), on=on)
    last = month_of(to) if to else month_of(engine.as_at) if engine else 0
    months, breakdowns = range(last - periods + 1, last + 1), _breakdowns(by, store)
    wanted = Wanted(period_types, variant, months, breakdowns, list(engine.given) if engine else None)
    asked = [one for m in counted for one in _asked(m, period_types, variant, definitions, defined_on)]
    if not asked and not any(supplied_asked(declared, wanted) for declared in given):
        raise LibraryError(
            "None of the measures takes these period types in this variant; `trigpoint measures` lists them."
        )
    table = SCHEMA.empty_table()
    if engine and asked:
        table = engine.figures(asked, months, breakdowns, lambda what: progress(f"calculating: {what}"))
    table = _while_reported(with_supplied(table, store, [*counted, *given], wanted), definitions)
    return table.take(pc.sort_indices(table, [(name, "ascending") for name in _ORDER]))


def _asked(
    declared: Declaration,
    kinds: Sequence[PeriodType],
    variant: str | None,
    definition_set: str,
    defined_on: date | None,
) -> list[Asked]:
    names = library.variants(declared) if variant is None else ["" if variant == "headline" else variant]
    return asked_for(declared, kinds, names, definition_set, defined_on)


def _while_reported(table: pa.Table, definition_set: str) -> pa.Table:
    """The figures, silent for the periods in which the definition set does not report the measure."""
    for change in LIFECYCLES:
        if change.definitions == definition_set:
            mine = pc.equal(table["measure"], change.measure.id)
            late = pc.greater_equal(table["period_end"], change.effective)
            outside = pc.invert(late) if change.is_added else late
            table = silenced(table, pc.and_(mine, outside), Reason.NOT_APPLICABLE)
    return table


def _breakdowns(by: Sequence[str], store: Path) -> list[tuple[str, ...]]:
    return list(dict.fromkeys([(), *(_breakdown(name, store) for name in by)]))


def _breakdown(name: str, store: Path) -> tuple[str, ...]:
    parts = tuple(dict.fromkeys(part.strip() for part in name.split("+")))
    known = {b for declared in library.chosen(()) for b in declared.counts.breakdowns()}
    if not known.issuperset(parts):
        known |= supplied_breakdowns(store)
    if wrong := [part for part in parts if part not in known]:
        raise LibraryError(f"There is no breakdown {wrong[0]!r}; there are: {', '.join(sorted(known))}.")
    return parts
