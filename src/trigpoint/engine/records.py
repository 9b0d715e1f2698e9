"""Record tables as the view builders read them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from pathlib import Path

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from trigpoint.engine.backends import Backend
from trigpoint.records import TABLES
from trigpoint.records.calendar import working_day_numbers
from trigpoint.records.numbering import AUTHORITIES, CHILDREN, child_columns, number_of

YES = ("Y", "YES", "1", "T", "TRUE")


class Records:
    """The tables of one snapshot on one engine, with the as-at date after which nothing is known.

    `wanted` are the columns that the view being built must have (none named: all that it declares), `extras` says
    whether any of them is an extra column or a breakdown.
    """

    def __init__(self, backend: Backend, paths: Mapping[str, Sequence[Path]], as_at: date) -> None:
        self.backend, self.paths, self.as_at = backend, paths, as_at
        self._shared: dict[str, ir.Table] = {}
        self.extras = True
        self.wanted: frozenset[str] | None = None

    def wants(self, *columns: str) -> bool:
        """Whether the view being built must have any of these columns."""
        return self.wanted is None or not self.wanted.isdisjoint(columns)

    def has(self, name: str) -> bool:
        """Whether the table was collected at all."""
        return bool(self.paths.get(name))

    @cache  # noqa: B019 - lives as long as one snapshot's calculation
    def table(self, name: str) -> ir.Table:
        """A record table in its stored columns, authority and children as whole numbers; no rows if not collected."""
        numbered = ("authority", *child_columns(name))
        if not self.has(name):
            empty = TABLES[name].schema().empty_table()
            none = pa.array([], pa.int64())
            found = pa.table({c: none if c in numbered else empty[c] for c in empty.column_names})
            return self.backend.hold(found, f"no_{name}")
        raw = self._read(name)
        numbers = {column: raw[number_of(column)] for column in numbered}
        return raw.select(**{column: numbers.get(column, raw[column]) for column in TABLES[name].schema().names})

    @cached_property
    def children(self) -> ir.Table:
        """Whose number is whose: `number, authority, child`."""
        return self._read(CHILDREN)

    @cached_property
    def authorities(self) -> dict[int, str]:
        """The name of each authority by its number."""
        found = self._read(AUTHORITIES).to_pyarrow().to_pylist()
        return {row["number"]: row["authority"] for row in found}

    def _read(self, name: str) -> ir.Table:
        return self.backend.read(self.paths[name], f"records_{name}")

    def shared(self, name: str, build: Callable[[Records], ir.Table]) -> ir.Table:
        """A step that several views stand on, built once."""
        if name not in self._shared:
            self._shared[name] = build(self).cache()
        return self._shared[name]

    def forget(self) -> None:
        """Let go of the steps that were built: one of them may have failed."""
        self._shared.clear()

    def known(self, day: ir.DateValue) -> ir.DateValue:
        """A day, or nothing when it lies after the as-at date."""
        return ibis.cases((day <= self.as_at, day), else_=ibis.null("date"))

    @cached_property
    def calendar(self) -> ir.Table:
        """One row a day: `d`, and `wd_no`, the running count of working days."""
        days = working_day_numbers(date(1990, 1, 1), date(2060, 12, 31))
        return self.backend.hold(days.select(["d", "wd_no", "is_wd"]), "calendar_days")

    def _nth_working_days(self, count: int) -> ir.Table:
        """One row a day: `_day` and the `count`-th working day strictly after it."""

        def build(records: Records) -> ir.Table:
            calendar = records.calendar
            working = calendar.filter(calendar.is_wd == 1).select(_number="wd_no", _nth="d")
            joined = calendar.join(working, calendar.wd_no + count == working["_number"])
            return joined.select(_day="d", _nth="_nth")

        return self.shared(f"working_days_{count}", build)

    def working_day_number(self, table: ir.Table, day: str, name: str) -> ir.Table:
        """The table with the running number of working days up to and including a day column."""
        calendar = self.calendar.select(_day=self.calendar.d, **{name: self.calendar.wd_no})
        return table.left_join(calendar, table[day] == calendar["_day"]).drop("_day")

    def add_working_days(self, table: ir.Table, day: str, count: int, name: str) -> ir.Table:
        """The table with the `count`-th working day strictly after a day column (definitions C4)."""
        days = self._nth_working_days(count).rename(**{name: "_nth"})
        return table.left_join(days, table[day] == days["_day"]).drop("_day")


def is_yes(flag: ir.StringValue) -> ir.IntegerValue:
    """1 when a Y/N text says yes, else 0."""
    return as_flag(flag.strip().upper().isin(YES))


def as_flag(condition: ir.BooleanValue) -> ir.IntegerValue:
    """1 or 0; a condition that cannot be told is 0. Flags are whole numbers: not every engine sums booleans."""
    return ibis.cases((condition, 1), else_=0).cast("int64")


def present(value: ir.Value) -> ir.BooleanValue:
    """True for a text that is there and not blank, and for a number that is there."""
    if isinstance(value, ir.StringValue):
        return value.notnull() & (value.strip() != "")
    return value.notnull()


def plain(joined: ir.Table) -> ir.Table:
    """A joined table without the second copies of its keys."""
    return joined.drop(*(name for name in joined.columns if name.endswith("_right")))
