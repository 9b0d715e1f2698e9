"""Which published series stands beside which of our measures, and whether the two count the same thing."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import pyarrow as pa

from trigpoint.comparators.covers import Covers
from trigpoint.comparators.schema import SERIES


@dataclass(frozen=True)
class Series:
    """A published series beside one measure and variant (and category, of a distribution).

    `because` says how it differs; it is empty when the two are like for like. `part` is empty for the figure itself;
    the numerator, the denominator, the complement and what is merely related are known and never stood beside it.
    """

    measure: str
    variant: str
    category: str
    published: str
    covers: Covers
    because: str = ""
    part: str = ""

    @property
    def like_for_like(self) -> bool:
        """Whether it counts what the measure counts."""
        return not self.because


@cache
def interactive_tool() -> tuple[Series, ...]:
    """The series of the Local Authority Interactive Tool that belong to our measures, from `data/lait_series.csv`."""
    text = (files("trigpoint.comparators") / "data" / "lait_series.csv").read_text(encoding="utf-8")
    return tuple(
        Series(**{**row, "covers": Covers(row["covers"])})  # type: ignore[arg-type]
        for row in csv.DictReader(text.splitlines())
    )


def as_table(series: Sequence[Series]) -> pa.Table:
    """Series as they are kept in a store (`schema.SERIES`): those of a mapping that somebody wrote."""
    return pa.Table.from_pylist(
        [{name: str(getattr(one, name)) for name in SERIES.names} for one in series], schema=SERIES
    )


def from_table(table: pa.Table) -> tuple[Series, ...]:
    """The series that a table of `as_table` holds."""
    return tuple(Series(**{**row, "covers": Covers(row["covers"])}) for row in table.to_pylist())
