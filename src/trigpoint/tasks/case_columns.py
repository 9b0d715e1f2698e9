"""How the list of children behind a figure is shown: which columns, what they are called, what is longest over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute

from trigpoint.engine.windows import NOT_RECORDED
from trigpoint.language.column import Column
from trigpoint.language.definition import NATIONAL, Definition, in_force
from trigpoint.language.period import PeriodType
from trigpoint.language.predicate import Compare, HappenedBy, Predicate
from trigpoint.tasks import library
from trigpoint.tasks.breakdowns import listed_columns
from trigpoint.tasks.choices import BREAKDOWN_WORDS

pc: Any = pyarrow.compute  # its stubs know no mixture of arrays and scalars

_MOST = 6
_LEADING = frozenset({"team", "service", "worker", *BREAKDOWN_WORDS})


@dataclass(frozen=True)
class CaseColumn:
    """A column of the view: `kind` is text, number, date or flag; `parts` of a number make one as people read it."""

    name: str
    label: str
    kind: str
    parts: int = 1


@dataclass(frozen=True)
class Over:
    """How far a row is beyond its limit: an event after a day, or a number above another.

    `event` is the column that is held against `limit`, a column of days, or against `most`.
    """

    label: str
    event: str
    limit: str = ""
    most: int = 0

    def of(self, row: dict[str, Any], as_at: date) -> int | None:
        """How far, None where it is not beyond or cannot be told; what has not happened is late up to the as-at day."""
        if self.limit:
            limit = row.get(self.limit)
            days = ((row.get(self.event) or as_at) - limit).days if limit else 0
        else:
            days = (row.get(self.event) or 0) - self.most
        return days if days > 0 else None


@dataclass(frozen=True)
class CaseColumns:
    """The columns of a list. `wanted` are asked of the engine, `also` come along where they are prepared already."""

    shown: tuple[CaseColumn, ...]
    wanted: tuple[str, ...]
    also: tuple[str, ...]
    dated: str
    record: str
    value: str
    over: Over | None
    value_parts: int = 1

    def read(self, row: dict[str, Any]) -> dict[str, Any]:
        """A row with its numbers as people read them: what is stored in hundredths is divided."""
        parts = {column.name: column.parts for column in self.shown} | {"value": self.value_parts}
        divided = {name: row[name] / many for name, many in parts.items() if many > 1 and row.get(name) is not None}
        return row | divided


def case_columns(
    measure: str,
    kind: PeriodType,
    end: date,
    variant: str = "",
    definitions: str = NATIONAL,
    *,
    whole: bool = False,
) -> CaseColumns:
    """The columns of the list behind a figure: those that decide it first, then the view's other days; or the `whole`.

    Raises LibraryError, also for a measure that has no records behind it.
    """
    declared = library.measure(measure)
    now = in_force(library.versions(declared, variant, definitions, kind), end)
    view = now.counts
    decides = [column for column in _decides(now) if column.kind not in {"key", "child"} and not column.breakdown]
    days = [column for column in view.columns.values() if column.kind == "date" and not column.extra]
    dated = "" if view.state else now.dated_by.name
    names = dict.fromkeys(
        column.name for column in (*decides, *days) if column.name != dated and column.name not in _LEADING
    )
    names = dict.fromkeys(list(names)[:_MOST])
    own = [column for column in view.columns.values() if column.kind not in {"key", "child"}]
    ordered = [c for c in own if (c.name in names or whole) and c.name not in {dated, "team", "service"}]
    read = set(now.columns)
    amount = now.value or now.numerator
    return CaseColumns(
        shown=tuple(CaseColumn(column.name, column.label, column.kind, column.parts) for column in ordered),
        wanted=listed_columns(now),
        also=tuple(c.name for c in own if c.name not in read) if whole else tuple(n for n in names if n not in read),
        dated="As at" if view.state else now.dated_by.label,
        record=view.key().label,
        value=amount.label if amount is not None else "",
        over=_over(now),
        value_parts=amount.parts if amount is not None else 1,
    )


def in_group(rows: pa.Table, breakdown: str, group: str) -> Any:
    """Which rows of a list stand in a group of a breakdown, as the figures name it."""
    return pc.equal(pc.fill_null(rows[breakdown].cast(pa.string()), NOT_RECORDED), group)


def _decides(now: Definition) -> Iterator[Column]:
    """The columns by which a row is classed, in reading order."""
    if now.met is not None:
        yield from now.met.columns()
    for column in (now.value, now.category, now.numerator, now.denominator, now.due):
        if column is not None:
            yield column


def _over(now: Definition) -> Over | None:
    """The limit that the test itself names, where being beyond it is not to be met."""
    test: Predicate | None = now.met
    if isinstance(test, HappenedBy):
        return Over("Days over", test.event.name, limit=test.limit.name)
    if isinstance(test, Compare) and test.how in {"<=", "<"}:
        if isinstance(test.right, Column) and test.left.kind == test.right.kind == "date":
            return Over("Days over", test.left.name, limit=test.right.name)
        if isinstance(test.right, int) and test.left.kind == "number":
            most = test.right if test.how == "<=" else test.right - 1
            return Over(f"Over {most}", test.left.name, most=most)
    return None
