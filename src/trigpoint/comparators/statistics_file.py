"""The Department for Education's open statistics (CSV): a row a year, area and combination of filters."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute
import pyarrow.csv

from trigpoint.comparators.benchmarks_error import BenchmarksError
from trigpoint.comparators.mapping import Selection
from trigpoint.comparators.schema import VALUES
from trigpoint.comparators.symbols import Withheld, value_or_reason

pc: Any = pyarrow.compute  # its stubs know no mixture of arrays and scalars

SOURCE = "Department for Education, Explore education statistics"
_TIME = ("time_period", "time_identifier", "geographic_level")
_PLACES = ("country_code", "country_name", "region_code", "region_name", "old_la_code", "la_name", "new_la_code")
_LEVELS = {"national": "england", "regional": "region", "local authority": "authority"}
_YEARS = re.compile(r"(reporting|financial|academic|calendar|tax) year", re.IGNORECASE)
_BLOCK = 1 << 20
"""Bytes read at a time. The reader holds some forty blocks, however long the file is."""


def recognises(path: Path) -> bool:
    """Whether the file is CSV with the columns that every such file begins with."""
    return set(_TIME) <= set(header(path))


def header(path: Path) -> list[str]:
    """The column names of a CSV file; none when it is no text."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return next(csv.reader(file), [])
    except (OSError, UnicodeDecodeError, csv.Error):
        return []


def chosen(path: Path, mapping: Sequence[Selection]) -> list[Selection]:
    """The selections whose columns the file has.

    Raises:
        BenchmarksError: it has the columns of none.
    """
    there = header(path)
    found = [one for one in mapping if one.columns <= set(there)]
    if not found:
        known = {*_TIME, *_PLACES}
        others = ", ".join(name for name in there if name not in known)
        raise BenchmarksError(
            f"{path.name} has no column that the mapping names (its own are {others}): write a mapping as "
            "docs/how-to/comparators.md shows and give it with --mapping."
        )
    return found


def read(path: Path, mapping: Sequence[Selection]) -> pa.Table:
    """The mapped series of the file (`schema.VALUES`), for England, its regions and its authorities.

    Raises:
        BenchmarksError: a series has no row or two rows for one area and year, or a row cannot be read.
    """
    selections = chosen(path, mapping)
    order = {one.series.published: place for place, one in enumerate(selections)}
    found: dict[tuple[str, str, str, str], int] = {}
    rows: list[dict[str, object]] = []
    for line, row, selection in _selected(path, selections):
        rows.append(_value(path, line, row, selection))
        name = (selection.series.published, str(rows[-1]["level"]), str(rows[-1]["area_code"]), str(rows[-1]["year"]))
        if name in found:
            raise _double(path, selections, selection, found[name], line)
        found[name] = line
    taken = {name for name, *_ in found}
    rows.sort(key=lambda row: order[str(row["measure"])])  # as mapped, whatever the size of a block
    for selection in selections:
        if selection.series.published not in taken:
            said = " and ".join(f"{name} is {value!r}" for name, value in selection.filters) or "there is a value"
            raise BenchmarksError(f"{path.name} has no row where {said}: spell it in the mapping as the file does.")
    return pa.Table.from_pylist(rows, schema=VALUES)


def _selected(path: Path, selections: Sequence[Selection]) -> Iterator[tuple[int, dict[str, str], Selection]]:
    """Every row of every series, once a series, with its row as a spreadsheet shows it."""
    by_name = {one.series.published: one for one in selections}
    before = 2
    for batch in _batches(path, set().union(*(one.columns for one in selections))):
        level = pc.utf8_lower(pc.utf8_trim_whitespace(batch["geographic_level"]))
        known = pc.is_in(level, pa.array(list(_LEVELS)))
        for one in by_name.values():
            mask = known
            for name, value in one.filters:
                mask = pc.and_(mask, pc.equal(pc.utf8_trim_whitespace(batch[name]), value))
            places = pc.indices_nonzero(mask)
            for place, row in zip(places.to_pylist(), batch.take(places).to_pylist(), strict=True):
                yield before + place, row, one
        before += batch.num_rows


def _batches(path: Path, wanted: set[str]) -> Iterator[pa.RecordBatch]:
    there = header(path)
    if doubled := [name for name in there if there.count(name) > 1]:
        raise BenchmarksError(f"{path.name} has the column {doubled[0]} twice: delete one of the two.")
    columns = [name for name in (*_TIME, *_PLACES, *sorted(wanted)) if name in there]
    kinds = {name: pa.string() for name in columns}
    try:
        with pyarrow.csv.open_csv(
            path,
            read_options=pyarrow.csv.ReadOptions(block_size=_BLOCK),
            parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True),
            convert_options=pyarrow.csv.ConvertOptions(include_columns=columns, column_types=kinds),
        ) as reader:
            yield from reader
    except pa.ArrowInvalid as trouble:
        first = str(trouble).splitlines()[0]
        raise BenchmarksError(f"{path.name} cannot be read: {first}; download it again.") from None


def _value(path: Path, line: int, row: dict[str, str], selection: Selection) -> dict[str, object]:
    level = _LEVELS[row["geographic_level"].strip().lower()]
    code, name = _area(path, line, row, level)
    try:
        value = value_or_reason(row[selection.indicator])
    except ValueError as error:
        where = f"{path.name}, row {line}, {selection.indicator}"
        raise BenchmarksError(f"{where}: {error}; ask the publisher or clear it.") from None
    withheld = isinstance(value, Withheld)
    return {
        "source": selection.title or SOURCE,
        "measure": selection.series.published,
        "title": selection.series.published,
        "polarity": "",
        "published": None,
        "level": level,
        "area_code": code,
        "area": name,
        "region": row.get("region_name", "").strip() if level == "authority" else "",
        "year": _year(path, line, row),
        "value": None if withheld else value,
        "reason": str(value) if withheld else "",
        "unit": selection.unit,
        "decimals": selection.decimals,
        "has_quartiles": True,
    }


def _area(path: Path, line: int, row: dict[str, str], level: str) -> tuple[str, str]:
    columns = {
        "england": (("country_code",), "country_name"),
        "region": (("region_code",), "region_name"),
        "authority": (("old_la_code", "new_la_code"), "la_name"),  # the older code outlives changes of boundary
    }
    codes, name = columns[level]
    texts = [row.get(column, "").strip() for column in (*codes, name)]
    there = [text for text in texts if text and _is_place(text)]
    if not there:
        raise BenchmarksError(f"{path.name}, row {line}: it names no area; fill in {codes[0]} or {name}.")
    return there[0], texts[-1] or there[0]


def _is_place(text: str) -> bool:
    """Whether a cell names an area: a location that is not known or does not apply is written x or z."""
    return text.lower() not in {"x", "z", ":", "."}


def _year(path: Path, line: int, row: dict[str, str]) -> str:
    text, kind = row["time_period"].strip(), row["time_identifier"].strip()
    where = f"{path.name}, row {line}"
    if not _YEARS.fullmatch(kind):
        raise BenchmarksError(f"{where}, time_identifier: {kind!r} is no year; give the file of yearly figures.")
    if not re.fullmatch(r"\d{4}|\d{6}", text):
        raise BenchmarksError(f"{where}, time_period: {text!r} is no year; write 2025 or 202425.")
    return text if len(text) == 4 else f"{text[:4]}/{text[4:]}"


def _double(
    path: Path, selections: Sequence[Selection], selection: Selection, first: int, second: int
) -> BenchmarksError:
    used = {*_TIME, *_PLACES, *selection.columns, *(one.indicator for one in selections)}
    others = ", ".join(name for name in header(path) if name not in used)
    return BenchmarksError(
        f"{path.name}, rows {first} and {second}: {selection.series.published!r} has two values for one area and year; "
        f"name in the mapping the filter that tells them apart, one of: {others or 'none is left'}."
    )
