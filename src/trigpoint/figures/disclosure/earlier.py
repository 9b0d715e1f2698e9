"""What was published before for the same audience: it is known, and what it withheld stays withheld."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa

from trigpoint.figures.disclosure.printed import BESIDE, DENOMINATOR, NUMERATOR, Displays, Printed, Row, print_rows
from trigpoint.figures.disclosure.system import System
from trigpoint.figures.publications import Key, key_of
from trigpoint.language.reason import Reason

_NUMBERS = (NUMERATOR, DENOMINATOR, *BESIDE)


@dataclass(frozen=True)
class Before:
    """Earlier publications by figure, oldest first."""

    rows: dict[Key, list[Row]]

    def number(self, row: Row, column: str) -> float | None:
        """The number that was published last in a column of a figure; nothing where none was."""
        said = [old[column] for old in self.rows.get(key_of(row), ()) if old[column] is not None]
        return float(said[-1]) if said else None

    def is_withheld(self, row: Row, column: str) -> bool:
        """Whether an earlier publication left the column of a figure empty that it would have filled."""
        return any(old[column] is None and _withholds(old, row, column) for old in self.rows.get(key_of(row), ()))


def look_up(tables: Sequence[pa.Table]) -> Before:
    """The rows of earlier publications by figure."""
    rows: dict[Key, list[Row]] = {}
    for table in tables:
        for row in table.to_pylist():
            rows.setdefault(key_of(row), []).append(row)
    return Before(rows)


def only_earlier(
    system: System, before: Before, rows: Sequence[Row], displays: Displays
) -> tuple[list[Printed], set[int], int]:
    """Rows published before and not now, their numbers (known to everybody), and how many of them are suppressed."""
    here = {key_of(row) for row in rows}
    gone = [said[-1] for key, said in before.rows.items() if key not in here]
    known = [row for row in gone if (row["measure"], row["variant"] or "", row["period_type"]) in displays]
    printed = print_rows(system, known, displays)
    withheld = sum(row["reason"] == Reason.SUPPRESSED for row in gone)
    return printed, {number for one in printed for number in one.numbers.values()}, withheld


def _withholds(old: Row, row: Row, column: str) -> bool:
    """A suppressed figure withholds its numbers; beside a figure that is shown, an empty column is withheld too."""
    if row[column] is None or (old["reason"] not in {None, "", Reason.SUPPRESSED, Reason.NO_CASES}):
        return False
    return column in _NUMBERS
