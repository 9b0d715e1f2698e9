"""A return as its record tables need it: the rows of each module, the care of each child, their births."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from trigpoint.sources.ssda903.care import Care, Row, cares
from trigpoint.sources.ssda903.collection import Collection


class View:
    """Rows of a return by module; what several tables need is made once."""

    def __init__(self, found: Collection) -> None:
        self.year = found.year
        self._rows = {name: module.records() for name, module in found.modules.items()}

    def rows(self, module: str) -> list[Row]:
        """Rows of a module; none when the return lacks it."""
        return self._rows.get(module, [])

    @property
    def modules(self) -> list[str]:
        """Modules of the return."""
        return list(self._rows)

    @cached_property
    def cares(self) -> dict[str, Care]:
        """The care of each child with episodes."""
        return cares(self.rows("Episodes"))

    @cached_property
    def births(self) -> dict[str, date]:
        """Date of birth by child: from the Header, else from the first other module that has it."""
        found: dict[str, date] = {}
        for module in ("Header", *self.modules):
            for row in self.rows(module):
                if row.get("DOB"):
                    found.setdefault(row["CHILD"], row["DOB"])
        return found
