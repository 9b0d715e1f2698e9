"""What the tests of this room share: random record tables, and a folder loaded in one call."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import strategies as st

from trigpoint.records import TABLES, Field
from trigpoint.sources import Part, plan

_LETTERS = st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n")
TEXTS = st.one_of(
    st.sampled_from(["=1+1", "'=x", "-5", "@a", 'say "no"', "a,b", "two\nlines", "Ofsted – été"]),
    st.text(_LETTERS, max_size=8).map(str.strip).filter(lambda text: text not in {"", "NULL"}),
)
DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
_VALUES: dict[str, st.SearchStrategy[Any]] = {
    "text": TEXTS,
    "json": TEXTS,
    "date": DAYS,
    "datetime": st.builds(datetime.combine, DAYS, st.times().map(lambda at: at.replace(microsecond=0))),
    "integer": st.integers(-(10**15), 10**15),
    "scaled": st.integers(-(10**12), 10**12),
}


def load(folder: Path, authority: str = "Kent") -> dict[str, Part]:
    """Every part of one authority's folder, by table."""
    return {part.table: part for part in plan([folder], authority).parts()}


def text_file(folder: Path, name: str, text: str) -> Path:
    """A CSV file with exactly this text."""
    path = folder / name
    path.write_bytes(text.encode())
    return path


def record_rows(name: str, rows: list[dict[str, Any]]) -> pa.Table:
    """Rows as a stored table of one authority."""
    return pa.Table.from_pylist([{"authority": "Kent", **row} for row in rows], schema=TABLES[name].schema())


def _row(fields: list[Field]) -> st.SearchStrategy[dict[str, Any]]:
    cells = {s: st.none() | _VALUES[f.kind] for f in fields for s in f.stored}
    return st.fixed_dictionaries(cells)


@st.composite
def stored_tables(draw: st.DrawFn) -> tuple[str, pa.Table]:
    """A record table with up to six different rows; ids are there and differ."""
    name = draw(st.sampled_from(sorted(TABLES)))
    table = TABLES[name]
    rows = draw(st.lists(_row(list(table.fields.values())), max_size=6))
    rows = [row for at, row in enumerate(rows) if any(v is not None for v in row.values()) and row not in rows[:at]]
    for number, row in enumerate(rows):
        for field in table.fields.values():
            if field.key or (field.required and field.name.endswith("_id")):
                row[field.name] = f"id{number}"
    return name, record_rows(name, rows)


def shared(*parts: str) -> Path:
    """A folder of shared data; the test is skipped where there is none."""
    root = Path(os.environ.get("TRIGPOINT_SHARED", Path(__file__).parents[3] / "shared"))
    folder = root.joinpath("data", *parts)
    if not folder.is_dir():
        pytest.skip(f"shared data {'/'.join(parts)} is not here")
    return folder
