"""Numbers and the sums between them: all that somebody who knows how the tables are made can set up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

NEAR = 1e-6
"""How far two sums of stored units may differ in shown units and still be the same."""

Names = tuple[str, ...]
Series = tuple[str, str]
"""A measure and its variant."""


class Period(NamedTuple):
    """Months from `first` up to, not including, `after`; `kind` is "window", or "snapshot" with the day's month."""

    kind: str
    first: int
    after: int


class Place(NamedTuple):
    """Where a number stands: names of the breakdown, in alphabetical order, and the group in each."""

    authority: str
    period: Period
    names: Names
    groups: Names


class Cell(NamedTuple):
    """One number: of a series, what it counts (`numerator`, `not met`...), where."""

    series: Series
    what: str
    place: Place


Relation = tuple[tuple[int, int], ...]
"""Terms (number, factor) that sum to zero."""


class System:
    """Numbers by their cells, and the relations between them. The true values satisfy every relation."""

    def __init__(self) -> None:
        self.cells: list[Cell] = []
        self.values: list[float] = []
        self.relations: list[Relation] = []
        self.of: list[list[int]] = []  # the relations of each number
        self._places: dict[Cell, int] = {}
        self._seen: set[Relation] = set()

    def add(self, cell: Cell, value: float) -> int:
        """The number of a cell; a cell that is there already keeps its value."""
        if cell not in self._places:
            self._places[cell] = len(self.cells)
            self.cells.append(cell)
            self.values.append(value)
            self.of.append([])
        return self._places[cell]

    def find(self, cell: Cell) -> int | None:
        return self._places.get(cell)

    def relate(self, whole: int, parts: Iterable[int], less: Iterable[int] = ()) -> None:
        """The whole is the sum of its parts, less some."""
        factors: dict[int, int] = {whole: 1}
        for sign, some in ((-1, parts), (1, less)):
            for part in some:
                factors[part] = factors.get(part, 0) + sign
        relation = tuple(sorted((number, factor) for number, factor in factors.items() if factor))
        if relation and relation not in self._seen:
            self._seen.add(relation)
            for number, _ in relation:
                self.of[number].append(len(self.relations))
            self.relations.append(relation)

    def numbered(self) -> Iterator[tuple[int, Cell, float]]:
        """Every number with its cell and value, those that are added meanwhile left out."""
        return iter(list(zip(range(len(self.cells)), self.cells, self.values, strict=True)))
