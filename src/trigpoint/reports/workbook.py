"""A workbook before any format: sheets of typed cells, from which XLSX and ODS are drawn alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Number:
    """A number as it is printed: `unit` "%" and "days" stand behind it, others in a column of their own."""

    value: Decimal
    unit: str = ""

    @property
    def decimals(self) -> int:
        """Digits after the point."""
        exponent = self.value.as_tuple().exponent
        return max(-exponent, 0) if isinstance(exponent, int) else 0


Entry = str | date | Number | None


@dataclass(frozen=True)
class WorkSheet:
    """One table under its title. `about` says in a sentence what it holds; every row is as long as `heads`."""

    name: str
    title: str
    about: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Entry, ...], ...]
    fixed: int = 1

    def width(self, place: int) -> int:
        """Letters that a column should hold in a line; longer text wraps."""
        said = [entry for row in self.rows if isinstance(entry := row[place], str)]
        longest = max([*map(len, said), 8])
        return min(max(longest, *(len(word) + 3 for word in self.heads[place].split())) + 2, 60)

    def lines(self, row: tuple[Entry, ...]) -> int:
        """How many lines the longest text of a row takes, wrapped into the width of its column."""
        said = ((entry, self.width(place)) for place, entry in enumerate(row) if isinstance(entry, str))
        return max(
            (sum(-(-len(line) // round(wide * 1.1)) or 1 for line in text.split("\n")) for text, wide in said),
            default=1,
        )

    @property
    def fits(self) -> bool:
        """Whether its columns can be read beside each other on a page."""
        return sum(map(self.width, range(len(self.heads)))) <= 200


@dataclass(frozen=True)
class Workbook:
    """The sheets of a report in order, with what the file says of itself; `day` stands for every date of the file."""

    title: str
    author: str
    subject: str
    keywords: str
    day: date
    sheets: tuple[WorkSheet, ...]
