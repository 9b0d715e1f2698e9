"""A column of invented records: whole numbers, and how to say them as text, days, moments or numbers.

Every value is an integer until the last moment, so that a stage, a recording error and a duplicate are
all array arithmetic; `NONE` stands for missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute

Ints = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

pc: Any = pyarrow.compute
"""Untyped: the published stubs know too little of what compute functions take."""

NONE = int(np.iinfo(np.int64).min)
DAY_SECONDS = 86_400


@dataclass(frozen=True)
class Column:
    """`words` are the values of a `word` column, the prefix of an `id` column; empty otherwise."""

    values: Ints
    kind: Literal["day", "moment", "id", "upn", "word", "number"]
    words: tuple[str, ...] = ()

    def take(self, rows: Ints | Bools) -> Column:
        return replace(self, values=self.values[rows])

    def arrow(self) -> Any:
        """The column as text, date32, timestamp or int64."""
        gaps = self.values == NONE
        if self.kind == "word":
            codes = pa.array(np.where(gaps, 0, self.values).astype(np.int32), mask=gaps)
            return pc.take(pa.array(self.words, pa.string()), codes)
        if self.kind == "id":
            digits = pa.array(np.where(gaps, 0, self.values), pa.int64(), mask=gaps).cast(pa.string())
            return pc.binary_join_element_wise(self.words[0], digits, "")
        if self.kind == "upn":
            known = np.where(gaps, 0, self.values)
            digits = pa.array(known, pa.int64(), mask=gaps).cast(pa.string())
            return pc.binary_join_element_wise(_check_letters(known), digits, "")
        if self.kind == "day":
            return pa.array(np.where(gaps, 0, self.values).astype(np.int32), pa.int32(), mask=gaps).view(pa.date32())
        numbers = pa.array(np.where(gaps, 0, self.values), pa.int64(), mask=gaps)
        return numbers.view(pa.timestamp("s")) if self.kind == "moment" else numbers


Frame = dict[str, Column]
"""One table of records: column name to column, all of one length."""


def _ints(values: npt.ArrayLike) -> Ints:
    return np.asarray(values).astype(np.int64)


def day(values: npt.ArrayLike) -> Column:
    """Days since 1 January 1970."""
    return Column(_ints(values), "day")


def moment(values: npt.ArrayLike) -> Column:
    """Seconds since 1 January 1970."""
    return Column(_ints(values), "moment")


def number(values: npt.ArrayLike) -> Column:
    return Column(_ints(values), "number")


def ident(prefix: str, values: npt.ArrayLike) -> Column:
    return Column(_ints(values), "id", (prefix,))


_UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_UPN_DIGITS = 12


def upn(values: npt.ArrayLike) -> Column:
    """Unique pupil numbers: twelve digits after the letter that they give (DfE's guide to the UPN)."""
    return Column(_ints(values), "upn")


def _check_letters(values: Ints) -> Any:
    total = np.zeros(len(values), dtype=np.int64)
    for place in range(_UPN_DIGITS):
        digit = values // 10**place % 10
        total += digit * (_UPN_DIGITS + 1 - place)
    return pc.take(pa.array(list(_UPN_LETTERS)), pa.array(total % len(_UPN_LETTERS)))


def word(values: npt.ArrayLike, words: Sequence[str]) -> Column:
    """Positions in `words`."""
    return Column(_ints(values), "word", tuple(words))


def flag(yes: npt.ArrayLike) -> Column:
    """Y or N."""
    return word(yes, ("N", "Y"))


def constant(text: str, rows: int) -> Column:
    return word(np.zeros(rows), (text,))


def when(condition: Bools, values: Any, otherwise: Any = NONE) -> Ints:
    """`values` where the condition holds, missing elsewhere."""
    chosen: Ints = np.where(condition, values, otherwise).astype(np.int64)
    return chosen


def rows(frame: Frame) -> int:
    return len(next(iter(frame.values())).values)


def take(frame: Frame, chosen: Ints | Bools) -> Frame:
    return {name: column.take(chosen) for name, column in frame.items()}


def stack(first: Frame, second: Frame) -> Frame:
    """Two frames of the same columns, one under the other."""
    return {n: replace(c, values=np.concatenate([c.values, second[n].values])) for n, c in first.items()}
