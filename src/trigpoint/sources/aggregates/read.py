"""A file of supplied aggregates, checked row by row: all of it is taken, or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa

from trigpoint.language.period import month_of
from trigpoint.language.reading import AnyMeasure
from trigpoint.sources.aggregates.about import About, Tell, about, day
from trigpoint.sources.aggregates.amounts import Amounts, amounts
from trigpoint.sources.aggregates.columns import SCHEMA
from trigpoint.sources.aggregates.lines import Line, Lines, from_csv, is_zip
from trigpoint.sources.aggregates.workbook import from_workbook
from trigpoint.sources.issue import Issue, Refused, shown

_PERCENT = {"%", "percent", "per cent", "percentage"}


@dataclass(frozen=True)
class Taken:
    """`table` has the columns of `SCHEMA`; `issues` are warnings: they lost nothing."""

    table: pa.Table
    issues: Sequence[Issue] = field(default_factory=list)


@dataclass(frozen=True)
class _Row:
    line: Line
    about: About
    amounts: Amounts
    published: date
    lag: int


def read(path: Path, library: Mapping[str, AnyMeasure], name: str = "", area: str = "") -> Taken:
    """The rows of a CSV file, a filled template or another workbook with the same headings.

    `library` holds every measure that may be supplied; `area` is that of the rows that name none. Raises Refused with
    every error of the file.
    """
    lines = from_workbook(path, name or path.name) if is_zip(path) else from_csv(path, name or path.name)
    errors: list[Issue] = []
    given = lines.lines
    if area:
        given = [Line(line.row, {"area": area, **line.cells}) for line in given]
    rows = [row for line in given if (row := _row(line, library, _teller(lines.file, line, errors)))]
    errors += _repeated(lines.file, rows)
    if errors:
        raise Refused(*sorted(errors, key=lambda issue: issue.row or 0))
    records = [_record(row) for row in rows]
    return Taken(pa.Table.from_pylist(records, schema=SCHEMA), [*lines.issues, *_shares(lines, rows)])


def _teller(file: str, line: Line, errors: list[Issue]) -> Tell:
    def tell(column: str, what: str, mend: str) -> None:
        errors.append(Issue(file, line.row, column, what, mend))

    return tell


def _row(line: Line, library: Mapping[str, AnyMeasure], tell: Tell) -> _Row | None:
    found = about(line, library, tell)
    if found is None:
        return None
    numbers = amounts(line, found.now, tell)
    _check_unit(line, found, tell)
    published = day(line, "published_on", tell)
    if published is None:
        return None
    if published < found.end:
        what = f"published on {published.isoformat()}, before the period ended on {found.end.isoformat()}"
        tell("published_on", what, "correct one of the two days")
    lag = _lag(line, found.end, published, tell)
    return None if numbers is None else _Row(line, found, numbers, published, lag)


def _check_unit(line: Line, found: About, tell: Tell) -> None:
    said, unit = line.cells.get("unit", "").lower(), found.now.unit.lower()
    if said and said != unit and not {said, unit} <= _PERCENT:
        mend = f"leave it empty, or give the figure in {found.now.unit}"
        tell("unit", f"the unit of {found.measure} is {shown(found.now.unit)}, not {shown(said)}", mend)


def _lag(line: Line, end: date, published: date, tell: Tell) -> int:
    said = line.cells.get("lag_months")
    if said is None:
        return max(month_of(published) - month_of(end), 0)
    if not (said.isdecimal() and said.isascii() and len(said) <= 3 and int(said) <= 120):
        tell(
            "lag_months", f"{shown(said)} is not a whole number of months from 0 to 120", "correct it or leave it empty"
        )
        return 0
    return int(said)


def _repeated(file: str, rows: Sequence[_Row]) -> Iterator[Issue]:
    seen: dict[object, int] = {}
    for row in rows:
        first = seen.setdefault(row.about.key, row.line.row)
        if first != row.line.row:
            what = f"the same measure, variant, area, period and group stand in row {first}"
            yield Issue(file, row.line.row, "", what, "keep one of the two rows")


def _shares(lines: Lines, rows: Sequence[_Row]) -> Iterator[Issue]:
    """Excel keeps 36.5% as 0.365: percentages none of which reaches 1 are suspicious."""
    alone = [r for r in rows if r.about.now.share and r.amounts.numerator is None and r.amounts.value]
    if alone and all(r.amounts.value is not None and r.amounts.value < 1 for r in alone):
        first = alone[0]
        what = f"every percentage is below 1: {first.amounts.value:f} is taken as {first.amounts.value:f}%"
        mend = "if shares of 1 are meant, write 36.5 for 36.5% and supply the file again"
        yield Issue(lines.file, first.line.row, "value", what, mend, "warning")


def _record(row: _Row) -> dict[str, Any]:
    said, numbers = row.about, row.amounts
    judged = bool(numbers.category)
    return {
        "measure": said.measure,
        "variant": said.variant,
        "area": said.area,
        "period_type": str(said.kind),
        "period_start": said.start,
        "period_end": said.end,
        "breakdown": "category" if judged else said.breakdown,
        "group": numbers.category or said.group,
        "numerator": numbers.numerator,
        "denominator": numbers.denominator,
        "value": Decimal(100) if judged else numbers.value,
        "unit": said.now.unit,
        "source": row.line.cells["source"],
        "published_on": row.published,
        "lag_months": row.lag,
        "note": row.line.cells.get("note", ""),
        "reason": numbers.reason,
    }
