"""A workbook of targets, read into the same form as a target file in TOML."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from trigpoint.judgement.faults import Faults
from trigpoint.judgement.target_columns import DAYS, EXAMPLE, NAMES, SHEET
from trigpoint.sources.aggregates import cells
from trigpoint.sources.aggregates.lines import is_zip
from trigpoint.sources.issue import Refused
from trigpoint.sources.workbook_archive import parts, shapes

_RANGE = re.compile(r"([\d.,]+)\s*(?:-|–|to)\s*([\d.,]+)", re.ASCII)
_NEEDED = ("set", "title", "measure", "period_types", "target", "from")
_SAVE_AGAIN = "save it as an Excel workbook (.xlsx) without a password and give that"


def is_workbook(path: Path) -> bool:
    """Whether a file begins like a workbook, whatever it is called."""
    return is_zip(path)


def read(path: Path) -> dict[str, Any]:
    """The sheet `Targets` as `set`, `title` and rows under `target`. Raises Faults."""
    rows = _rows(path)
    heads = [str(cell).strip().lower().replace(" ", "_") for cell in rows[0]] if rows else []
    missing = [name for name in _NEEDED if name not in heads]
    if missing:
        raise Faults(f"{path.name}, sheet {SHEET}: there is no column {', '.join(missing)}; use the template.")
    unknown = sorted({head for head in heads if head} - set(NAMES))
    if unknown:
        raise Faults(f"{path.name}, sheet {SHEET}: column {unknown[0]} is not known; remove or rename it.")
    filled = [_cells(heads, row) for row in rows[1:]]
    while filled and not filled[-1]:
        filled.pop()
    first = filled[0] if filled else {}
    if first.get("title") == EXAMPLE:
        raise Faults(f"{path.name}, row 2: the example rows are still there; delete them.")
    sets = {row["set"] for row in filled if row.get("set")}
    if len(sets) > 1:
        raise Faults(
            f"{path.name}, sheet {SHEET}: there are several sets ({', '.join(sorted(sets))}); give each a file."
        )
    document = {"set": first.get("set", ""), "title": first.get("title", ""), "row_word": "row", "first_row": 2}
    return {**document, "target": [row_of(cells) for cells in filled]}


def _rows(path: Path) -> list[list[Any]]:
    data = path.read_bytes()
    try:
        found = shapes(parts(data, path.name), path.name)
        if SHEET not in found:
            raise Faults(f"{path.name} has no sheet {SHEET}; use the workbook that `targets template` writes.")
        if found[SHEET].formulas:
            row = found[SHEET].formulas[0][0]
            raise Faults(f"{path.name}, row {row}: a cell is calculated by a formula; paste the value instead.")
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name(SHEET)
        return sheet.to_python(skip_empty_area=False)
    except Refused as refused:
        raise Faults(*map(str, refused.issues)) from refused
    except (CalamineError, ValueError, OSError, OverflowError) as error:
        if isinstance(error, Faults):
            raise
        raise Faults(f"{path.name} cannot be read (damaged, or protected by a password); {_SAVE_AGAIN}.") from error


def _cells(heads: Sequence[str], row: Sequence[Any]) -> dict[str, Any]:
    found = {name: _value(name, cell) for name, cell in zip(heads, row, strict=False) if name}
    return {name: value for name, value in found.items() if value != ""}


def _value(name: str, cell: Any) -> Any:
    match cell:
        case bool():
            return str(cell)
        case int() | float():
            return Decimal(repr(cell)).normalize() if name not in DAYS else str(cell)
        case datetime():
            return cell.date()
        case date():
            return cell
        case str() if name in DAYS:
            return cells.day(cell.strip()) or cell.strip()
        case _:
            return " ".join(str(cell).split())


def row_of(given: Mapping[str, Any]) -> dict[str, Any]:
    """A row in the keys of TOML: lists, pairs and numbers out of single cells, or out of a form's fields."""
    row = {
        name: cell for name, cell in given.items() if name not in {"set", "title", "tolerance_low", "tolerance_high"}
    }
    if "period_types" in row:
        row["period_types"] = [part.strip() for part in str(row["period_types"]).split(",") if part.strip()]
    if isinstance(row.get("target"), str):
        row["target"] = _target(row["target"])
    low, high = (_number(given.get(name)) for name in ("tolerance_low", "tolerance_high"))
    if low is not None or high is not None:
        one_end = low is None or high is None
        row["tolerance"] = (high if low is None else low) if one_end else [low, high]
    return row


def _target(said: str) -> object:
    found = _RANGE.fullmatch(said)
    if found:
        return [_number(part) for part in found.groups()]
    return _number(said) if said.lower() not in {"to be set", "none"} else said.lower()


def _number(said: object) -> object:
    """A number where it is one; what it is not is left for the row to tell."""
    found = cells.number(said.removesuffix("%").strip()) if isinstance(said, str) else None
    return said if found is None else found
