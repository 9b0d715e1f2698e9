"""The record tables of a census as they grow child by child; what is told twice is counted once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from trigpoint.records import TABLES
from trigpoint.records.returns import ReturnRow, cin_census
from trigpoint.sources.cin_census.need import episode
from trigpoint.sources.cin_census.people import Record, disability, person
from trigpoint.sources.cin_census.rows import Row
from trigpoint.sources.issue import Issue, listed
from trigpoint.sources.part import Part, table_of
from trigpoint.sources.ssda903.care import Names

MODULES: dict[str, tuple[type[ReturnRow], ...]] = {
    "ssd_person": (cin_census.Header, cin_census.ChildIdentifiers, cin_census.ChildCharacteristics),
    "ssd_linked_identifiers": (),
    "ssd_disability": (cin_census.Disabilities,),
    "ssd_cin_episodes": (cin_census.CINdetails,),
    "ssd_cin_assessments": (cin_census.Assessments,),
    "ssd_assessment_factors": (cin_census.AssessmentFactorsList,),
    "ssd_cin_plans": (cin_census.CINplanDates,),
    "ssd_s47_enquiry": (cin_census.Section47,),
    "ssd_initial_cp_conference": (),
    "ssd_cp_plans": (cin_census.ChildProtectionPlans,),
    "ssd_cp_reviews": (cin_census.Reviews,),
}
"""The record tables that a census gives, and the modules whose issues each tells."""

_TABLE_OF = {
    cin_census.Disabilities: "ssd_disability",
    cin_census.CINdetails: "ssd_cin_episodes",
    cin_census.Assessments: "ssd_cin_assessments",
    cin_census.CINplanDates: "ssd_cin_plans",
    cin_census.Section47: "ssd_s47_enquiry",
    cin_census.ChildProtectionPlans: "ssd_cp_plans",
    cin_census.Reviews: "ssd_cp_reviews",
}
"""The record table in which each row of a module is a row; others come of several."""


@dataclass
class _Table:
    """A record table by column. All of its rows fill the same columns."""

    columns: dict[str, list[Any]] = field(default_factory=dict)
    rows: int = 0
    refused: int = 0
    repeated: int = 0

    def add(self, row: dict[str, Any]) -> None:
        for name, value in row.items():
            self.columns.setdefault(name, []).append(value)
        self.rows += 1


class Records:
    """Record tables of one census. `file` is its name as the person is shown it."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._names = Names()
        self._tables = {name: _Table() for name in MODULES}
        self._seen: dict[str, set[Hashable]] = {}
        self._copies: dict[type[ReturnRow], list[int]] = {}
        self._empty: dict[type[ReturnRow], list[int]] = {}
        self._again: list[tuple[int, str]] = []
        self._without_id: list[int] = []

    def add(self, child: str | None, line: int, rows: list[Row]) -> None:
        """Take in a Child element that begins on a line. Its rows are changed: copies are taken out of them.

        Without id (None) every row that it would give is refused.
        """
        if child is None:
            self._without_id.append(line)
            for name in ("ssd_person", *_tables(rows)):
                self._tables[name].refused += 1
            return
        seen = self._seen.get(child)
        if seen is None:
            seen = self._seen[child] = set()
        else:
            self._again.append((line, "another Child has this LAchildID too; both are taken as one child"))
        self._person(child, rows, seen)
        for row in rows:
            if row.module is cin_census.ChildCharacteristics:
                for one in self._fresh(row.inner, seen):
                    self._take(disability(child, one, self._names))
            elif row.module is cin_census.CINdetails:
                for one in self._fresh([row], seen):
                    self._prune(one)
                    self._take(episode(child, one, self._names))

    def _person(self, child: str, rows: list[Row], seen: set[Hashable]) -> None:
        own = [row for row in rows if row.module is not cin_census.CINdetails]
        mark = hash(tuple((row.module.module, *row.cells.items(), *row.unread.items()) for row in own))
        if mark in seen:
            self._tables["ssd_person"].repeated += 1
        else:
            seen.add(mark)
            self._take(person(child, rows, self._names))

    def _fresh(self, rows: list[Row], seen: set[Hashable]) -> Iterator[Row]:
        """Rows of a child that nothing said before them."""
        for row in rows:
            if self._is_first(row, seen):
                yield row

    def _prune(self, row: Row) -> None:
        """Take out of a row what is told in it twice."""
        seen: set[Hashable] = set()
        row.inner = [one for one in row.inner if self._is_first(one, seen)]
        for one in row.inner:
            if one.inner:
                self._prune(one)

    def _is_first(self, row: Row, seen: set[Hashable]) -> bool:
        """Whether a row says something, and something that was not said before it."""
        if row.is_empty:
            self._empty.setdefault(row.module, []).append(row.line or 0)
            self._count(row, "refused")
            return False
        mark = hash(row.content())  # the contents of a whole census would fill the memory
        if mark in seen:
            self._copies.setdefault(row.module, []).append(row.line or 0)
            self._count(row, "repeated")
            return False
        seen.add(mark)
        return True

    def _count(self, row: Row, what: str) -> None:
        for name in _tables([row]):
            setattr(self._tables[name], what, getattr(self._tables[name], what) + 1)

    def _take(self, found: Iterable[Record]) -> None:
        for name, row in found:
            self._tables[name].add(row)

    def issues(self, module: type[ReturnRow]) -> Iterator[Issue]:
        """What is to be told of the rows of a module besides their cells."""
        if module is cin_census.ChildIdentifiers:
            lost = [(line, "the child has no id, so everything about it was left out") for line in self._without_id]
            yield from listed(self._file, "LAchildID", lost, "give every child its id", "error")
            mend = "give each child one Child element"
            yield from listed(self._file, "LAchildID", self._again, mend, "warning")
        if empty := self._empty.get(module):
            lost = [(line, f"there is nothing in {module.module}, so it was left out") for line in empty]
            yield from listed(self._file, "", lost, "fill it in the case system, or remove it", "error")
        if copies := self._copies.get(module):
            what = (
                f"{len(copies):,} rows of {module.module} say what another of the same child says and were counted once"
            )
            mend = "remove the copies in the case system"
            yield Issue(self._file, copies[0], "", f"{what}; the first is line {copies[0]}", mend, "warning")

    def filled(self) -> Mapping[str, frozenset[str]]:
        """The columns of each record table that its rows fill."""
        return {name: frozenset(table.columns) for name, table in self._tables.items()}

    def part(self, name: str, authority: str, issues: list[Issue]) -> Part:
        """One record table with what is to be told of it."""
        table = self._tables[name]
        schema = TABLES[name].schema()
        columns = {column: pa.array(cells, schema.field(column).type) for column, cells in table.columns.items()}
        data = table_of(name, authority, columns, table.rows)
        rows_in = table.rows + table.refused + table.repeated
        return Part(authority, name, data, rows_in, table.refused, table.repeated, issues)


def _tables(rows: Iterable[Row]) -> Iterator[str]:
    """The table of every row that is one of its own, at whatever depth."""
    for row in rows:
        if row.module in _TABLE_OF:
            yield _TABLE_OF[row.module]
        yield from _tables(row.inner)
