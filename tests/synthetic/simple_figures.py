"""Headline figures by plain SQL over written records, for tests of the invented data only.

Each query follows the definitions in their simplest form (clean records, no edges); the engine is tested elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import duckdb

from trigpoint.records.calendar import working_day_numbers

Series = Mapping[str, list[float | None]]

_TEXT = Path(__file__).with_suffix(".sql").read_text("utf-8")
_SHARED, *_FIGURES = _TEXT.split("\n-- figure ")


def connect(folder: Path) -> duckdb.DuckDBPyConnection:
    """A connection in which every table of the folder (CSV or Parquet) has its name."""
    con = duckdb.connect()
    for path in sorted(folder.glob("*.*")):
        read = "read_csv(?, all_varchar=true, header=true)" if path.suffix == ".csv" else "read_parquet(?)"
        con.execute(f"create table {path.stem} as select * from {read}", [str(path)])
    return con


def month_ends(as_at: date, months: int) -> list[date]:
    """The last `months` month ends, the latest on or before `as_at`, which must be one itself."""
    ends = [as_at]
    for _ in range(months - 1):
        first = ends[-1].replace(day=1)
        ends.append(date.fromordinal(first.toordinal() - 1))
    return ends[::-1]


def series(con: duckdb.DuckDBPyConnection, ends: list[date]) -> Series:
    """Every figure at each month end; None where there was nothing to count."""
    cal = working_day_numbers(date(2000, 1, 1), date(2030, 12, 31))
    con.register("cal", cal)
    con.execute("create table months (s date, first date, year date)")
    for end in ends:
        year = date(end.year - (end.month < 12), end.month % 12 + 1, 1)
        con.execute("insert into months values (?, ?, ?)", [end, end.replace(day=1), year])
    con.execute(_SHARED)
    answer = {}
    for figure in _FIGURES:
        name, query = figure.split("\n", 1)
        found = dict(con.execute(query).fetchall())
        answer[name] = [None if found.get(end) is None else float(found[end]) for end in ends]
    return answer
