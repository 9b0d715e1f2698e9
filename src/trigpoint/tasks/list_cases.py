"""List the rows behind a figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from trigpoint.cases.reads import reads_of
from trigpoint.language.definition import NATIONAL, Definition, in_force
from trigpoint.language.period import Period, PeriodType, last_day, month_of
from trigpoint.language.result import Result
from trigpoint.tasks import library
from trigpoint.tasks.library import LibraryError
from trigpoint.tasks.opened import engine_on
from trigpoint.tasks.stored import snapshot_of


def cases(
    store: Path,
    measure: str,
    period_type: PeriodType,
    period_end: date,
    results: Sequence[str] = (),
    variant: str = "",
    by: Mapping[str, str] | None = None,
    definitions: str = NATIONAL,
    snapshot: str = "",
    columns: Sequence[str] | None = None,
    also: Sequence[str] = (),
) -> pa.Table:
    """Every candidate row of one figure: class, reason and value, then the view's own columns.

    `period_end` is the last day of the period. A snapshot may be taken on any day up to the as-at date: nothing dated
    after that day is then known. `columns` names those of the view's columns that are wanted (all of them by default),
    `also` others that come along where a view that is prepared already has them. Raises LibraryError and StoreError.
    """
    declared = library.measure(measure)
    every = library.versions(declared, "" if variant == "headline" else variant, definitions, period_type)
    definition = in_force(every, period_end)
    taken = snapshot_of(store, snapshot)
    engine = engine_on(taken)
    period = Period(period_type, month_of(period_end))
    _check(definition, period, engine.as_at, results, by or {})
    needs = (*definition.counts.needs, *definition.needs)
    names = reads_of(definition, by or {})
    if not (able := engine.collected(needs, names)):
        lacks = sorted({name for authority in engine.given for name in engine.lacks(authority, needs, names)})
        raise LibraryError(f"{measure} is not collected: no authority of the snapshot has all of {', '.join(lacks)}.")
    if period_end not in {last_day(period.month), engine.as_at} and period_end < engine.as_at:
        if not definition.counts.state:
            raise LibraryError(f"A {period_type} ends on a month's last day: give {last_day(period.month)}.")
        engine = engine_on(taken, period_end)
    if columns is not None and engine.ready(definition.counts, wanted := [*columns, *also]):
        columns = wanted
    found = engine.cases(definition, period, by, {str(Result(r)) for r in results}, columns)
    found = found.filter(pc.field("authority").isin(able))
    return _labelled(found, definition.measure, definition.name, definition.variant, period_type, period, engine.as_at)


def _check(definition: Definition, period: Period, as_at: date, results: Sequence[str], by: Mapping[str, str]) -> None:
    if period.kind not in definition.periods:
        takes = ", ".join(definition.periods)
        raise LibraryError(f"{definition.measure} in this variant takes {takes}, not {period.kind}.")
    if not period.kind.months(period.month):
        raise LibraryError(f"No {period.kind} ends on {period.end}.")
    if period.month > month_of(as_at):
        raise LibraryError(f"{period.end} is not yet known: the records speak of {as_at}; give a day up to then.")
    if wrong := [r for r in results if r not in set(Result)]:
        raise LibraryError(f"There is no result {wrong[0]!r}; there are: {', '.join(Result)}.")
    known = (*definition.counts.breakdowns(), *(["category"] if definition.category else []))
    if wrong := [name for name in by if name not in known]:
        raise LibraryError(f"{definition.measure} has no breakdown {wrong[0]!r}; it has: {', '.join(known) or 'none'}.")


def _labelled(
    rows: pa.Table, measure: str, definition: str, variant: str, kind: PeriodType, period: Period, as_at: date
) -> pa.Table:
    length = rows.num_rows
    end = min(period.end, as_at)
    front = {
        "measure": pa.repeat(measure, length),
        "definition": pa.repeat(definition, length),
        "variant": pa.repeat(variant, length),
        "period_type": pa.repeat(str(kind), length),
        "period_end": pa.array([end] * length, pa.date32()),
    }
    lead = ("record_id", "child_id", "dated", "result", "reason", "value")
    rest = [name for name in rows.column_names if name not in lead]
    return pa.table(front | {name: rows[name] for name in (*lead, *rest)})
