"""What an attacker reads: the rows of published CSV files, and nothing else."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

COUNTS = ("numerator", "denominator", "excluded", "unknown", "pending")
_LENGTHS = {"month": 1, "quarter": 3, "rolling3": 3, "rolling12": 12, "rolling36": 36, "financial_year": 12}


@dataclass(frozen=True, eq=False)
class Figure:
    """One published row: what it is about, and each number that is printed."""

    measure: str
    variant: str
    period_type: str
    first: int
    last: int
    groups: frozenset[tuple[str, str]]
    numbers: dict[str, float]
    suppressed: bool

    @property
    def about(self) -> tuple[str, str, str, int]:
        return self.measure, self.variant, self.period_type, self.last


def read(path: Path) -> list[Figure]:
    """Every row of a published file."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [_figure(row) for row in csv.DictReader(lines)]


def _figure(row: dict[str, str]) -> Figure:
    year, month = int(row["period_end"][:4]), int(row["period_end"][5:7])
    last = 12 * year + month - 1
    length = (last - 3) % 12 + 1 if row["period_type"] == "ytd" else _LENGTHS.get(row["period_type"], 0)
    names, groups = row["breakdown"].split("+"), row["group"].split(" + ")
    parts = frozenset(zip(names, groups, strict=True)) if row["breakdown"] else frozenset()
    numbers = {name: float(row[name]) for name in (*COUNTS, "value") if row[name]}
    suppressed = row["reason"] == "suppressed"
    return Figure(
        row["measure"], row["variant"], row["period_type"], last - length + 1, last, parts, numbers, suppressed
    )
