"""The Local Authority Interactive Tool's long table (Department for Education): a row a measure, year and area."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from trigpoint.comparators.benchmarks_error import BenchmarksError
from trigpoint.comparators.schema import VALUE_TYPE, VALUES
from trigpoint.comparators.symbols import value_or_reason

SOURCE = "Department for Education, Local Authority Interactive Tool"
COLUMNS = ("Short Desc", "Years", "LA and Regions", "Values", "LA Number", "Region")
_DICTIONARY_COLUMNS = {"Measure_short", "Measure", "Polarity", "Last Update"}
_POLARITY = {"High": "high", "Low": "low", "-": "none", "NA": ""}
_EXCEL_DAY_0 = date(1899, 12, 30)
_ENGLAND = "England"
# The same regions are written in two ways: as the region of an authority, and as an area of their own.
_REGION = {
    "Outer London": "London (Outer)",
    "Inner London": "London (Inner)",
    "Yorkshire and The Humber": "Yorkshire and the Humber",
}


@dataclass(frozen=True)
class _Entry:
    title: str
    polarity: str = ""
    published: date | None = None
    unit: str = ""
    decimals: int | None = None
    has_quartiles: bool = True


def recognises(path: Path) -> bool:
    """Whether the file is a Parquet file with the tool's columns."""
    try:
        return set(COLUMNS) <= set(pq.read_schema(path).names)
    except (pa.ArrowInvalid, OSError):
        return False


def read(path: Path) -> pa.Table:
    """The long table in our tidy shape (`schema.VALUES`).

    Titles, polarity, units, decimals and dates of publication come from the tool's data dictionary (CSV) when it lies
    in the same folder; without it the title is the short name and the others are not stated.

    Raises:
        BenchmarksError: a cell is neither a number nor a known symbol.
    """
    raw = pq.read_table(path, columns=list(COLUMNS))
    raw = raw.filter(pc.is_valid(raw["Values"]))
    names = _texts(raw["Short Desc"])
    value, reason = _values(path.name, raw)
    level = _mapped(_texts(raw["LA and Regions"]), lambda area: "england" if area == _ENGLAND else "region")
    is_area = _mapped(_texts(raw["Region"]), lambda region: region == "NA", pa.bool_())
    dictionary = _dictionary(path.parent)
    described = {name: dictionary.get(name, _Entry(name)) for name in names.dictionary.to_pylist()}
    columns = {
        "source": pa.array([SOURCE] * len(raw)),
        "measure": names,
        "title": _mapped(names, lambda name: described[name].title),
        "polarity": _mapped(names, lambda name: described[name].polarity),
        "published": _mapped(names, lambda name: described[name].published, pa.date32()),
        "level": pc.if_else(is_area, level, "authority"),
        "area_code": pc.cast(pc.cast(raw["LA Number"], pa.int32()), pa.string()),
        "area": raw["LA and Regions"],
        "region": pc.if_else(is_area, "", _mapped(_texts(raw["Region"]), lambda region: _REGION.get(region, region))),
        "year": raw["Years"],
        "value": value,
        "reason": reason,
        "unit": _mapped(names, lambda name: described[name].unit),
        "decimals": _mapped(names, lambda name: described[name].decimals, pa.int8()),
        "has_quartiles": _mapped(names, lambda name: described[name].has_quartiles, pa.bool_()),
    }
    return pa.table([columns[name] for name in VALUES.names], schema=VALUES)


def _texts(column: Any) -> Any:
    return column.combine_chunks().dictionary_encode()


def _mapped(column: Any, change: Callable[[str], object], kind: pa.DataType | None = None) -> Any:
    """A dictionary-encoded column with each distinct text changed once; the rows only point at the result."""
    changed = pa.array([change(text) for text in column.dictionary.to_pylist()], type=kind or pa.string())
    return changed.take(column.indices)


def _values(file: str, raw: pa.Table) -> tuple[Any, Any]:
    column = _texts(raw["Values"])
    read: list[Decimal | str] = []
    for index, text in enumerate(column.dictionary.to_pylist()):
        try:
            read.append(value_or_reason(text))
        except ValueError as error:
            row = pc.index(column.indices, index).as_py()
            where = ", ".join(str(raw[name][row]) for name in ("Short Desc", "LA and Regions", "Years"))
            raise BenchmarksError(f"{file}, row {row + 2} ({where}): {error}; ask the publisher or clear it.") from None
    values = pa.array([v if isinstance(v, Decimal) else None for v in read], type=VALUE_TYPE)
    reasons = pa.array(["" if isinstance(v, Decimal) else str(v) for v in read])
    return values.take(column.indices), reasons.take(column.indices)


def _dictionary(folder: Path) -> dict[str, _Entry]:
    """Short name -> what it says of it; of a name listed under two topics the line of the later update counts."""
    entries: dict[str, _Entry] = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            if not set(rows.fieldnames or ()) >= _DICTIONARY_COLUMNS:
                continue
            for row in rows:
                entry, name = _entry(row), row["Measure_short"]
                if name not in entries or _later(entry, entries[name]):
                    entries[name] = entry
    return entries


def _entry(row: dict[str, str]) -> _Entry:
    decimals = row.get("dps") or ""
    return _Entry(
        title=row["Measure"],
        polarity=_POLARITY.get(row["Polarity"], ""),
        published=_excel_day(row["Last Update"]),
        unit=row.get("y_axis_name") or "",
        decimals=int(decimals) if decimals.isdigit() else None,
        has_quartiles=row.get("No_Quartile") != "N",
    )


def _later(one: _Entry, other: _Entry) -> bool:
    return one.published is not None and (other.published is None or one.published > other.published)


def _excel_day(text: str) -> date | None:
    return _EXCEL_DAY_0 + timedelta(days=int(text)) if text.isdigit() else None
