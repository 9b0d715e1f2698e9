"""Which indicator and filter values of a statistics file are which of our measures: a small TOML or CSV file."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from trigpoint.comparators.benchmarks_error import BenchmarksError
from trigpoint.comparators.covers import Covers
from trigpoint.comparators.series import Series

COLUMNS = ("measure", "variant", "category", "indicator", "filters", "covers", "because", "unit", "decimals", "title")
_NEEDED = ("measure", "indicator", "covers")


@dataclass(frozen=True)
class Selection:
    """One series of a file: an indicator column, where each filter column holds the value given for it."""

    series: Series
    title: str
    indicator: str
    filters: tuple[tuple[str, str], ...]
    unit: str
    decimals: int | None

    @property
    def columns(self) -> set[str]:
        """The columns it reads."""
        return {self.indicator, *(name for name, _ in self.filters)}


@cache
def shipped() -> tuple[Selection, ...]:
    """The selections that come with Trigpoint, from `data/ees_series.toml`."""
    path = Path(str(files("trigpoint.comparators") / "data" / "ees_series.toml"))
    return read_mapping(path)


def read_mapping(path: Path) -> tuple[Selection, ...]:
    """The selections of a mapping: TOML with `[[file]]` and `[[file.series]]`, or CSV with the columns of `COLUMNS`.

    Raises:
        BenchmarksError: the file cannot be read, or an entry lacks something or says what we do not know.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        rows = _csv_rows(text) if path.suffix.lower() == ".csv" else _toml_rows(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as trouble:
        raise BenchmarksError(
            f"The mapping {path.name} cannot be read: {trouble}; write it as docs/how-to/comparators.md shows."
        ) from trouble
    if not rows:
        raise BenchmarksError(f"The mapping {path.name} has no series: add one as docs/how-to/comparators.md shows.")
    chosen = [_selection(f"The mapping {path.name}, series {place}", row) for place, row in enumerate(rows, start=1)]
    _refuse_doubles(path, chosen)
    return tuple(chosen)


def _csv_rows(text: str) -> list[dict[str, Any]]:
    rows = csv.DictReader(text.splitlines())
    return [{name: value or "" for name, value in row.items() if name} for row in rows]


def _toml_rows(text: str) -> list[dict[str, Any]]:
    held = tomllib.loads(text).get("file", [])
    if not isinstance(held, list):
        return []
    return [{"title": file.get("title", ""), **series} for file in held for series in file.get("series", [])]


def _selection(where: str, row: dict[str, Any]) -> Selection:
    lacking = [name for name in _NEEDED if not row.get(name)]
    if lacking:
        raise BenchmarksError(f"{where}: {lacking[0]} is missing; give {', '.join(_NEEDED)}.")
    if unknown := [name for name in row if name not in COLUMNS]:
        raise BenchmarksError(f"{where}: {unknown[0]!r} is no word of a mapping; use {', '.join(COLUMNS)}.")
    try:
        covers = Covers(row["covers"])
    except ValueError:
        known = ", ".join(Covers)
        raise BenchmarksError(f"{where}: covers is {row['covers']!r}; write one of {known}.") from None
    filters = _filters(where, row.get("filters") or {})
    said = "; ".join(f"{name}={value}" for name, value in filters)
    published = f"{row['indicator']} ({said})" if said else str(row["indicator"])
    texts = {name: str(row.get(name, "")).strip() for name in ("measure", "variant", "category", "because")}
    return Selection(
        series=Series(published=published, covers=covers, **texts),
        title=str(row.get("title", "")),
        indicator=str(row["indicator"]),
        filters=filters,
        unit=str(row.get("unit", "")),
        decimals=_decimals(where, row.get("decimals", "")),
    )


def _filters(where: str, given: object) -> tuple[tuple[str, str], ...]:
    """`column=value;column=value` (CSV) or a table (TOML), in the order of the columns' names."""
    if isinstance(given, dict):
        pairs = {str(name): str(value) for name, value in given.items()}
    else:
        parts = [part.partition("=") for part in str(given).split(";") if part.strip()]
        if any(not equals for _, equals, _ in parts):
            raise BenchmarksError(f"{where}: filters is {given!r}; write column=value;column=value.")
        pairs = {name.strip(): value.strip() for name, _, value in parts}
    return tuple(sorted(pairs.items()))


def _decimals(where: str, given: object) -> int | None:
    text = str(given).strip()
    if text and not (text.isdigit() and int(text) <= 6):
        raise BenchmarksError(f"{where}: decimals is {text!r}; write a whole number from 0 to 6, or leave it out.")
    return int(text) if text else None


def _refuse_doubles(path: Path, chosen: list[Selection]) -> None:
    seen: set[tuple[str, str, str, str]] = set()
    for place, one in enumerate(chosen, start=1):
        name = (one.series.measure, one.series.variant, one.series.category, one.series.published)
        if name in seen:
            raise BenchmarksError(
                f"The mapping {path.name}, series {place}: {one.series.measure} has {one.series.published!r} already; "
                "delete one of the two."
            )
        seen.add(name)
