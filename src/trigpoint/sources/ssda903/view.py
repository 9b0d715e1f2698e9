"""Returns as their record tables need them: the rows of each module, the care of each child, their births."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cached_property

from trigpoint.sources.issue import Issue
from trigpoint.sources.ssda903 import merging
from trigpoint.sources.ssda903.care import Care, Row, cares
from trigpoint.sources.ssda903.collection import Collection
from trigpoint.sources.ssda903.modules import MODULES


class View:
    """The rows of the returns of one authority by module, in one history; what several tables need is made once.

    A row has its cells, the number of its `row`, its `origin`, its `place` in the history, and the year `since`
    which the returns have it. Its words are those of the newest return that has it.
    """

    def __init__(self, years: Sequence[Collection]) -> None:
        self.years = sorted(years, key=lambda found: found.year)
        self.again: Counter[str] = Counter()
        self.merged: list[tuple[str, Issue]] = []
        self._rows: dict[str, list[Row]] = {}
        for name in MODULES:
            if any(name in found.modules for found in self.years):
                self._rows[name] = self._module(name)

    def _module(self, name: str) -> list[Row]:
        given = [merging.given_in(found, name) for found in self.years if name in found.modules]
        if len(given) == 1:
            rows = given[0][1]
        else:
            merged = merging.merge(name, given)
            rows, self.again[name] = merged.rows, merged.again
            self.merged += [(name, issue) for issue in merged.issues]
        for place, row in enumerate(rows):
            row["place"] = place
        return rows

    def rows(self, module: str) -> list[Row]:
        """Rows of a module; none when the returns lack it."""
        return self._rows.get(module, [])

    @property
    def modules(self) -> list[str]:
        """Modules of the returns."""
        return list(self._rows)

    @cached_property
    def headed(self) -> dict[int, frozenset[str]]:
        """Children of the Header by year; where a year's return has none, those of the others."""
        headers = {found.year: found.modules["Header"] for found in self.years if "Header" in found.modules}
        given = {year: frozenset(header.columns["CHILD"].to_pylist()) for year, header in headers.items()}
        return {found.year: given.get(found.year, frozenset[str]().union(*given.values())) for found in self.years}

    @cached_property
    def cares(self) -> dict[str, Care]:
        """The care of each child with episodes."""
        return cares(self.rows("Episodes"))

    @cached_property
    def births(self) -> dict[str, date]:
        """Date of birth by child: from the Header, else from the first other module that has it."""
        found: dict[str, date] = {}
        for module in ("Header", *self.modules):
            if "DOB" in MODULES[module].names:
                for row in self.rows(module):
                    if row["DOB"]:
                        found.setdefault(row["CHILD"], row["DOB"])
        return found
