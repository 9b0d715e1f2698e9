"""The statutory returns of a snapshot, as their rules see them: as they were given, or made from the records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute
import pyarrow.parquet as pq

from trigpoint.records.returns import Collection, LookUps, ReturnRow
from trigpoint.sources.formats import formats
from trigpoint.sources.part import return_table
from trigpoint.store import Snapshot

pc: Any = pyarrow.compute  # its stubs know no mixture of arrays and scalars

FORMS = ("ssda903", "cin_census")
"""The returns that have rules, by the name of their format."""

Modules = dict[type[ReturnRow], pa.Table]


@dataclass(frozen=True)
class LoadedReturn:
    """One authority's return of the newest collection year there is. `is_made` when it was made from the records."""

    authority: str
    form: str
    collection: Collection
    is_made: bool


@dataclass(frozen=True)
class NoReturn:
    """That an authority has no return of a form, given or made, and why."""

    authority: str
    form: str
    reason: str


def family(form: str) -> Any:
    """The package of the rules of a return: its `MODULES`, `FEEDS` and `SOURCE`."""
    return import_module(f"trigpoint.quality.{form}")


def returns(
    snapshot: Snapshot, forms: Sequence[str] = FORMS, look_ups: LookUps | None = None
) -> Iterator[LoadedReturn | NoReturn]:
    """Every authority's newest return of some forms, with the return of the year before where that was loaded too.

    Where no return was given it is made from the records as at the snapshot's day, if they have what it is made of.
    """
    as_at = date.fromisoformat(snapshot.manifest["as_at"])
    for form in forms:
        given = _given(snapshot, form)
        for authority in snapshot.manifest["authorities"]:
            years = given.get(authority)
            if not years and (reason := _cannot_be_made(snapshot, form, authority, as_at)):
                yield NoReturn(authority, form, reason)
                continue
            known = years or _made(snapshot, form, authority, as_at)
            yield LoadedReturn(authority, form, _newest(known, look_ups or LookUps()), authority not in given)


def _newest(years: Mapping[int, Modules], look_ups: LookUps) -> Collection:
    newest = max(years)
    previous = Collection(newest - 1, years[newest - 1], look_ups=look_ups) if newest - 1 in years else None
    return Collection(newest, years[newest], previous=previous, look_ups=look_ups, is_xml=_is_xml(years[newest]))


def _is_xml(modules: Modules) -> bool:
    return any("xml" in table["given_as"].unique().to_pylist() for table in modules.values())


def _given(snapshot: Snapshot, form: str) -> dict[str, dict[int, Modules]]:
    """Modules as they were given, by authority and collection year; one that was given without rows is there too."""
    told: Mapping[str, Mapping[str, Sequence[int]]] = snapshot.manifest.get("returns", {})
    found: dict[str, dict[int, Modules]] = {}
    for module in family(form).MODULES:
        name = return_table(form, module.module)
        files = snapshot.tables.get(name, [])
        table = pq.read_table(files) if files else None
        for authority, tables in told.items():
            for year in tables.get(name, []):
                if table is not None:
                    found.setdefault(authority, {}).setdefault(year, {})[module] = _of_year(table, authority, year)
    return found


def _of_year(table: pa.Table, authority: str, year: int) -> pa.Table:
    mine = pc.and_(pc.equal(table["authority"], authority), pc.equal(table["collection_year"], year))
    return table.filter(mine)


def _year(as_at: date) -> int:
    """The collection year that holds a day, by the year in which it ends."""
    return as_at.year + (as_at >= date(as_at.year, 4, 1))


def _cannot_be_made(snapshot: Snapshot, form: str, authority: str, as_at: date) -> str:
    """Why no return can be made from an authority's records; empty when one can."""
    year, needed = _year(as_at), family(form).MADE_OF
    lacking = [name for name in needed if name not in snapshot.manifest["collected"][authority]]
    if lacking:
        return f"no return was loaded, and none can be made without {', '.join(lacking)}"
    if year not in formats()[form].YEARS:  # type: ignore[attr-defined]
        return f"no return was loaded, and the form of {year - 1}/{year % 100:02d} is not known"
    return ""


def _made(snapshot: Snapshot, form: str, authority: str, as_at: date) -> dict[int, Modules]:
    """The return of the year of the as-at day, made from the records."""
    source: Any = formats()[form]
    tables = {name: _of(paths, authority) for name, paths in snapshot.tables.items() if "authority" in _columns(paths)}
    forms = {return_table(form, module.module): module for module in family(form).MODULES}
    year = _year(as_at)
    return {year: {forms[part.table]: part.data for part in source.made_from(tables, authority, year)}}


def _columns(paths: list[Path]) -> list[str]:
    return pq.read_schema(paths[0]).names if paths else []


def _of(paths: list[Path], authority: str) -> pa.Table:
    return pq.read_table(paths, filters=[("authority", "=", authority)])
