"""Where a row was given: the file of which year's return."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Origin:
    """The file that holds a module of the return of the year that ends in `year`."""

    file: str
    year: int
    is_xml: bool

    def place(self, row: int, beside: Origin | None = None) -> str:
        """A row as a sentence names it; its file only where it is another than that of the row told of."""
        where = f"{'line' if self.is_xml else 'row'} {row}"
        return where if beside is None or beside.file == self.file else f"{where} of {self.file}"


def place(row: dict[str, Any], beside: dict[str, Any]) -> str:
    """A row of a return as a sentence about another names it."""
    origin: Origin = row["origin"]
    return origin.place(row["row"], beside["origin"])
