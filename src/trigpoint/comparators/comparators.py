"""What others published for one measure: the authority itself, its neighbours, its region and England, in one year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any, Literal, Protocol

import pyarrow as pa
import pyarrow.compute

from trigpoint.comparators import areas, mapping
from trigpoint.comparators.covers import Covers, year_end
from trigpoint.comparators.series import Series, from_table, interactive_tool
from trigpoint.comparators.standing import Standing, best_quarter, quartile, standing
from trigpoint.language.terms import NEITHER, Good
from trigpoint.measures import EVERY

pc: Any = pyarrow.compute  # its stubs know no mixture of arrays and scalars

Level = Literal["own", "neighbours", "region", "england"]
Wanted = tuple[str, str]
"""A measure and a variant of it."""


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
    code: str = ""


@dataclass(frozen=True)
class Neighbour:
    """One statistical neighbour, `place` 1 the closest, with its published figure or why it has none."""

    place: int
    code: str
    area: str
    closeness: str
    value: Fraction | None
    reason: str


@dataclass(frozen=True)
class PublishedYear:
    """The authority's own published figure in one year, and England's; None where there is none."""

    year: str
    own: Fraction | None
    england: Fraction | None


@dataclass(frozen=True)
class Comparators:
    """The published figures beside one measure and variant (and category), all of the same year.

    `among_neighbours` and `in_england` rank the authority's own published figure; they and `quartile` are empty when
    it has none or when neither direction is good. `because` says how the published figures differ from ours.
    `best_quarter` is the cut between the best quarter of authorities and the rest, `run` the last years, oldest first.
    """

    measure: str
    variant: str
    year: str
    source: str
    published: date | None
    like_for_like: bool
    because: str
    benchmarks: tuple[Benchmark, ...]
    category: str = ""
    series: str = ""
    covers: Covers = Covers.FINANCIAL_YEAR
    good: Good = NEITHER
    unit: str = ""
    decimals: int = 0
    neighbours: tuple[Neighbour, ...] = ()
    neighbour_set: str = ""
    among_neighbours: Standing | None = None
    in_england: Standing | None = None
    quartile: str = ""
    best_quarter: Fraction | None = None
    run: tuple[PublishedYear, ...] = ()

    def at(self, level: Level) -> Benchmark | None:
        """The benchmark of a level, if it has one."""
        return next((b for b in self.benchmarks if b.level == level), None)

    @property
    def not_published(self) -> tuple[str, ...]:
        """The neighbours that are in neither the mean nor the rank, by name."""
        return tuple(one.area for one in self.neighbours if one.value is None)


def for_measure(entries: Sequence[Entry], measure: str, authority: str, variant: str = "") -> Comparators | None:
    """The comparators of a measure (and variant) for an authority.

    `authority` is the area's number, its ONS code or its name. Of several published series the one that counts the
    same thing is taken, then the one of the latest year for which England has a figure, then the newest entry. None
    when no published series is mapped to the measure, or none is loaded.
    """
    return for_measures(entries, [(measure, variant)], authority).get((measure, variant))


def for_measures(
    entries: Sequence[Entry], wanted: Iterable[Wanted], authority: str, neighbour_set: str = ""
) -> dict[Wanted, Comparators]:
    """The same for several (measure, variant) pairs, reading each entry once."""
    found = every_category(entries, wanted, authority, neighbour_set)
    return {(one.measure, one.variant): one for one in found if not one.category}


def every_category(
    entries: Sequence[Entry], wanted: Iterable[Wanted], authority: str, neighbour_set: str = ""
) -> list[Comparators]:
    """The same, also with the categories of distributions. `neighbour_set` names a version; else the newest counts."""
    tables = [entry.read() for entry in reversed(entries)]
    pairs = set(wanted)
    mapped = [one for one in _all_series(tables) if (one.measure, one.variant) in pairs and not one.part]
    values = [table for table in tables if "polarity" in table.column_names]
    neighbours = next(_neighbour_sets(tables, neighbour_set), None)
    best: dict[tuple[str, str, str], _Found] = {}
    for series in mapped:
        for age, table in enumerate(values):
            if rows := _rows(table, series.published):
                name, found = (series.measure, series.variant, series.category), _Found(series, rows, age)
                if name not in best or found.order() > best[name].order():
                    best[name] = found
    return [_comparators(best[name], neighbours, authority) for name in sorted(best)]


def _all_series(tables: Sequence[pa.Table]) -> list[Series]:
    """Those of mappings that somebody loaded (newest first), then those that come with Trigpoint, each once."""
    own = [one for table in tables if "covers" in table.column_names for one in from_table(table)]
    every = [*own, *interactive_tool(), *(one.series for one in mapping.shipped())]
    by_name: dict[tuple[str, str, str, str], Series] = {}
    for one in every:
        by_name.setdefault((one.measure, one.variant, one.category, one.published), one)
    return list(by_name.values())


def _neighbour_sets(tables: Sequence[pa.Table], version: str) -> Iterator[pa.Table]:
    sets = (table for table in tables if "neighbour_code" in table.column_names)
    return (one for one in sets if not version or version == _version(one))


def _version(neighbour_set: pa.Table) -> str:
    named = "version" in neighbour_set.column_names  # older entries name their source alone
    return str(neighbour_set["version" if named else "source"][0].as_py())


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
    polarity: str
    unit: str = ""
    decimals: int | None = None
    has_quartiles: bool = True

    @property
    def key(self) -> str:
        return areas.key(self.code, self.area)

    def benchmark(self, level: Level) -> Benchmark:
        return Benchmark(level, self.area, self.value, self.reason, code=self.code)


_COLUMNS = (
    "level", "area_code", "area", "region", "year", "value", "reason", "source", "published", "polarity", "unit",
    "decimals", "has_quartiles",
)  # fmt: skip


def _rows(table: pa.Table, published: str) -> list[_Row]:
    names = [name for name in _COLUMNS if name in table.column_names]  # older entries lack the last of them
    rows = table.filter(pc.equal(table["measure"], pa.scalar(published))).select(names).to_pylist()
    return [_Row(code=row.pop("area_code"), **{**row, "value": _exact(row["value"])}) for row in rows]


def _exact(value: object) -> Fraction | None:
    return None if value is None else Fraction(str(value))


_RUN = 3


class _Found:
    """The rows of one series in one entry, in the latest year for which England has a figure."""

    def __init__(self, series: Series, rows: Sequence[_Row], age: int) -> None:
        with_england = [row.year for row in rows if row.level == "england" and row.value is not None]
        self.series, self.age = series, age
        self.year = max(with_england or [row.year for row in rows], key=lambda year: (year_end(year), year))
        self.rows = [row for row in rows if row.year == self.year]
        self._every = rows

    def order(self) -> tuple[bool, int, int]:
        return self.series.like_for_like, year_end(self.year), -self.age

    def own(self, authority: str) -> _Row | None:
        key = areas.key(authority)
        return next((row for row in self.rows if row.level == "authority" and row.key == key), None) or next(
            (row for row in self.rows if row.level == "authority" and authority in (row.code, row.area)), None
        )

    def run(self, authority: str) -> tuple[PublishedYear, ...]:
        """The last years up to this one."""
        years = sorted({row.year for row in self._every}, key=lambda year: (year_end(year), year))
        own = self.own(authority)
        return tuple(
            PublishedYear(
                self.series.covers.label(year),
                next((row.value for row in self._every if own and (row.year, row.key) == (year, own.key)), None),
                next((row.value for row in self._every if (row.year, row.level) == (year, "england")), None),
            )
            for year in years[: years.index(self.year) + 1][-_RUN:]
        )

    @property
    def published(self) -> list[Fraction]:
        """Every authority's published figure."""
        return [row.value for row in self.rows if row.level == "authority" and row.value is not None]


def _comparators(found: _Found, neighbour_set: pa.Table | None, authority: str) -> Comparators:
    series, first = found.series, found.rows[0]
    own = found.own(authority)
    neighbours = _neighbours(neighbour_set, own, found.rows) if own and neighbour_set is not None else ()
    good = _good(first.polarity, series.measure)
    known = [one.value for one in neighbours if one.value is not None]
    value = own.value if own else None
    comparators = Comparators(
        measure=series.measure,
        variant=series.variant,
        category=series.category,
        series=series.published,
        covers=series.covers,
        year=series.covers.label(found.year),
        source=first.source,
        published=first.published,
        like_for_like=series.like_for_like,
        because=series.because,
        benchmarks=_benchmarks(found, own, neighbours),
        good=good,
        unit=first.unit,
        decimals=_decimals(first.decimals, found.rows),
        neighbours=neighbours,
        neighbour_set=_version(neighbour_set) if neighbours and neighbour_set is not None else "",
        best_quarter=best_quarter(found.published, good) if first.has_quartiles else None,
        run=found.run(authority),
    )
    if value is None:
        return comparators
    everyone = found.published
    return replace(
        comparators,
        among_neighbours=standing(value, known, good) if known else None,
        in_england=standing(value, _without(everyone, value), good),
        quartile=quartile(value, everyone, good) if first.has_quartiles else "",
    )


def _without(values: Sequence[Fraction], one: Fraction) -> list[Fraction]:
    rest = list(values)
    rest.remove(one)
    return rest


def _benchmarks(found: _Found, own: _Row | None, neighbours: Sequence[Neighbour]) -> tuple[Benchmark, ...]:
    england = next((row for row in found.rows if row.level == "england"), None)
    region_key = areas.key(own.region) if own else ""
    region = next((row for row in found.rows if own and row.level == "region" and row.key == region_key), None)
    region = region or next((r for r in found.rows if own and r.level == "region" and r.area == own.region), None)
    parts = [
        own and own.benchmark("own"),
        _mean(neighbours) if neighbours else None,
        region and region.benchmark("region"),
        england and england.benchmark("england"),
    ]
    return tuple(part for part in parts if part)


def _mean(neighbours: Sequence[Neighbour]) -> Benchmark:
    """The plain mean of the neighbours' published values, and how many of them there are."""
    values = [one.value for one in neighbours if one.value is not None]
    benchmark = Benchmark("neighbours", "Statistical neighbours", None, "not published")
    if not values:
        return benchmark
    note = f"mean of {len(values)} of {len(neighbours)}"
    return replace(benchmark, value=sum(values, Fraction(0)) / len(values), reason="", note=note)


def _neighbours(table: pa.Table, own: _Row, rows: Sequence[_Row]) -> tuple[Neighbour, ...]:
    by_key = {row.key: row for row in rows if row.level == "authority"}
    sets = table.to_pylist()
    return tuple(
        _neighbour(row, by_key.get(areas.key(row["neighbour_code"])))
        for row in sorted(sets, key=lambda row: int(row["rank"]))
        if areas.key(row["area_code"], row["area"]) == own.key
    )


def _neighbour(listed: dict[str, Any], row: _Row | None) -> Neighbour:
    code = listed["neighbour_code"]
    known = areas.area(code)
    name = row.area if row else known.name if known else code
    value, reason = (row.value, row.reason) if row else (None, "not published")
    return Neighbour(listed["rank"], code, name, listed["closeness"], value, reason)


def _good(polarity: str, measure: str) -> Good:
    """As the publisher says; where nothing is said, as our measure does."""
    if polarity:
        return Good(polarity)
    return EVERY[measure].good if measure in EVERY else NEITHER


def _decimals(stated: int | None, rows: Sequence[_Row]) -> int:
    """As stated, else as many as the longest of the published figures has."""
    if stated is not None:
        return stated
    return max((_places(row.value) for row in rows if row.value is not None), default=0)


def _places(value: Fraction) -> int:
    return next(places for places in range(7) if (value * 10**places).denominator == 1)
