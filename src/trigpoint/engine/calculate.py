"""Figures of a set of definitions: prepared views in, blocks of the tidy table out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import groupby

import ibis
import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from trigpoint.engine import count, medians, units, windows
from trigpoint.engine.classify import Code, can_be
from trigpoint.engine.count import Span
from trigpoint.engine.names import named
from trigpoint.engine.population import Residents
from trigpoint.engine.windows import Counts, Ends, Groups
from trigpoint.figures.table import Block
from trigpoint.language.definition import Definition, in_force
from trigpoint.language.period import Period, PeriodType, last_day, month_of
from trigpoint.language.terms import BEST, FIRST, PERIOD_END

_ANNUALISED = {PeriodType.MONTH, PeriodType.QUARTER}


@dataclass(frozen=True)
class Asked:
    """One measure in one variant, every version of it, and the period types wanted."""

    versions: Sequence[Definition]
    kinds: list[PeriodType]


@dataclass(frozen=True)
class Request:
    """What is asked of a snapshot: the months that end periods, and who and when it speaks of."""

    months: Sequence[int]
    authorities: Sequence[str]
    as_at: date
    snapshot: str
    names: Mapping[int, str]
    people: Residents | None = None

    def named(self, table: pa.Table) -> pa.Table:
        """A table of counts with the authorities' names in place of their numbers."""
        return named(table, self.names)


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


def silent(asked: Asked, request: Request) -> list[Block]:
    """Blocks without a value, in total: for records that were not collected, or a breakdown that the view has not."""
    found = []
    for kind in asked.kinds:
        months = [m for m in request.months if kind.months(m)]
        ends = Ends(kind, months, Span(months[0] if months else 0, months[-1] if months else 0))
        groups = Groups((), pa.array(request.authorities))
        block = _block(asked.versions[0], kind, ends, groups, {}, request)
        names = [in_force(list(asked.versions), last_day(m)).name for m in months]
        zero = block.met
        found.append(replace(block, definitions=names, total=zero, base=zero, population=None))
    return found


def _query(item: tuple[Asked, Definition]) -> tuple[str, str]:
    """Definitions with the same key are counted in one query."""
    definition = item[1]
    special = definition.once or definition.category or definition.kind == "median"
    alone = f"{definition.name}{definition.variant}" if special or definition.known_at is PERIOD_END else ""
    return definition.dated_by.name, alone


def _one_query(
    view: ir.Table, pairs: list[tuple[Asked, Definition]], by: Sequence[str], request: Request, reach: Span
) -> list[Block]:
    definitions = [definition for _, definition in pairs]
    one = definitions[0]
    inner = [*by, one.category.name] if one.category else by
    table = request.named(_counter(one)(view, one if one.once else definitions, inner, reach, request.as_at))
    later = _later(view, one, inner, request, reach)
    amounts = request.named(medians.values(view, one, by, reach, request.as_at)) if one.kind == "median" else None
    groups = Groups.of(inner, request.authorities, [table])
    found = []
    for place, (asked, definition) in enumerate(pairs):
        for kind in asked.kinds:
            ends = Ends(
                kind, [m for m in request.months if in_force(list(asked.versions), last_day(m)) is definition], reach
            )
            if ends.months:
                counts = _counts(table, later, place, definition, groups, reach, ends)
                block = _block(definition, kind, ends, groups, counts, request)
                if amounts is not None:
                    block = replace(block, middle=medians.medians(amounts, groups, reach, ends))
                found.append(_shares(block, groups) if definition.category else block)
    return found


def _counter(definition: Definition) -> Callable[..., pa.Table]:
    """The query that counts for a definition."""
    if definition.once is None:
        return count.states if definition.counts.state else count.events
    if definition.counts.state:
        return units.states
    return units.best if definition.pick is BEST else units.picked


def _shares(block: Block, groups: Groups) -> Block:
    """A distribution: each category over all categories of its authority and group."""
    places = groups.outer()
    base = np.zeros_like(block.met)
    np.add.at(base, places, block.met + block.unknown)
    return replace(block, base=base[places], breakdown="+".join([*groups.by[:-1], "category"]))


def _later(view: ir.Table, definition: Definition, by: Sequence[str], request: Request, reach: Span) -> pa.Table | None:
    if definition.known_at is not PERIOD_END:
        return None
    months = list(range(reach.first, reach.last + 1))
    seen = pa.table(
        {"seen_in": pa.array(months, pa.int64()), "seen_on": [min(last_day(m), request.as_at) for m in months]}
    )
    return request.named(count.provisional(view, definition, by, reach, request.as_at, ibis.memtable(seen)))


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
        return _of_units(table, definition, groups, reach, ends)
    names = count.columns(place, definition)
    monthly = windows.dense(table, list(names), groups, reach)
    make = ends.stock if definition.counts.state else ends.flow
    found: dict[Code | str, Counts] = {what: make(monthly[name]) for name, what in names.items()}
    if later is not None:
        classes = {c: found.get(c, np.zeros((len(groups), len(ends.months)), dtype=np.int64)) for c in Code if c}
        found |= windows.provisional(later, groups, ends, classes)
    return found


def _of_units(
    table: pa.Table, definition: Definition, groups: Groups, reach: Span, ends: Ends
) -> Mapping[Code | str, Counts]:
    if definition.counts.state:
        levels = sorted(can_be(definition))
        monthly = windows.dense(table, [units.name(level) for level in levels], groups, reach)
        return windows.unnested({level: ends.stock(monthly[units.name(level)]) for level in levels})
    if definition.pick is BEST:
        return windows.once(table, groups, reach, ends)
    return windows.picked(table, groups, reach, ends, first=definition.pick is FIRST)


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
    starts, days = _days(kind, tuple(ends.months), request.as_at)
    return Block(
        measure=definition.measure,
        variant=definition.variant,
        kind=definition.kind,
        period_type=str(kind),
        definitions=[definition.name] * len(days),
        starts=starts,
        ends=days,
        breakdown="+".join(groups.by),
        authorities=authorities,
        groups=names,
        met=counts.get(Code.MET, nothing),
        not_met=counts.get(Code.NOT_MET, nothing),
        excluded=counts.get(Code.EXCLUDED, nothing),
        unknown=counts.get(Code.UNKNOWN, nothing),
        pending=counts.get(Code.PENDING, nothing),
        known=np.array(ends.months) <= month_of(request.as_at),
        snapshot=request.snapshot,
        total=counts.get("value", counts.get("numerator")),
        base=counts.get("denominator"),
        scale=definition.scale,
        per=definition.per.per if definition.per else definition.times,
        yearly=12 // kind.months(ends.months[0]) if definition.annualise and kind in _ANNUALISED else 1,
        population=_population(definition, groups, authorities, names, days, request),
    )


@cache
def _days(kind: PeriodType, months: tuple[int, ...], as_at: date) -> tuple[list[date], list[date]]:
    """First and last days of the periods that end with the months; the month of the as-at date ends with that."""
    periods = [Period(kind, month) for month in months]
    days = [min(period.end, as_at) if period.month == month_of(as_at) else period.end for period in periods]
    return days if kind is PeriodType.SNAPSHOT else [period.start for period in periods], days


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
    return request.people.population(definition.per, authorities, sexes, days)
