"""The statistical neighbours workbook of the Local Authority Interactive Tool: ten an authority, closest first."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
from python_calamine import CalamineError, CalamineWorkbook

from trigpoint.comparators.schema import NEIGHBOURS

SOURCE = "Department for Education, statistical neighbours"
SIZE = 10
_FIRST, _LAST = "SN1", f"SN{SIZE}"


def recognises(path: Path) -> bool:
    """Whether the file is a workbook one of whose sheets has the columns LA num, SN1 to SN10."""
    return _header(path) is not None


def read(path: Path) -> pa.Table:
    """Neighbours as rows (`schema.NEIGHBOURS`), first rank closest; the file's name is kept as the set's version.

    Authorities that no longer exist stand below the others in the workbook and are read like them.
    """
    found = _header(path)
    assert found is not None, "read only what is recognised"
    header, rows = found
    places = [header.index(f"SN{rank}") for rank in range(1, SIZE + 1)]
    number, name = header.index("LA num"), header.index("LA Name")
    out = [
        {
            "source": f"{SOURCE} ({path.stem})",
            "area_code": str(int(row[number])),
            "area": str(row[name]).strip(),
            "rank": rank,
            "neighbour_code": str(int(row[place])),
            "closeness": str(row[place + 1]).strip().capitalize(),
        }
        for row in rows
        if isinstance(row[number], float)
        for rank, place in enumerate(places, start=1)
        if isinstance(row[place], float)
    ]
    return pa.Table.from_pylist(out, schema=NEIGHBOURS)


def _header(path: Path) -> tuple[list[Any], list[list[Any]]] | None:
    try:
        workbook = CalamineWorkbook.from_path(str(path))
    except (CalamineError, OSError):
        return None
    for sheet in workbook.sheet_names:
        rows = workbook.get_sheet_by_name(sheet).to_python()
        for place, row in enumerate(rows[:10]):
            if {"LA num", "LA Name", _FIRST, _LAST} <= {str(cell) for cell in row}:
                return row, rows[place + 1 :]
    return None
