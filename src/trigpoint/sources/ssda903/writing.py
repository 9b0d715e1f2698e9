"""Record tables written as the return of one collection year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal

import pyarrow as pa

from trigpoint.sources import text_cells
from trigpoint.sources.columns import pacsv
from trigpoint.sources.ssda903 import dates, xml_writing
from trigpoint.sources.ssda903.extract import Record
from trigpoint.sources.ssda903.made import made_rows
from trigpoint.sources.ssda903.modules import MODULES, Module


def write(
    tables: Mapping[str, pa.Table], folder: Path, *, year: int, form: Literal["csv", "xml"] = "csv"
) -> list[Path]:
    """Write the return of the collection year that ends in `year` (2018 to 2027) and give its files.

    CSV is a file for each module, XML one file. What is in it says `made_rows`. Raises ValueError for other years.
    """
    made = made_rows(tables, year)
    folder.mkdir(parents=True, exist_ok=True)
    if form == "xml":
        texts = {name: [_texts(row) for row in rows] for name, rows in made.items()}
        return [xml_writing.write_xml(texts, folder / f"ssda903_{year}.xml")]
    return [_write(MODULES[name], rows, folder / MODULES[name].file) for name, rows in made.items()]


def _write(module: Module, rows: list[Record], path: Path) -> Path:
    texts = [_texts(row) for row in rows]
    columns = {
        name: text_cells.escaped(pa.array([row.get(name, "") for row in texts], pa.string())) for name in module.names
    }
    table = pa.table(columns)
    options = pacsv.WriteOptions(quoting_style="none", quoting_header="none")
    try:
        pacsv.write_csv(table, path, options)
    except pa.ArrowInvalid:  # some text holds a comma, a quotation mark or a line break
        pacsv.write_csv(table, path, pacsv.WriteOptions(quoting_style="needed", quoting_header="none"))
    return path


def _texts(row: Record) -> dict[str, str]:
    return {name: _text(value) for name, value in row.items()}


def _text(value: Any) -> str:
    if isinstance(value, date):
        return dates.written(value)
    return "" if value is None else str(value)
