"""Statistical neighbours (workbook or CSV): ten an authority, closest first, in the order the Department gives."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
from python_calamine import CalamineError, CalamineWorkbook

from trigpoint.comparators.benchmarks_error import BenchmarksError
from trigpoint.comparators.schema import NEIGHBOURS

SOURCE = "Department for Education, statistical neighbours"
SIZE = 10
# The tool's workbook writes SN1, the published CSV SN_1; the word of closeness stands in the next column of both.
_NAMES = {"LA num": "number", "old_la_code": "number", "LA Name": "name", "la_name": "name"}
_PLACE = re.compile(r"SN_?(\d+)")
_MONTHS = {date(2000, month, 1).strftime("%B").lower() for month in range(1, 13)}

_Table = tuple[dict[str, int], int, list[list[Any]]]
"""Where each column stands, the row (as a spreadsheet counts) after the headings, and the rows from there."""


def recognises(path: Path) -> bool:
    """Whether the file is a workbook or CSV with an authority's number and name and its neighbours 1 to 10."""
    return _table(path) is not None


def read(path: Path) -> pa.Table:
    """Neighbours as rows (`schema.NEIGHBOURS`), rank 1 closest; the version is the date in the file's name.

    Authorities that no longer exist stand below the others in the workbook and are read like them.

    Raises:
        BenchmarksError: an authority stands twice, or a neighbour is no number, stands twice or is the authority.
    """
    found = _table(path)
    assert found is not None, "read only what is recognised"
    places, first, rows = found
    out: list[dict[str, object]] = []
    seen: dict[str, int] = {}
    for line, row in enumerate(rows, start=first):
        number = _number(row[places["number"]]) if len(row) > places["number"] else ""
        if not number:
            continue  # a heading between two parts, or an empty row
        if number in seen:
            raise BenchmarksError(f"{path.name}, rows {seen[number]} and {line}: {number} stands twice; keep one.")
        seen[number] = line
        out += _neighbours(path, line, row, places, number)
    if not out:
        raise BenchmarksError(f"{path.name} names no authority below its headings: download it again.")
    return pa.Table.from_pylist(out, schema=NEIGHBOURS)


def version(path: Path) -> str:
    """The date in a file's name, such as May 2025 of `sn_may_2025.xlsx`; the name itself when it has none."""
    words = re.findall(r"[a-z]+|\d+", path.stem.lower())
    year = next((word for word in words if re.fullmatch(r"20\d\d", word)), "")
    month = next((word.capitalize() for word in words if word in _MONTHS), "")
    return f"{month} {year}".strip() if year else path.stem


def _neighbours(
    path: Path, line: int, row: list[Any], places: dict[str, int], number: str
) -> Iterator[dict[str, object]]:
    before = {number}
    for rank in range(1, SIZE + 1):
        place = places[str(rank)]
        cell = row[place] if len(row) > place else ""
        code = _number(cell)
        if not code or code in before:
            wrong = "is no number of an authority" if not code else "is the authority itself or stands twice"
            raise BenchmarksError(f"{path.name}, row {line}, neighbour {rank}: {cell!r} {wrong}; put in its number.")
        before.add(code)
        closeness = str(row[place + 1]).strip().capitalize() if len(row) > place + 1 else ""
        yield {
            "source": f"{SOURCE} ({path.stem})",
            "area_code": number,
            "area": str(row[places["name"]]).strip(),
            "rank": rank,
            "neighbour_code": code,
            "closeness": closeness,
            "version": version(path),
        }


def _number(cell: Any) -> str:
    """A three-digit number of an authority, however the file holds it; empty for anything else."""
    text = str(cell).strip().removesuffix(".0")
    return text if re.fullmatch(r"\d{3}", text) else ""


def _table(path: Path) -> _Table | None:
    for rows in _sheets(path):
        for place, row in enumerate(rows[:10]):
            if (columns := _columns(row)) is not None:
                return columns, place + 2, rows[place + 1 :]
    return None


def _columns(row: list[Any]) -> dict[str, int] | None:
    found: dict[str, int] = {}
    for place, cell in enumerate(row):
        text = str(cell).strip()
        rank = _PLACE.fullmatch(text)
        name = rank.group(1) if rank else _NAMES.get(text)
        if name:
            found.setdefault(name, place)
    wanted = {"number", "name", *(str(rank) for rank in range(1, SIZE + 1))}
    return found if wanted <= set(found) else None


def _sheets(path: Path) -> Iterator[list[list[Any]]]:
    try:
        workbook = CalamineWorkbook.from_path(str(path))
        yield from (workbook.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in workbook.sheet_names)
    except (CalamineError, OSError):
        try:
            with path.open(encoding="utf-8-sig", newline="") as file:
                first = next(csv.reader(file), [])
                if _columns(list(first)) is not None:  # anything else may be as large as it likes
                    file.seek(0)
                    yield [list(row) for row in csv.reader(file)]
        except (OSError, UnicodeDecodeError, csv.Error):
            return
