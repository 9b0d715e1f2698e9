"""Supplied aggregates as rows of text, and as tidy CSV that `read` takes back the same."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow as pa

from trigpoint.sources.aggregates.columns import NAMES

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(table: pa.Table, path: Path) -> None:
    """Write rows of the columns of `SCHEMA` as CSV; a reason stands in the place of the value."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(NAMES)
        writer.writerows([_text(cell) for cell in row] for row in cells(table))


def cells(table: pa.Table) -> list[list[object]]:
    """Every row in the order of the columns: text, numbers, days, None where nothing stands."""
    rows = []
    for row in table.to_pylist():
        said = dict(row)
        if said["value"] is None:
            said["value"] = said["reason"] or None
            if said["reason"] and said["reason"] != "no cases":
                said |= {"numerator": None, "denominator": None}
        rows.append([_plain(said[name]) for name in NAMES])
    return rows


def _plain(cell: object) -> object:
    if isinstance(cell, Decimal):
        return cell.normalize()
    return None if cell == "" else cell


def _text(cell: object) -> str:
    match cell:
        case None:
            return ""
        case Decimal():
            return f"{cell:f}"
        case date():
            return cell.isoformat()
        case str() if cell.startswith(_FORMULA):
            return f"'{cell}"  # a spreadsheet would calculate it; the apostrophe is taken away when it is read
        case _:
            return str(cell)
