"""What others published for one measure: the authority itself, its neighbours, its region and England, in one year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Literal, Protocol

import pyarrow as pa
import pyarrow.compute as pc

from trigpoint.comparators.series import Series, all_series

Level = Literal["own", "neighbours", "region", "england"]


class Entry(Protocol):
    """An entry of the store."""

    def read(self) -> pa.Table:
        """Its table."""


@dataclass(frozen=True)
class Benchmark:
    """One published figure, or the mean of the neighbours' published figures. `reason` says why there is no value."""

    level: Level
    area: str
    value: Fraction | None
    reason: str = ""
    note: str = ""


@dataclass(frozen=True)
class Comparators:
    """The published figures beside one measure and variant, all of the same year."""

    measure: str
    variant: str
    year: str
    source: str
    published: date | None
    like_for_like: bool
    because: str
    benchmarks: tuple[Benchmark, ...]

    def at(self, level: Level) -> Benchmark | None:
        """The benchmark of a level, if it has one."""
        return next((b for b in self.benchmarks if b.level == level), None)


def for_measure(entries: Sequence[Entry], measure: str, authority: str, variant: str = "") -> Comparators | None:
    """The comparators of a measure (and variant) for an authority, from the newest entry that has its series.

    `authority` is the area's code or its name. The year is the latest for which England has a figure. None when no
    published series is mapped to the measure, or none is loaded.
    """
    return for_measures(entries, [(measure, variant)], authority).get((measure, variant))


def for_measures(
    entries: Sequence[Entry], wanted: Iterable[tuple[str, str]], authority: str
) -> dict[tuple[str, str], Comparators]:
    """The same for several (measure, variant) pairs, reading each entry once."""
    mapped = [all_series()[pair] for pair in wanted if pair in all_series()]
    tables = [entry.read() for entry in reversed(entries)] if mapped else []
    values = [table for table in tables if "polarity" in table.column_names]
    neighbours = next((table for table in tables if "neighbour_code" in table.column_names), None)
    found: dict[tuple[str, str], Comparators] = {}
    for series in mapped:
        rows = next((rows for table in values if (rows := _rows(table, series.published))), None)
        if rows:
            found[series.measure, series.variant] = _comparators(series, rows, neighbours, authority)
    return found


@dataclass(frozen=True)
class _Row:
    level: str
    code: str
    area: str
    region: str
    year: str
    value: Fraction | None
    reason: str
    source: str
    published: date | None

    def benchmark(self, level: Level) -> Benchmark:
        return Benchmark(level, self.area, self.value, self.reason)


def _rows(table: pa.Table, published: str) -> list[_Row]:
    names = ("level", "area_code", "area", "region", "year", "value", "reason", "source", "published")
    rows = table.filter(pc.equal(table["measure"], pa.scalar(published))).select(names).to_pylist()
    return [
        _Row(**{("code" if k == "area_code" else k): v for k, v in {**row, "value": _exact(row["value"])}.items()})
        for row in rows
    ]


def _exact(value: object) -> Fraction | None:
    return None if value is None else Fraction(str(value))


def _comparators(series: Series, rows: list[_Row], neighbours: pa.Table | None, authority: str) -> Comparators:
    with_england = [row.year for row in rows if row.level == "england" and row.value is not None]
    year = max(with_england or [row.year for row in rows])
    of_year = [row for row in rows if row.year == year]
    own = next((r for r in of_year if r.level == "authority" and authority in (r.code, r.area)), None)
    england = next((row for row in of_year if row.level == "england"), None)
    region = next((row for row in of_year if own and row.level == "region" and row.area == own.region), None)
    found = [
        own and own.benchmark("own"),
        own and neighbours and _mean_of_neighbours(neighbours, own, of_year),
        region and region.benchmark("region"),
        england and england.benchmark("england"),
    ]
    return Comparators(
        measure=series.measure,
        variant=series.variant,
        year=series.year.format(year=year),
        source=of_year[0].source,
        published=of_year[0].published,
        like_for_like=series.like_for_like,
        because=series.because,
        benchmarks=tuple(benchmark for benchmark in found if benchmark),
    )


def _mean_of_neighbours(neighbours: pa.Table, own: _Row, rows: list[_Row]) -> Benchmark | None:
    """The unweighted mean of the neighbours' published values, and how many of them there are."""
    codes = neighbours.filter(pc.equal(neighbours["area_code"], pa.scalar(own.code)))["neighbour_code"].to_pylist()
    if not codes:
        return None
    by_code: dict[object, Fraction | None] = {row.code: row.value for row in rows if row.level == "authority"}
    values = [value for code in codes if (value := by_code.get(code)) is not None]
    benchmark = Benchmark("neighbours", "Statistical neighbours", None, note=f"mean of {len(values)} of {len(codes)}")
    if not values:
        return replace(benchmark, reason="not published", note="")
    return replace(benchmark, value=sum(values, Fraction(0)) / len(values))
