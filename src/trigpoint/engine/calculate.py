"""Figures of a set of definitions: prepared views in, blocks of the tidy table out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

import ibis
import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from trigpoint.engine import count, windows
from trigpoint.engine.classify import Code
from trigpoint.engine.count import Span
from trigpoint.engine.population import population
from trigpoint.engine.windows import Counts, Ends, Groups
from trigpoint.figures.table import Block
from trigpoint.language.definition import Definition, in_force
from trigpoint.language.period import Period, PeriodType, last_day, month_of
from trigpoint.language.terms import PERIOD_END


@dataclass(frozen=True)
class Asked:
    """One measure in one variant, every version of it, and the period types wanted."""

    versions: Sequence[Definition]
    kinds: Sequence[PeriodType]


@dataclass(frozen=True)
class Request:
    """What is asked of a snapshot: the months that end periods, and who and when it speaks of."""

    months: Sequence[int]
    authorities: Sequence[str]
    as_at: date
    snapshot: str
    people: pa.Table | None = None


def span(asked: Sequence[Asked], months: Sequence[int]) -> Span:
    """The months to count: those asked for, and the run-in of the longest period."""
    longest = max((kind.months(m) for a in asked for kind in a.kinds for m in months), default=1)
    return Span(months[0] - max(longest, 1) + 1, months[-1])


def blocks(view: ir.Table, asked: Sequence[Asked], by: Sequence[str], request: Request) -> list[Block]:
    """Blocks of every asked measure that counts this view, for one breakdown."""
    found: list[Block] = []
    definitions = [(a, d) for a in asked for d in a.versions]
    reach = span(asked, request.months)
    for _, same in groupby(sorted(definitions, key=_query), key=_query):
        found += _one_query(view, list(same), by, request, reach)
    return found


def silent(asked: Asked, by: Sequence[str], request: Request, *, able: bool) -> list[Block]:
    """Blocks without a value: the records were not collected, or (`able` is false) the view has no such breakdown."""
    found = []
    for kind in asked.kinds:
        months = [m for m in request.months if kind.months(m)]
        ends = Ends(kind, months, Span(months[0] if months else 0, months[-1] if months else 0))
        groups = Groups((), pa.array(request.authorities))
        block = _block(asked.versions[0], kind, ends, groups, {}, request)
        names = [in_force(list(asked.versions), last_day(m)).name for m in months]
        zero = block.met
        found.append(
            replace(
                block,
                breakdown="+".join(by),
                definitions=names,
                applicable=able,
                total=zero,
                base=zero,
                population=None,
            )
        )
    return found


def _query(item: tuple[Asked, Definition]) -> tuple[str, str]:
    """Definitions with the same key are counted in one query."""
    definition = item[1]
    alone = f"{definition.name}{definition.variant}" if definition.once or definition.known_at is PERIOD_END else ""
    return definition.dated_by.name, alone


def _one_query(
    view: ir.Table, pairs: list[tuple[Asked, Definition]], by: Sequence[str], request: Request, reach: Span
) -> list[Block]:
    definitions = [definition for _, definition in pairs]
    one = definitions[0]
    run = count.states if one.counts.state else count.once if one.once else count.events
    table = run(view, one if one.once else definitions, by, reach, request.as_at)  # type: ignore[arg-type]
    later = _later(view, one, by, request, reach)
    groups = Groups.of(by, request.authorities, [table])
    found = []
    for place, (asked, definition) in enumerate(pairs):
        for kind in asked.kinds:
            ends = Ends(
                kind, [m for m in request.months if in_force(list(asked.versions), last_day(m)) is definition], reach
            )
            if ends.months:
                counts = _counts(table, later, place, definition, groups, reach, ends)
                found.append(_block(definition, kind, ends, groups, counts, request))
    return found


def _later(view: ir.Table, definition: Definition, by: Sequence[str], request: Request, reach: Span) -> pa.Table | None:
    if definition.known_at is not PERIOD_END:
        return None
    months = list(range(reach.first, reach.last + 1))
    seen = pa.table(
        {"seen_in": pa.array(months, pa.int64()), "seen_on": [min(last_day(m), request.as_at) for m in months]}
    )
    return count.provisional(view, definition, by, reach, request.as_at, ibis.memtable(seen))


def _counts(
    table: pa.Table,
    later: pa.Table | None,
    place: int,
    definition: Definition,
    groups: Groups,
    reach: Span,
    ends: Ends,
) -> Mapping[Code | str, Counts]:
    if definition.once:
        return windows.once(table, groups, reach, ends)
    names = count.columns(place, definition)
    monthly = windows.dense(table, list(names), groups, reach)
    make = ends.stock if definition.counts.state else ends.flow
    found: dict[Code | str, Counts] = {what: make(monthly[name]) for name, what in names.items()}
    if later is not None:
        classes = {c: found.get(c, np.zeros((len(groups), len(ends.months)), dtype=np.int64)) for c in Code if c}
        found |= windows.provisional(later, groups, ends, classes)
    return found


def _block(
    definition: Definition,
    kind: PeriodType,
    ends: Ends,
    groups: Groups,
    counts: Mapping[Code | str, Counts],
    request: Request,
) -> Block:
    authorities, names = groups.names()
    nothing = np.zeros((len(groups), len(ends.months)), dtype=np.int64)
    periods = [Period(kind, month) for month in ends.months]
    days = [
        min(period.end, request.as_at) if period.month == month_of(request.as_at) else period.end for period in periods
    ]
    return Block(
        measure=definition.measure,
        variant=definition.variant,
        kind=definition.kind,
        period_type=str(kind),
        definitions=[definition.name] * len(periods),
        starts=days if kind is PeriodType.SNAPSHOT else [period.start for period in periods],
        ends=days,
        breakdown="+".join(groups.by),
        authorities=authorities,
        groups=names,
        met=counts.get(Code.MET, nothing),
        not_met=counts.get(Code.NOT_MET, nothing),
        excluded=counts.get(Code.EXCLUDED, nothing),
        unknown=counts.get(Code.UNKNOWN, nothing),
        pending=counts.get(Code.PENDING, nothing),
        known=np.array([period.month <= month_of(request.as_at) for period in periods]),
        snapshot=request.snapshot,
        total=counts.get("value", counts.get("numerator")),
        base=counts.get("denominator"),
        scale=definition.scale,
        per=definition.per.per if definition.per else 1,
        population=_population(definition, groups, authorities, names, days, request),
    )


def _population(
    definition: Definition,
    groups: Groups,
    authorities: Sequence[str],
    names: Sequence[str],
    days: Sequence[date],
    request: Request,
) -> npt.NDArray[np.float64] | None:
    if definition.per is None or request.people is None:
        return None
    sexes = names if groups.by == ("sex",) else [""] * len(authorities)
    if groups.by not in {(), ("sex",)}:
        return None
    return population(request.people, definition.per, authorities, sexes, days)
