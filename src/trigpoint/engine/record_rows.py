"""Rows of a record table with what rules read of them: their own values, and what stands around them.

One builder for every record view: a column is found in the way that its declaration says.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from trigpoint.engine.months import add_months, birthday
from trigpoint.engine.record_codes import outdated, unanswered, unknown
from trigpoint.engine.records import Records, plain, present
from trigpoint.engine.siblings import passed_over
from trigpoint.language.column import Column
from trigpoint.quality.record_column import After, Followers, Last, Lost, Uncopied, Via
from trigpoint.quality.record_view import RecordView
from trigpoint.records import TABLES
from trigpoint.records.links import LINKS

_FAR = "9999-12-31"
_OF_PERSON = {"born_on": "pers_dob", "died_on": "pers_death_date"}
_OF_CODES = {"unknown_code": unknown, "unknown_answer": unanswered}


def build(records: Records, view: type[RecordView], names: Collection[str]) -> ir.Table:
    """The table's rows in their stored columns, with the columns of these names beside them."""
    table = records.table(view.of.name)
    rows, raw = _Rows(records, view, tuple(table.columns)), tuple(table.columns)
    for name in _in_order(view, names):
        table = rows.with_column(table, name)
    return table.select(*dict.fromkeys((*raw, *(name for name in view.columns if name in table.columns))))


def _in_order(view: type[RecordView], names: Collection[str]) -> list[str]:
    """The columns asked for, each after those that it is made of."""
    found: dict[str, None] = dict.fromkeys(("id", *view.fields) if view.of.key else view.fields)
    for name in names:
        found |= dict.fromkeys((*_made_of(view.columns[name]), name))
    return list(found)


def _made_of(column: Column) -> tuple[str, ...]:
    return (*_made_of(column.column), column.column.name) if isinstance(column, After) else ()


@dataclass(frozen=True)
class _Rows:
    """Adds columns to the rows of a record table; `raw` are its stored columns."""

    records: Records
    view: type[RecordView]
    raw: tuple[str, ...]

    def with_column(self, table: ir.Table, name: str) -> ir.Table:
        """The table with one more column of the view."""
        if name in self.view.fields:
            return table.mutate(**{name: self._own(table, name)})
        if name in _OF_PERSON:
            return self._via(table, self.view.fields["child"].name, "ssd_person", _OF_PERSON[name], name)
        if name.startswith("place_of_"):
            return self._placed(table, name)
        column = self.view.columns[name]
        if isinstance(column, Uncopied):
            return passed_over(self.records, table, name)
        if isinstance(column, Via | Lost | Followers | Last):
            return self._linked(table, column)
        return table.mutate(**{name: self._worked_out(table, column)})

    def _own(self, table: ir.Table, name: str) -> ir.Value:
        """One of the record's own values as a rule reads it: moments as days, blank text as nothing."""
        field = self.view.fields[name]
        value = table[field.name]
        if field.kind == "datetime":
            return value.date()
        return value.strip().nullif("") if isinstance(value, ir.StringValue) else value

    def _worked_out(self, table: ir.Table, column: Column) -> ir.Value:
        """A column that is found in the row and its line alone."""
        if isinstance(column, After):
            return _after(table[column.column.name], column)
        if column.name in {"next_start", "next_end"}:
            return self._next(table, column.name.removeprefix("next_"))
        if column.name == "id":
            return table[self.view.of.key]
        if column.name == "outdated_code":
            return outdated(self.view.of, table, self.records.as_at)
        if column.name in _OF_CODES:
            return _OF_CODES[column.name](self.view.of, table)
        return ibis.date(self.records.as_at.isoformat())

    def _linked(self, table: ir.Table, column: Via | Lost | Followers | Last) -> ir.Table:
        """A column that is found where a link leads, or where one comes from."""
        link = LINKS[column.link.table][column.link.name]
        if isinstance(column, Via):
            return self._via(table, link.column, link.to_table, column.read.name, column.name)
        if isinstance(column, Lost):
            return self._lost(table, link.column, link.to_table, link.to_column, column.name)
        far = self.records.table(column.link.table)
        far = far.filter(present(far[link.column]))
        found = far.group_by("authority", _key=far[link.column])
        if isinstance(column, Followers):
            counted = found.agg(**{column.name: far.count().cast("int64")})
            joined = _joined(table, counted, link.to_column)
            return joined.mutate(**{column.name: joined[column.name].fill_null(0)})
        day = far[column.read.name]
        all_have_it = ibis.cases((day.isnull(), 1), else_=0).max() == 0
        ended = found.agg(**{column.name: ibis.cases((all_have_it, day.max()), else_=ibis.null("date"))})
        return _joined(table, ended, link.to_column)

    def _via(self, table: ir.Table, link: str, other: str, read: str, name: str) -> ir.Table:
        """The table with a value of the record that a link leads to."""
        far = self.records.table(other)
        key = TABLES[other].key if other == "ssd_person" else LINKS[self.view.of.name][link].to_column
        far = far.filter(present(far[key]))
        found = far.group_by("authority", _key=far[key]).agg(**{name: far[read].min()})
        return _joined(table, found, link)

    def _lost(self, table: ir.Table, link: str, other: str, key: str, name: str) -> ir.Table:
        """The table with a flag where the link is filled and leads nowhere."""
        far = self.records.table(other)
        known = far.filter(far[key].notnull()).select("authority", _key=far[key]).distinct()
        joined = _joined(table, known.mutate(_known=ibis.literal(1, "int64")), link)
        lost = present(joined[link]) & joined["_known"].isnull()
        return joined.mutate(**{name: ibis.cases((lost, 1), else_=0).cast("int64")}).drop("_known")

    def _next(self, table: ir.Table, of: str) -> ir.Value:
        """The start or the end of the row that follows in the line; rows without a start stand last."""
        line = [field.name for field in self.view.line]
        far = ibis.date(_FAR)
        order = [table.start.fill_null(far), *([table.end.fill_null(far)] if "end" in table.columns else [])]
        over = ibis.window(group_by=["authority", *line], order_by=[*order, table[self.view.of.key]])
        known = table[line[0]].notnull() & table.start.notnull()
        return ibis.cases((known, table[of].lead().over(over)), else_=ibis.null("date"))

    def _placed(self, table: ir.Table, name: str) -> ir.Table:
        """Which of the rows with one id a row is, by start and all that stands in it; or of those alike but for it.

        Rows without an id, or alike without a start, stand alone.
        """
        key, start = self.view.of.key, ["start"] if "start" in self.view.fields else []
        others = [column for column in self.raw if column != key]
        if name == "place_of_id":
            alike, order, among = ["authority", key], [*start, *others], present(table[key])
        else:
            alike, order, among = others, [key], table[[*start, key][0]].notnull()
        place = ibis.row_number().over(ibis.window(group_by=alike, order_by=order)).cast("int64") + 1
        return table.mutate(**{name: ibis.cases((among, place), else_=1).cast("int64")})


def _after(day: ir.DateValue, column: After) -> ir.DateValue:
    if column.years:
        return birthday(day, column.years) if column.column.name == "born_on" else add_months(day, 12 * column.years)
    if column.days < 0:
        return (day - ibis.interval(days=-column.days)).cast("date")
    return (day + ibis.interval(days=column.days)).cast("date")


def _joined(table: ir.Table, found: ir.Table, column: str) -> ir.Table:
    """The table with what was found under `_key`, joined by one of its columns."""
    return plain(table.left_join(found, [table.authority == found.authority, table[column] == found["_key"]])).drop(
        "_key"
    )
