"""Supplied figures as rows of the tidy table: the newest entry that speaks of a figure gives it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa

from trigpoint.figures.intervals import byar, wilson
from trigpoint.figures.table import SCHEMA
from trigpoint.language.period import Period, PeriodType, last_day, month_of
from trigpoint.language.reading import Reading
from trigpoint.language.reason import Reason

Row = dict[str, Any]
_Groups = dict[str, tuple[str, Row]]
_KEY = ("measure", "variant", "period_type", "period_end", "authority", "breakdown", "group")
_NOBODY = "none"


@dataclass(frozen=True)
class SuppliedAsked:
    """One measure in one variant, how its figures are read, and the period types wanted."""

    measure: str
    variant: str
    now: Reading
    kinds: Sequence[PeriodType]


@dataclass(frozen=True)
class Request:
    """The months that end periods, for whom, by which breakdowns; `silent` tells also of what nobody supplied."""

    months: Sequence[int]
    authorities: Sequence[str]
    breakdowns: Sequence[Sequence[str]] = ((),)
    silent: bool = True


def supplied(entries: Sequence[tuple[str, pa.Table]], asked: Sequence[SuppliedAsked], request: Request) -> pa.Table:
    """Figures of what was asked, from entries of kind `supplied` (hash and table, oldest first).

    The definition of a row is `supplied:` and the hash of its entry. Where nothing was supplied the reason is
    "not collected".
    """
    known = _known(entries, asked)
    rows = [row for one in asked for row in _of(one, known, request)]
    return pa.Table.from_pylist(rows, schema=SCHEMA)


def filled(calculated: pa.Table, given: pa.Table) -> pa.Table:
    """Calculated figures, with a supplied one in the place of each that has no value or was not calculated at all."""
    if not given.num_rows:
        return calculated
    rows = {tuple(row[name] for name in _KEY): row for row in given.to_pylist()}
    keys = zip(*(calculated[name].to_pylist() for name in _KEY), strict=True)
    values = calculated["value"].to_pylist()
    keep = []
    for key, value in zip(keys, values, strict=True):
        keep.append(value is not None or key not in rows)
        if value is not None:
            rows.pop(key, None)
    kept = calculated.filter(pa.array(keep, pa.bool_()))
    return pa.concat_tables([kept, pa.Table.from_pylist(list(rows.values()), schema=SCHEMA)])


class _Known:
    """The newest figure of each group, by what it is a figure of and the day its period ends."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, ...], dict[date, _Groups]] = {}

    def add(self, name: str, rows: Sequence[Row], distributions: set[tuple[str, str]]) -> None:
        """Take an entry; the categories of a period are replaced together."""
        begun = set()
        for row in rows:
            whole = (row["measure"], row["variant"]) in distributions
            breakdown = (row["breakdown"] or "category") if whole else row["breakdown"]
            key = (row["measure"], row["variant"], row["area"], row["period_type"], breakdown)
            groups = self._found.setdefault(key, {}).setdefault(row["period_end"], {})
            if whole and (key, row["period_end"]) not in begun:
                begun.add((key, row["period_end"]))
                groups.clear()
            groups[row["group"]] = (name, row)

    def groups(self, key: tuple[str, ...], period: Period, *, holds: bool) -> _Groups:
        """The groups of a period; a snapshot is the last of its month, one that holds the last until then."""
        by_end = self._found.get(key, {})
        if period.kind is not PeriodType.SNAPSHOT:
            return by_end.get(period.end, {})
        able = [e for e in by_end if e <= period.end and (holds or month_of(e) == period.month)]
        return by_end[max(able)] if able else {}


def _known(entries: Sequence[tuple[str, pa.Table]], asked: Sequence[SuppliedAsked]) -> _Known:
    wanted = {(one.measure, one.variant) for one in asked}
    distributions = {(one.measure, one.variant) for one in asked if one.now.form == "distribution"}
    known = _Known()
    for name, table in entries:
        rows = [row for row in table.to_pylist() if (row["measure"], row["variant"]) in wanted]
        known.add(name, rows, distributions)
    return known


def _of(asked: SuppliedAsked, known: _Known, request: Request) -> Iterator[Row]:
    for kind in asked.kinds:
        periods = [Period(kind, month) for month in request.months if kind.months(month)]
        for by in request.breakdowns:
            names = [*by, "category"] if asked.now.form == "distribution" else by
            for authority in request.authorities:
                yield from _series(asked, known, periods, authority, "+".join(names), silent=request.silent)


def _series(
    asked: SuppliedAsked, known: _Known, periods: Sequence[Period], authority: str, breakdown: str, *, silent: bool
) -> Iterator[Row]:
    found = []
    for period in periods:
        key = (asked.measure, asked.variant, authority, str(period.kind), breakdown)
        found.append(known.groups(key, period, holds=asked.now.holds))
    every = dict.fromkeys(group for groups in found for group in groups)
    for period, groups in zip(periods, found, strict=True):
        expected = groups if asked.now.form == "distribution" else every
        for group in expected or [""]:
            if group in groups:
                name, row = groups[group]
                yield _figure(asked, period, authority, breakdown, group, name, row)
            elif silent:
                nothing = {"reason": str(Reason.NOT_COLLECTED)}
                yield _figure(asked, period, authority, breakdown, group, _NOBODY, nothing)


def _figure(
    asked: SuppliedAsked, period: Period, authority: str, breakdown: str, group: str, entry: str, row: Row
) -> Row:
    last = last_day(period.month)
    end = last if asked.now.holds else row.get("period_end", last)
    definition, numbers = f"supplied:{entry}", _numbers(row, asked.now)
    parts = ["supplied", asked.measure, definition, asked.variant or "headline", str(period.kind), end.isoformat()]
    parts += [authority, *([breakdown, group] if breakdown else [])]
    return {
        "measure": asked.measure,
        "definition": definition,
        "variant": asked.variant,
        "period_type": str(period.kind),
        "period_start": end if period.kind is PeriodType.SNAPSHOT else period.start,
        "period_end": end,
        "authority": authority,
        "breakdown": breakdown,
        "group": group,
        **numbers,
        "reason": row["reason"] or None,
        "snapshot": "",
        "trace": "/".join(parts),
    }


def _numbers(row: Row, now: Reading) -> Row:
    numerator, denominator, value = (
        None if (number := row.get(name)) is None else float(number) for name in ("numerator", "denominator", "value")
    )
    if value is not None and now.divided and numerator is not None and denominator:
        value = now.times * numerator / denominator  # as the engine divides: what was kept has ten places
    found = {"numerator": numerator, "denominator": denominator, "value": value}
    if value is None or numerator is None or not denominator or now.form not in {"ratio", "rate"}:
        return found
    counts, base = np.array([numerator]), np.array([denominator])
    lower, upper = wilson(counts, base) if now.form == "ratio" else byar(counts, base, now.times)
    return {**found, "lower": float(lower[0]), "upper": float(upper[0])}
