"""What the records of a snapshot can feed: which measures, for which months, and what the others lack."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from trigpoint.cases.reads import Names, lacking, reads_of
from trigpoint.language.measure import Declaration
from trigpoint.measures import MEASURES
from trigpoint.records import TABLES
from trigpoint.store import Snapshot
from trigpoint.tasks import library
from trigpoint.tasks.carried import not_carried

_EARLIEST = date(1990, 1, 1)
"""No month of a figure lies before; an earlier date in records is a slip of the pen."""


@dataclass(frozen=True)
class Feed:
    """Whether one measure can be calculated from what one authority gave.

    `lacks` names the record tables that are not there, and as `table.column` the columns of those there that no source
    carries; without any, `first` and `last` are the first and the last day of which all the tables it reads have
    something to say.
    """

    authority: str
    measure: str
    title: str
    lacks: tuple[str, ...]
    first: date | None = None
    last: date | None = None


def feeds(snapshot: Snapshot) -> list[Feed]:
    """Every record-level measure, authority by authority."""
    collected: Mapping[str, Sequence[str]] = snapshot.manifest["collected"]
    spans = {name: _span(snapshot, name) for name in sorted({t for tables in collected.values() for t in tables})}
    empty = not_carried(snapshot)
    return [
        _feed(authority, measure, tables, empty.get(authority, frozenset()), spans)
        for authority, tables in collected.items()
        for measure in MEASURES.values()
    ]


def _feed(
    authority: str,
    measure: Declaration,
    given: Sequence[str],
    empty: Names,
    spans: Mapping[str, tuple[date, date] | None],
) -> Feed:
    people = ("ext_population",) if getattr(measure, "per", None) else ()
    needs = dict.fromkeys((*measure.counts.needs, *measure.needs, *people))
    names = frozenset[tuple[str, str]]().union(*map(reads_of, library.versions(measure, "")))
    lacks = tuple(lacking(needs, names, given, empty))
    if lacks:
        return Feed(authority, measure.id, measure.title, lacks)
    known = [span for name in needs if name not in people and (span := spans[name])]
    first = max((span[0] for span in known), default=None)
    last = min((span[1] for span in known), default=None)
    return Feed(authority, measure.id, measure.title, (), first, last)


def _span(snapshot: Snapshot, table: str) -> tuple[date, date] | None:
    """First and last day that a table speaks of: the collection years of returns, else its earliest date to the as-at
    day; None for a table without dates, or without rows."""
    as_at = date.fromisoformat(snapshot.manifest["as_at"])
    years = [file["year"] for file in snapshot.manifest["files"]]
    if years and all(years):
        return date(min(years) - 1, 4, 1), min(date(max(years), 3, 31), as_at)
    dates = [
        name for name, field in TABLES[table].fields.items() if field.kind in {"date", "datetime"} and "dob" not in name
    ]
    earliest = _earliest(snapshot.tables.get(table, []), dates[0]) if dates else None
    return (earliest, as_at) if earliest is not None and earliest <= as_at else None


def _earliest(files: Sequence[Path], column: str) -> date | None:
    """The earliest day of a column that is no slip: as Parquet says of its row groups, or else read."""
    found = [day for file in files for day in _lowest(pq.ParquetFile(file), column)]
    if found and min(found) < _EARLIEST:
        days = (pq.read_table(file, columns=[column])[column].cast(pa.date32()) for file in files)
        found = [day for some in days for day in some.unique().to_pylist() if day is not None and day >= _EARLIEST]
    return min(found, default=None)


def _lowest(file: pq.ParquetFile, column: str) -> Iterator[date]:
    place = file.metadata.schema.names.index(column)
    for group in range(file.metadata.num_row_groups):
        statistics: Any = file.metadata.row_group(group).column(place).statistics
        if statistics is not None and statistics.has_min_max:
            lowest = statistics.min
            yield lowest.date() if hasattr(lowest, "date") else lowest


def table(found: Sequence[Feed]) -> pa.Table:
    """`authority, measure, title, can_be_calculated, lacks, first, last`."""
    rows = [
        {
            "authority": one.authority,
            "measure": one.measure,
            "title": one.title,
            "can_be_calculated": not one.lacks,
            "lacks": ", ".join(one.lacks),
            "first": one.first,
            "last": one.last,
        }
        for one in found
    ]
    return pa.Table.from_pylist(rows, schema=_SCHEMA)


_FIELDS: list[pa.Field[Any]] = [
    *(pa.field(name, pa.string()) for name in ("authority", "measure", "title")),
    pa.field("can_be_calculated", pa.bool_()),
    pa.field("lacks", pa.string()),
    *(pa.field(name, pa.date32()) for name in ("first", "last")),
]
_SCHEMA = pa.schema(_FIELDS)


def in_words(snapshot: Snapshot, found: Sequence[Feed], most: int = 6) -> list[str]:
    """From which formats how many measures can be calculated, for when, and what the others need, commonest first."""
    authorities = {one.authority for one in found}
    able = Counter(one.measure for one in found if not one.lacks)
    whole = sorted(name for name, count in able.items() if count == len(authorities))
    firsts = [one.first for one in found if one.first]
    lasts = [one.last for one in found if one.last]
    of = "" if len(authorities) == 1 else " for every authority"
    forms = " and ".join(sorted({file["format"] for file in snapshot.manifest["files"]}))
    lines = [f"From {forms} alone {len(whole)} of {len(MEASURES)} measures can be calculated{of}."]
    if whole and firsts and lasts:
        lines[0] = f"{lines[0][:-1]}, the first from {min(firsts)} to {max(lasts)}."
    short = {one.measure: one.lacks for one in found if one.lacks}
    counted = Counter(short.values())
    for lacks, count in counted.most_common(most):
        lines.append(f"  {count} need {' and '.join(f'{name} ({_said(name)})' for name in lacks)}")
    if (rest := sum(counted.values()) - sum(count for _, count in counted.most_common(most))) > 0:
        lines.append(f"  {rest} need other records; `trigpoint feeds` lists them all")
    return lines


def _said(name: str) -> str:
    """A record table, or a column of one, in a few words."""
    table, _, column = name.partition(".")
    said = (TABLES[table].__doc__ or table).split("\n")[0]
    for end in ".:;,":
        said = said.partition(end)[0]
    said = said[:1].lower() + said[1:]
    return f"of {said}" if column else said
