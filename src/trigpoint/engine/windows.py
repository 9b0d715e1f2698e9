"""Makes periods of months: counts by month become figures of every period type, without a loop over periods."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute

from trigpoint.engine.classify import Code
from trigpoint.engine.count import Span
from trigpoint.language.period import PeriodType

Counts = npt.NDArray[np.int64]
NOT_RECORDED = "Not recorded"
_SEPARATOR = "\x1f"
pc: Any = pyarrow.compute  # its stubs know no mixture of arrays and scalars


@dataclass(frozen=True)
class Groups:
    """The rows of a breakdown: every authority, and every group met in it."""

    by: tuple[str, ...]
    keys: Any

    @classmethod
    def of(cls, by: Sequence[str], authorities: Sequence[str], tables: Sequence[pa.Table]) -> Groups:
        """Groups in alphabetical order; without a breakdown every authority is one, cases or none."""
        found = [pa.array(authorities)] if not by else [_keys(table, by) for table in tables]
        keys = pa.chunked_array(found, type=pa.string()).unique()
        return cls(tuple(by), keys.take(pc.sort_indices(keys)))

    def __len__(self) -> int:
        return len(self.keys)

    def places(self, table: pa.Table) -> npt.NDArray[np.int64]:
        """For each row of a table the number of its group."""
        return np.asarray(pc.index_in(_keys(table, self.by), self.keys).cast(pa.int64()))

    def outer(self) -> npt.NDArray[np.int64]:
        """For each group the number of the group that holds it, its last breakdown left out."""
        outer = [key.rpartition(_SEPARATOR)[0] for key in self.keys.to_pylist()]
        return np.unique(outer, return_inverse=True)[1].astype(np.int64)

    def names(self) -> tuple[list[str], list[str]]:
        """Authority and group of each row, as printed; crossed groups are joined by ` + `."""
        parts = [key.split(_SEPARATOR) for key in self.keys.to_pylist()]
        return [part[0] for part in parts], [" + ".join(part[1:]) for part in parts]


def _keys(table: pa.Table, by: Sequence[str]) -> Any:
    parts = [pc.fill_null(table[name].cast(pa.string()), NOT_RECORDED) for name in by]
    joined = pc.binary_join_element_wise(table["authority"], *parts, _SEPARATOR) if by else table["authority"]
    return joined.combine_chunks() if isinstance(joined, pa.ChunkedArray) else joined


def dense(table: pa.Table, names: Sequence[str], groups: Groups, span: Span) -> dict[str, Counts]:
    """Each column as an array of groups x months of the span; months in which nothing happened hold 0."""
    rows = groups.places(table)
    months = np.asarray(table["month"]) - span.first
    found = {}
    for name in names:
        filled = np.zeros((len(groups), span.last - span.first + 1), dtype=np.int64)
        np.add.at(filled, (rows, months), np.asarray(table[name]))
        found[name] = filled
    return found


class Ends:
    """The months that end a period of one type, and how long each period is."""

    def __init__(self, kind: PeriodType, months: Sequence[int], span: Span) -> None:
        self.kind = kind
        self.months = [m for m in months if kind.months(m)]
        self.length = np.array([kind.months(m) for m in self.months], dtype=np.int64)
        self.place = np.array(self.months, dtype=np.int64) - span.first

    def flow(self, monthly: Counts) -> Counts:
        """Sums over each period of counts by month."""
        total = np.concatenate([np.zeros((len(monthly), 1), dtype=np.int64), monthly.cumsum(axis=1)], axis=1)
        return total[:, self.place + 1] - total[:, self.place + 1 - self.length]

    def stock(self, changes: Counts) -> Counts:
        """The stock at each period's end, from changes by month."""
        return changes.cumsum(axis=1)[:, self.place]


def once(table: pa.Table, groups: Groups, span: Span, ends: Ends) -> dict[Code | str, Counts]:
    """Units by class, each counted once a period: a unit has the best class that any of its rows has."""
    rows, months = groups.places(table), np.asarray(table["month"])
    level, gap, n = (np.asarray(table[name]) for name in ("level", "gap", "n"))
    first, last = _counts_between(months, gap, ends.kind)
    up_to: dict[Code, Counts] = {}
    for code in Code:
        if code is not Code.NOT_A_CANDIDATE:
            mine = (level == code) & (first <= last) & (first <= span.last)
            up_to[code] = _standing(rows[mine], first[mine], last[mine], n[mine], len(groups), span)[:, ends.place]
    return unnested(up_to)


def unnested(up_to: Mapping[Code, Counts]) -> dict[Code | str, Counts]:
    """Units by class, from the numbers whose best class is at most each one (smallest first)."""
    nested = list(up_to.items())
    return {code: now - (nested[i - 1][1] if i else 0) for i, (code, now) in enumerate(nested)}


def picked(table: pa.Table, groups: Groups, span: Span, ends: Ends, *, first: bool) -> dict[Code | str, Counts]:
    """Units by the class of their first, or last, row of each period."""
    rows, months = groups.places(table), np.asarray(table["month"])
    code, gap, n = (np.asarray(table[name]) for name in ("code", "gap", "n"))
    if first:
        begins, last = _counts_between(months, gap, ends.kind)
    else:
        begins, last = months, _last_of(months, ends.kind)
        last = np.where(gap > 0, np.minimum(last, months + gap - 1), last)
    found: dict[Code | str, Counts] = {}
    for each in Code:
        mine = (code == each) & (begins <= last) & (begins <= span.last)
        found[each] = _standing(rows[mine], begins[mine], last[mine], n[mine], len(groups), span)[:, ends.place]
    return found


def _standing(rows: Counts, first: Counts, last: Counts, n: Counts, groups: int, span: Span) -> Counts:
    """Groups x months: how many stand in each month, each from its first to its last month, both included."""
    steps = np.zeros((groups, span.last - span.first + 2), dtype=np.int64)
    np.add.at(steps, (rows, first - span.first), n)
    np.add.at(steps, (rows, np.minimum(last, span.last) + 1 - span.first), -n)
    return steps.cumsum(axis=1)


def _last_of(months: Counts, kind: PeriodType) -> Counts:
    """The last month that ends a period of the kind which holds each month."""
    into_year = (months - 3) % 12
    if kind in {PeriodType.YTD, PeriodType.FINANCIAL_YEAR}:
        return months - into_year + 11
    if kind is PeriodType.QUARTER:
        return months - into_year % 3 + 2
    return months + kind.months(0) - 1


def _counts_between(months: Counts, gap: Counts, kind: PeriodType) -> tuple[Counts, Counts]:
    """Months at whose end a row is its unit's first in the period: from the first to the second, both included."""
    into_year = (months - 3) % 12
    if kind in {PeriodType.YTD, PeriodType.FINANCIAL_YEAR}:
        begins = months - into_year
    elif kind is PeriodType.QUARTER:
        begins = months - into_year % 3
    else:
        length = kind.months(0)
        first = np.where(gap > 0, np.maximum(months, months - gap + length), months)
        return first, months + length - 1
    last = _last_of(months, kind)
    fresh = (gap == 0) | (months - gap < begins)
    return np.where(fresh, months, last + 1), last


def provisional(
    table: pa.Table, groups: Groups, ends: Ends, classes: Mapping[Code, Counts]
) -> dict[Code | str, Counts]:
    """Classes as they were known at each period's end: rows settled only later are moved to what they were then."""
    rows, months, at = groups.places(table), np.asarray(table["month"]), np.asarray(table["at"])
    then, now, n = (np.asarray(table[name]) for name in ("then", "now", "n"))
    known: dict[Code | str, Counts] = {code: counts.copy() for code, counts in classes.items()}
    ended = {month: place for place, month in enumerate(ends.months)}
    place = np.array([ended.get(int(month), -1) for month in at], dtype=np.int64)
    inside = place >= 0
    inside[inside] &= months[inside] > at[inside] - ends.length[place[inside]]
    for code, counts in known.items():
        for classes_then, sign in ((then, 1), (now, -1)):
            mine = inside & (classes_then == code)
            np.add.at(counts, (rows[mine], place[mine]), sign * n[mine])
    return known
