"""One module of a return, typed: what its file says, each row once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from trigpoint.records.returns import ReturnColumn
from trigpoint.sources import distinct
from trigpoint.sources.columns import Column, pc
from trigpoint.sources.convert import by_distinct
from trigpoint.sources.issue import Issue, listed, names, shown
from trigpoint.sources.sheet import Sheet, keep
from trigpoint.sources.ssda903 import dates
from trigpoint.sources.ssda903.dates import Order
from trigpoint.sources.ssda903.modules import MODULES
from trigpoint.sources.values import whole

_DATE_MEND = "write dates as 31/12/2024"


@dataclass
class ModuleRows:
    """The rows of one module by column; `rows` are their numbers as Excel shows them.

    `unread` holds the texts of a column's cells that could not be read, missing elsewhere.
    """

    module: str
    file: str
    columns: dict[str, Column]
    rows: NDArray[np.int64]
    refused: int = 0
    repeated: int = 0
    issues: list[Issue] = field(default_factory=list)
    unread: Mapping[str, Column] = field(default_factory=dict)

    def as_given(self) -> dict[str, Column]:
        """Every column as text: what could be read in its one way of writing, what could not as it stands."""
        texts = {name: column.cast(pa.string()) for name, column in self.columns.items()}
        return {name: pc.coalesce(text, self.unread.get(name, text)) for name, text in texts.items()}

    def records(self) -> list[dict[str, Any]]:
        """Each row as a record, with its number as `row`."""
        columns = [column.to_pylist() for column in self.columns.values()]
        heads = (*self.columns, "row")
        return [dict(zip(heads, cells, strict=True)) for cells in zip(*columns, self.rows.tolist(), strict=True)]


def module_rows(sheet: Sheet, name: str, order: Order | None, *, is_xml: bool = False) -> ModuleRows:
    """Typed rows of a module. A row without CHILD is refused; a cell that cannot be read is missing, and told.

    XML has a child's date of birth in HEADER alone: what is wrong with it is told there and not of every module.
    """
    module = MODULES[name]
    issues = [*_extra(sheet, module.in_xml if is_xml else module.columns, name), *sheet.issues]
    sheet, without_child = _with_child(sheet)
    issues += without_child
    columns: dict[str, Column] = {}
    lost: dict[str, Column] = {}
    for column in module.in_xml if is_xml else module.columns:
        columns[column.name], found, unread = _typed(sheet, column, order)
        issues += [] if is_xml and column.name == "DOB" and name != "Header" else found
        lost |= {column.name: unread} if unread is not None else {}
    firsts = distinct.first_of_equals(pa.table(columns), np.arange(len(sheet.rows)), list(lost.values()))
    again = np.flatnonzero(~firsts)
    if again.size:
        row = int(sheet.rows[again[0]])
        what = f"{again.size:,} rows are equal to another in every column and were counted once; the first is row {row}"
        issues.append(Issue(sheet.file, row, "", what, "remove the copies in the case system", "warning"))
    kept = {key: column.filter(pa.array(firsts)) for key, column in columns.items()}
    unread_kept = {key: column.filter(pa.array(firsts)) for key, column in lost.items()}
    return ModuleRows(name, sheet.file, kept, sheet.rows[firsts], sheet.refused, int(again.size), issues, unread_kept)


def date_texts(sheet: Sheet, name: str) -> Iterator[str]:
    """Every distinct text of the date columns of a sheet."""
    for column in MODULES[name].columns:
        if column.is_date:
            yield from sheet.columns[column.name.lower()].unique().drop_null().to_pylist()


def _extra(sheet: Sheet, columns: Sequence[ReturnColumn], name: str) -> list[Issue]:
    known = {column.name for column in columns}
    extra = [heading for heading in sheet.columns if heading.upper() not in known]
    if not extra:
        return []
    what = f"{len(extra)} columns are not part of {name} and were left out: {names(extra)}"
    return [Issue(sheet.file, 1, "", what, "nothing need be done", "warning")]


def _with_child(sheet: Sheet) -> tuple[Sheet, list[Issue]]:
    missing = np.asarray(sheet.columns["child"].is_null())
    if not missing.any():
        return sheet, []
    found = [(int(row), "the cell is empty, so the row was left out") for row in sheet.rows[missing]]
    kept = keep(sheet, ~missing)
    kept.refused += len(found)
    return kept, list(listed(sheet.file, "CHILD", found, "give every row its child id", "error"))


def _typed(sheet: Sheet, column: ReturnColumn, order: Order | None) -> tuple[Column, Sequence[Issue], Column | None]:
    """A column of its kind, what is to be told of it, and the texts that could not be read."""
    given = sheet.columns[column.name.lower()]
    if column.is_coded:
        return _codes(given), [], None
    if column.is_date:
        read = by_distinct(given, lambda text: dates.read(text, order), pa.date32())
        what, mend = "is not a date", _DATE_MEND
    elif column.kind == "number":
        read, what, mend = by_distinct(given, whole, pa.int64()), "is not a whole number", "write digits only"
    else:
        return given, [], None
    texts = given.take(pa.array(read.bad)).to_pylist()
    pairs = zip(read.bad, texts, strict=True)
    found = [(int(sheet.rows[at]), f"{shown(text)} {what}; the cell is taken as missing") for at, text in pairs]
    issues = list(listed(sheet.file, column.name, found, mend, "error"))
    return read.column, issues, distinct.unread(given, read.bad)


def _codes(given: Column) -> Column:
    """Codes in upper case; 1.0 is the 1 of a tool that made whole numbers decimals."""
    return pc.replace_substring_regex(pc.utf8_upper(given), r"^(\d)\.0$", r"\1")
