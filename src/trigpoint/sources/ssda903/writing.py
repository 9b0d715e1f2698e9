"""Record tables written as the return of one collection year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from trigpoint.sources import text_cells
from trigpoint.sources.columns import Column, pacsv
from trigpoint.sources.ssda903 import dates, written_children, written_outcomes
from trigpoint.sources.ssda903.extract import Extract
from trigpoint.sources.ssda903.modules import MODULES, YEARS, Module

_SEX_TO_2024 = {"M": "1", "F": "2"}


def write(tables: Mapping[str, pa.Table], folder: Path, *, year: int) -> list[Path]:
    """Write the return of the collection year that ends in `year` (2018 to 2027) and give its files.

    Episodes that were open on some day of the year, with what the other modules say of those children; what ends
    after 31 March is open. Tables that are missing leave their module empty. Raises ValueError for other years.
    """
    if year not in YEARS:
        raise ValueError(f"There is no return of {year}: use a year from {YEARS[0]} to {YEARS[-1]}.")
    folder.mkdir(parents=True, exist_ok=True)
    extract = Extract(tables, year)
    rows: dict[str, list[dict[str, Any]]] = {"Episodes": extract.episodes}
    for name, build in {**written_children.BUILD, **written_outcomes.BUILD}.items():
        rows[name] = list(build(extract))
    rows["Header"] = list(written_children.header(extract, {row["CHILD"] for some in rows.values() for row in some}))
    return [
        _write(module, [_complete(row, extract) for row in rows[module.name]], folder / module.file, year)
        for module in MODULES.values()
        if module.since <= year
    ]


def _complete(row: dict[str, Any], extract: Extract) -> dict[str, Any]:
    """A row with the child's date of birth and sex, which most modules repeat."""
    person = extract.people.get(row["CHILD"], {})
    return {"DOB": person.get("pers_dob"), "SEX": person.get("pers_sex"), **row}


def _write(module: Module, rows: list[dict[str, Any]], path: Path, year: int) -> Path:
    columns = {name: text_cells.escaped(_texts(rows, name, year)) for name in module.names}
    table = pa.table(columns)
    options = pacsv.WriteOptions(quoting_style="none", quoting_header="none")
    try:
        pacsv.write_csv(table, path, options)
    except pa.ArrowInvalid:  # some text holds a comma, a quotation mark or a line break
        pacsv.write_csv(table, path, pacsv.WriteOptions(quoting_style="needed", quoting_header="none"))
    return path


def _texts(rows: list[dict[str, Any]], name: str, year: int) -> Column:
    texts = [_text(row.get(name)) for row in rows]
    if name == "SEX" and year <= 2024:
        texts = [_SEX_TO_2024.get(text, text) for text in texts]
    return pa.array(texts, pa.string())


def _text(value: Any) -> str:
    if isinstance(value, date):
        return dates.written(value)
    return "" if value is None else str(value)
