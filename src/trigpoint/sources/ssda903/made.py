"""The rows of a return made from record tables: what is written, and what the rules read without one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pyarrow as pa

from trigpoint.sources.columns import Column, pc
from trigpoint.sources.part import Part, return_part
from trigpoint.sources.ssda903 import written_children, written_outcomes
from trigpoint.sources.ssda903.extract import Extract, Record
from trigpoint.sources.ssda903.modules import MODULES, YEARS

_SEX_TO_2024 = {"M": "1", "F": "2"}


def made_rows(tables: Mapping[str, pa.Table], year: int) -> dict[str, list[Record]]:
    """Rows of every module that the collection year ending in `year` (2018 to 2027) has, in its codes.

    Episodes that were open on some day of the year, with what the other modules say of those children; what ends
    after 31 March is open. Tables that are missing leave their module empty. Raises ValueError for other years.
    """
    if year not in YEARS:
        raise ValueError(f"There is no return of {year}: use a year from {YEARS[0]} to {YEARS[-1]}.")
    extract = Extract(tables, year)
    rows: dict[str, list[Record]] = {"Episodes": extract.episodes}
    for name, build in {**written_children.BUILD, **written_outcomes.BUILD}.items():
        rows[name] = list(build(extract))
    rows["Header"] = list(written_children.header(extract, {row["CHILD"] for some in rows.values() for row in some}))
    return {
        module.name: [_complete(row, extract, year) for row in rows[module.name]]
        for module in MODULES.values()
        if module.since <= year
    }


def made_from(tables: Mapping[str, pa.Table], authority: str, year: int) -> Iterator[Part]:
    """The return of a collection year as parts `return_ssda903_...`, made from record tables of one authority.

    The parts are those that reading the written return gives, without file and row. Raises ValueError as `made_rows`.
    """
    for name, rows in made_rows(tables, year).items():
        columns = {column.name: _column(rows, column.name, coded=column.is_coded) for column in MODULES[name].in_xml}
        numbers = pa.nulls(len(rows), pa.int64())
        yield return_part(
            "ssda903",
            MODULES[name].form,
            authority,
            year,
            columns,
            file="",
            rows=numbers,
            child=columns["CHILD"],
            given_as="records",
        )


def _complete(row: Record, extract: Extract, year: int) -> Record:
    """A row with the child's date of birth and sex, which most modules repeat."""
    person = extract.people.get(row["CHILD"], {})
    sex = person.get("pers_sex")
    if year <= 2024:
        sex = _SEX_TO_2024.get(sex or "", sex)
    return {"DOB": person.get("pers_dob"), "SEX": sex, **row}


def _column(rows: list[Record], name: str, *, coded: bool) -> Column:
    texts = pa.array([_text(row.get(name)) for row in rows], pa.string())
    trimmed = pc.utf8_trim_whitespace(texts)
    filled = pc.if_else(pc.equal(trimmed, ""), pa.scalar(None, pa.string()), trimmed)
    return pc.utf8_upper(filled) if coded else filled


def _text(value: Any) -> str | None:
    if isinstance(value, date):
        return value.isoformat()
    return None if value is None else str(value)
