"""What every page shares: the tables as text, what was known on a day, one classified row, one figure."""

import csv
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from . import json_text

Record = Mapping[str, str]
Choice = Mapping[str, str]
T = TypeVar("T")

YES = json_text.YES
NO = ("N", "NO", "0", "F", "FALSE")


class Row(NamedTuple):
    """One candidate of a measure in a period; `result` is met, not_met, excluded, unknown, pending or counted.

    `value` of an average or a true ratio, `base` of a true ratio, `category` of a distribution (empty: not recorded).
    """

    record_id: str
    child_id: str
    result: str
    reason_kind: str = ""
    value: float | None = None
    category: str = ""
    base: float | None = None


class Figure(NamedTuple):
    """One figure in the words of the `figures` table; a figure without a value gives its reason."""

    numerator: float | None
    denominator: float | None
    value: float | None
    excluded: int = 0
    unknown: int = 0
    pending: int = 0
    reason: str = ""


class Tables:
    """The tables of one authority, all text. Rows that are equal in every field are one (N1, E3)."""

    def __init__(self, rows: Mapping[str, Iterable[Record]]) -> None:
        self.rows = {name: _once_each(table) for name, table in rows.items()}
        self.remembered: dict[tuple[object, ...], Any] = {}

    def __contains__(self, name: str) -> bool:
        return name in self.rows

    def __getitem__(self, name: str) -> list[Record]:
        return self.rows.get(name, [])


def _once_each(table: Iterable[Record]) -> list[Record]:
    kept: list[Record] = []
    seen = set()
    for row in table:
        trimmed = {column: (value or "").strip() for column, value in row.items()}
        content = tuple(sorted((column, json_text.what_is_said(column, value)) for column, value in trimmed.items()))
        if content not in seen:
            seen.add(content)
            kept.append(trimmed)
    return kept


def read_folder(folder: Path) -> Tables:
    """Read a folder of `ssd_*.csv` and `ext_*.csv` of one authority; a file that is absent was not collected."""
    tables = {}
    for path in sorted(folder.glob("*.csv")):
        if path.stem.startswith(("ssd_", "ext_")):
            with path.open(encoding="utf-8-sig", newline="") as lines:
                tables[path.stem] = list(csv.DictReader(lines))
    return Tables(tables)


def remembered(build: Callable[[Tables, date], T]) -> Callable[[Tables, date], T]:
    """Build once for these tables and this as-at day."""

    @wraps(build)
    def once(tables: Tables, as_at: date) -> T:
        key = (build.__module__, build.__qualname__, as_at)
        if key not in tables.remembered:
            tables.remembered[key] = build(tables, as_at)
        result: T = tables.remembered[key]
        return result

    return once


@lru_cache(maxsize=100_000)
def parsed(value: str) -> date | None:
    return date.fromisoformat(value[:10]) if value else None


def day(row: Record, column: str) -> date | None:
    """The date in a column as written, time of day left off (C1)."""
    return parsed(row.get(column, ""))


def known_day(row: Record, column: str, as_at: date) -> date | None:
    """An ending (end, close, cease, authorised, placed): empty while it lies after the as-at day (E1)."""
    written = day(row, column)
    return None if written is not None and written > as_at else written


def known(tables: Tables, table: str, as_at: date, own: str, child: str = "") -> list[Record]:
    """Rows that exist on the as-at day: their own date is not after it (E1), their child id is not empty (E5)."""
    rows = []
    for row in tables[table]:
        own_day = day(row, own) if own else None
        is_future = own_day is not None and own_day > as_at
        has_child = not child or row.get(child, "") != ""
        if not is_future and has_child:
            rows.append(row)
    return rows


def flag(row: Record, column: str) -> bool:
    return row.get(column, "").upper() in YES


def smallest(values: Iterable[Any]) -> Any:
    """The smallest value that is not missing: how several rows of one key are read (E3)."""
    present = [value for value in values if value not in (None, "")]
    return min(present) if present else None


def latest_end(ends: Iterable[date | None]) -> date | None:
    """Missing if any is missing, else the latest: how the ends of several rows of one key are read (E3)."""
    known_ends = []
    for end in ends:
        if end is None:
            return None
        known_ends.append(end)
    return max(known_ends)


def by_key(rows: Iterable[T], key: Callable[[T], str]) -> dict[str, list[T]]:
    grouped: dict[str, list[T]] = {}
    for row in rows:
        if key(row) != "":
            grouped.setdefault(key(row), []).append(row)
    return grouped


def judged(
    record_id: str, child_id: str, *, excluded: str = "", met: bool = False, pending: bool = False, unknown: str = ""
) -> Row:
    """The one order of classes (E4): excluded, met, pending, unknown, not met."""
    if excluded:
        return Row(record_id, child_id, "excluded", excluded)
    if met:
        return Row(record_id, child_id, "met")
    if pending:
        return Row(record_id, child_id, "pending", "limit not passed")
    if unknown:
        return Row(record_id, child_id, "unknown", unknown)
    return Row(record_id, child_id, "not_met")


def counted(
    record_id: str,
    child_id: str,
    *,
    excluded: str = "",
    unknown: str = "",
    value: float | None = None,
    category: str = "",
    base: float | None = None,
) -> Row:
    """The order of classes for counts, averages and distributions: excluded, unknown, else counted."""
    if excluded:
        return Row(record_id, child_id, "excluded", excluded, category=category)
    if unknown:
        return Row(record_id, child_id, "unknown", unknown, category=category)
    return Row(record_id, child_id, "counted", "", value, category, base)
