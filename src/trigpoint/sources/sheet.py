"""A table as a file holds it: cleaned text columns, each row with the number that Excel shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from trigpoint.sources import text_cells
from trigpoint.sources.columns import Column
from trigpoint.sources.issue import Issue


@dataclass
class Sheet:
    """Columns by heading in lower case; from Parquet they may be dates already. `refused` rows are not in them."""

    file: str
    columns: dict[str, Column]
    rows: NDArray[np.int64]
    refused: int = 0
    issues: list[Issue] = field(default_factory=list)

    @property
    def rows_in(self) -> int:
        """Rows of the file that are not empty, taken or refused."""
        return len(self.rows) + self.refused


def clean(sheet: Sheet, *, calculable: bool) -> Sheet:
    """Trim every text column, make empty cells missing, drop rows without any content.

    `calculable`: Excel opens the file, so formulas are refused, and the apostrophe that keeps text from being one is
    taken away.
    """
    for name, given in sheet.columns.items():
        if pa.types.is_string(given.type):
            text_cells.refuse_long(given, sheet.file, name, sheet.rows)
            column, issues = text_cells.trimmed(given, sheet.file, name)
            sheet.issues += issues
            if calculable:
                text_cells.refuse_formulas(column, sheet.file, name, sheet.rows)
                column = text_cells.unescaped(column)
            sheet.columns[name] = column
    return without_empty_rows(sheet)


def without_empty_rows(sheet: Sheet) -> Sheet:
    """Excel likes to leave rows of commas behind; they are nobody's records."""
    empty = np.ones(len(sheet.rows), bool)
    for column in sheet.columns.values():
        if not empty.any():
            return sheet
        empty &= np.asarray(column.is_null())
    return keep(sheet, ~empty) if empty.any() else sheet


def keep(sheet: Sheet, mask: NDArray[np.bool_]) -> Sheet:
    """The sheet with only the rows where `mask` is true."""
    chosen = pa.array(mask)
    columns = {name: column.filter(chosen) for name, column in sheet.columns.items()}
    return Sheet(sheet.file, columns, sheet.rows[mask], sheet.refused, sheet.issues)


def repeated(headings: Sequence[str]) -> list[str]:
    """Headings that occur more than once, as compared: trimmed, case ignored; empty ones are no headings."""
    lowered = [heading.strip().lower() for heading in headings]
    return sorted({name for name in lowered if name and lowered.count(name) > 1})
