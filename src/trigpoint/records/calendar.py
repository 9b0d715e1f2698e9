"""The working-day calendar of England and Wales (definitions C4): Monday to Friday without bank holidays.

Bank holidays are data (`data/bank_holidays.csv`, 2000 to 2040: as published to 2028, by the standing rules after).
Outside those years nothing is known, and every answer says so instead of guessing.
"""

from __future__ import annotations

import csv
import hashlib
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt
import pyarrow as pa

FIRST = date(2000, 1, 1)
"""First day whose bank holidays are known."""
LAST = date(2040, 12, 31)
"""Last day whose bank holidays are known."""

_EPOCH = date(1970, 1, 1)


@cache
def bank_holidays() -> frozenset[date]:
    """Every bank holiday of England and Wales from 2000 to 2040, each at the weekday on which it is kept."""
    return frozenset(date.fromisoformat(row["date"]) for row in csv.DictReader(_text().splitlines()))


def calendar_version() -> str:
    """Hash of the bank-holiday file, for the manifest of a release."""
    return hashlib.sha256(_text().encode()).hexdigest()[:16]


def add_working_days(d: date, n: int) -> date:
    """The nth working day strictly after `d`; `d` itself when n is 0, whatever day of the week it is.

    >>> add_working_days(date(2024, 3, 4), 20)
    datetime.date(2024, 4, 3)

    Raises ValueError when n is negative or the answer lies outside 2000 to 2040.
    """
    if n < 0:
        raise ValueError(f"{n} working days after {d} is asked for: give a number of days from 0 up.")
    if n == 0:
        return d
    wanted = _count_to(d) + n
    # The first day whose running count reaches the wanted number is the working day itself.
    place = int(np.searchsorted(_running(), wanted, side="left"))
    if place == len(_running()):
        raise ValueError(f"{n} working days after {d} lies beyond {LAST}: its bank holidays are not known.")
    return FIRST + timedelta(days=place)


def working_days_between(a: date, b: date) -> int:
    """Working days after `a`, up to and including `b`; negative when `b` comes before `a`.

    >>> working_days_between(date(2024, 3, 4), date(2024, 4, 3))
    20

    Raises ValueError when a day lies outside 2000 to 2040.
    """
    return _count_to(b) - _count_to(a)


def working_day_numbers(first: date, last: date) -> pa.Table:
    """One row a day from `first` to `last`: the table that queries join for working-day arithmetic.

    Columns: `d` date32; `mi` int64, months as 12 * year + month - 1; `is_wd` int64, 1 for a working day else 0;
    `wd_no` int64, working days from 2000-01-01 up to and including `d`. Working days between two days is the
    difference of their `wd_no`; the nth working day after a day is the row with `is_wd` 1 and `wd_no` n higher.
    `is_wd` and `wd_no` are null outside 2000 to 2040. Raises ValueError when `last` comes before `first`.
    """
    if last < first:
        raise ValueError(f"A calendar from {first} to {last} is asked for: the last day comes before the first.")
    days = np.arange((first - _EPOCH).days, (last - _EPOCH).days + 1, dtype=np.int32)
    months = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) + 12 * _EPOCH.year
    place = days.astype(np.int64) - (FIRST - _EPOCH).days
    unknown = (place < 0) | (place >= len(_running()))
    place[unknown] = 0
    columns = {
        "d": pa.array(days).cast(pa.date32()),
        "mi": pa.array(months),
        "is_wd": pa.array(_working()[place], mask=unknown),
        "wd_no": pa.array(_running()[place], mask=unknown),
    }
    return pa.table(columns)


def _text() -> str:
    return files("trigpoint.records").joinpath("data/bank_holidays.csv").read_text("utf-8")


@cache
def _working() -> npt.NDArray[np.int64]:
    """1 or 0 for each day from FIRST to LAST."""
    days = np.arange((LAST - FIRST).days + 1)
    working = (((days + FIRST.weekday()) % 7) < 5).astype(np.int64)
    working[[(d - FIRST).days for d in bank_holidays()]] = 0
    return working


@cache
def _running() -> npt.NDArray[np.int64]:
    return np.cumsum(_working())


def _count_to(d: date) -> int:
    if not FIRST <= d <= LAST:
        raise ValueError(f"The working days around {d} are not known: bank holidays are held from {FIRST} to {LAST}.")
    return int(_running()[(d - FIRST).days])
