"""Population of each authority as it was known at each period's end."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from trigpoint.language.population import Population

Row = dict[str, object]


class Residents:
    """The dated population table of a snapshot; what is known of an authority is worked out once."""

    def __init__(self, rows: pa.Table) -> None:
        self._lines: dict[tuple[Population, str, str], tuple[list[date], list[float]]] = {}
        self._rows: dict[str, list[Row]] = {}
        for row in rows.to_pylist():
            row["known_on"] = row["published_on"] or date(row["year"], 6, 30)
            self._rows.setdefault(row["authority"], []).append(row)

    def population(
        self, per: Population, authorities: Sequence[str], sexes: Sequence[str], ends: Sequence[date]
    ) -> npt.NDArray[np.float64]:
        """An array of groups x periods: residents of the age range, NaN where none is known.

        The latest year known by the period's end is used, and of that year the latest publication. A row for exactly
        the age range stands before a sum of narrower ones; `sexes` is empty for both sexes together.
        """
        found = np.full((len(authorities), len(ends)), np.nan)
        for place, (name, sex) in enumerate(zip(authorities, sexes, strict=True)):
            days, values = self._line(per, name, sex)
            found[place] = [values[bisect_right(days, end)] for end in ends]
        return found

    def _line(self, per: Population, authority: str, sex: str) -> tuple[list[date], list[float]]:
        """Days of publication, and the population before the first of them and from each one on."""
        if (per, authority, sex) not in self._lines:
            rows = [row for row in self._rows.get(authority, []) if _inside(row, per)]
            days: list[date] = sorted({row["known_on"] for row in rows})  # type: ignore[misc]
            values = [float("nan"), *(_known(rows, per, sex, day) for day in days)]
            self._lines[per, authority, sex] = days, values
        return self._lines[per, authority, sex]


def _inside(row: Row, per: Population) -> bool:
    return row["age_from"] >= per.age_from and row["age_to"] <= per.age_to  # type: ignore[operator]


def _known(rows: Sequence[Row], per: Population, sex: str, end: date) -> float:
    known = [row for row in rows if row["known_on"] <= end]  # type: ignore[operator]
    if not known:
        return float("nan")
    year = max(row["year"] for row in known)  # type: ignore[type-var]
    known = [row for row in known if row["year"] == year]
    latest = max(row["known_on"] for row in known)  # type: ignore[type-var]
    known = [row for row in known if row["known_on"] == latest]
    wanted = [row for row in known if (row["sex"] or "") == sex]
    of_sexes = [] if sex else [row for row in known if row["sex"]]
    chosen = _whole(wanted, per)[:1] or wanted or _whole(of_sexes, per) or of_sexes
    return float(sum(row["children"] for row in chosen)) if chosen else float("nan")  # type: ignore[misc]


def _whole(rows: Sequence[Row], per: Population) -> list[Row]:
    return [row for row in rows if (row["age_from"], row["age_to"]) == (per.age_from, per.age_to)]
