"""The tables under way: every row has every column of its table, dates as ISO text, empty where missing."""

from collections import Counter
from copy import copy
from datetime import date

from random_dice import Dice
from record_columns import COLUMNS

Tables = dict[str, list[dict[str, str]]]


class Draft:
    """Random tables being filled from one set of dice."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.dice = Dice(seed)
        self.tables: Tables = {table: [] for table in COLUMNS}
        self._counted = Counter[str]()

    def beside(self, name: str) -> "Draft":
        """The same tables with dice of their own, so that what is added leaves the other random numbers alone."""
        other = copy(self)
        other.dice = self.dice.beside(f"{self.seed} {name}")
        return other

    def rows_of(self, table: str, child: str) -> list[dict[str, str]]:
        """The rows of a child so far."""
        prefix = COLUMNS[table][0].split("_")[0] + "_" if table.startswith("ssd_") else ""
        return [row for row in self.tables[table] if row[prefix + "person_id"] == child]

    def new_id(self, prefix: str) -> str:
        """Numbers without leading zeros: `R10` stands before `R9` as text."""
        self._counted[prefix] += 1
        return f"{prefix}{self._counted[prefix]}"

    def add(self, table: str, **values: str | date | None) -> None:
        """A row, its columns named without the prefix of the table; an unknown column is an error."""
        columns = COLUMNS[table]
        prefix = columns[0].split("_")[0] + "_" if table.startswith("ssd_") else ""
        row = dict.fromkeys(columns, "")
        for name, value in values.items():
            if prefix + name not in row:
                raise KeyError(prefix + name)
            row[prefix + name] = "" if value is None else str(value)
        self.tables[table].append(row)
