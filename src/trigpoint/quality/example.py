"""Worked examples of a rule, written as rows: read, made into a return, and held against what the rule lists.

A line is one example: `fails:` or `passes:` (or `fails in 2024:` for that collection year), then rows parted by `;`; a
line that ends in `;` goes on in the next. A row is a module and its filled columns, `Episodes DECOM=01/05/2024 RNE=S`;
a cell of several words stands in quotes. The child is 1 where none is given. Before a row, `*` marks a row that must be
listed where not every row of the module is, and `last year` a row of the return before. A nested row lies in the
nearest row above it of the child.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pyarrow as pa

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns import Collection, LookUps, ReturnRow

_DAY = "%d/%m/%Y"
_GOES_ON = re.compile(r";[ ]*\n\s*")


@dataclass(frozen=True)
class Given:
    """A row of an example as it is written."""

    module: type[ReturnRow]
    child: str
    cells: Mapping[str, str]
    is_listed: bool
    is_last_year: bool


@dataclass(frozen=True)
class Example:
    """One line of examples."""

    line: str
    fails: bool
    year: int
    rows: tuple[Given, ...]

    def expected(self, rule: ReturnRule[Any]) -> set[tuple[str, int]]:
        """Module and place of every row that the rule must list. Raises ValueError when one that fails names none."""
        if not self.fails:
            return set()
        condition = rule.condition(self.year)
        lists = condition.lists if condition else rule.lists
        starred = any(row.is_listed for row in self.rows)
        places: dict[type[ReturnRow], int] = {}
        found = set()
        for row in self.rows:
            if not row.is_last_year:
                place = places[row.module] = places.get(row.module, -1) + 1
                if row.is_listed if starred else row.module is lists:
                    found.add((row.module.module, place))
        if not found:
            raise ValueError(f"Rule {rule.code}: the example says of no row that it must be listed: {self.line}")
        return found

    def collection(self, modules: tuple[type[ReturnRow], ...], look_ups: LookUps) -> Collection:
        """The example as a return that has every module, with the return of the year before."""
        before = _collection([row for row in self.rows if row.is_last_year], modules, self.year - 1, look_ups)
        now = [row for row in self.rows if not row.is_last_year]
        return _collection(now, modules, self.year, look_ups, previous=before)


def examples(rule: ReturnRule[Any], modules: tuple[type[ReturnRow], ...], newest: int) -> Iterator[Example]:
    """The examples of a rule. Those without a year are of the newest collection year that has the rule."""
    for line in filter(None, map(str.strip, _GOES_ON.sub("; ", rule.examples).splitlines())):
        head, _, body = line.partition(":")
        verdict, _, year = head.partition(" in ")
        if verdict not in {"fails", "passes"}:
            raise ValueError(f"Rule {rule.code}: an example begins with `fails:` or `passes:`, not {head!r}.")
        given = tuple(_given(text, {module.module: module for module in modules}) for text in body.split(";"))
        yield Example(line, verdict == "fails", int(year or rule.until or newest), given)


def _given(text: str, modules: Mapping[str, type[ReturnRow]]) -> Given:
    stripped = text.strip()
    words = shlex.split(stripped.removeprefix("*"))
    last_year = words[:2] == ["last", "year"]
    name, *cells = (words[2:] if last_year else words) or [""]
    if name not in modules or any("=" not in cell for cell in cells):
        raise ValueError(f"A row is a module and its columns, `Episodes DECOM=01/05/2024 RNE=S`, not {stripped!r}.")
    pairs = dict(cell.split("=", 1) for cell in cells)
    child = pairs.pop("child", pairs.get("CHILD") or pairs.get("LAchildID") or "1")
    module = modules[name]
    if unknown := [column for column in pairs if column not in module.columns]:
        raise ValueError(f"{name} has no column {', '.join(unknown)}: {stripped}")
    return Given(module, child, pairs, stripped.startswith("*"), last_year)


def _collection(
    rows: list[Given],
    modules: tuple[type[ReturnRow], ...],
    year: int,
    look_ups: LookUps,
    previous: Collection | None = None,
) -> Collection:
    within = _within(rows)
    tables = {}
    for module in modules:
        own = [(key, row) for key, row in enumerate(rows) if row.module is module]
        columns = {name: pa.array([_cell(row, name) for _, row in own], pa.string()) for name in module.columns}
        held = {
            "child_key": pa.array([row.child for _, row in own], pa.string()),
            "row_key": pa.array([key for key, _ in own], pa.int64()),
            "within_key": pa.array([within[key] for key, _ in own], pa.int64()),
        }
        tables[module] = pa.table({**columns, **held})
    return Collection(year, tables, previous=previous, look_ups=look_ups, is_xml=True)


def _cell(row: Given, name: str) -> str | None:
    if name in {"CHILD", "LAchildID"} and name not in row.cells:
        return row.child
    given = row.cells.get(name) or None
    if given and row.module.columns[name].is_date:
        try:
            return datetime.strptime(given, _DAY).date().isoformat()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            return given
    return given


def _within(rows: list[Given]) -> list[int | None]:
    """The row that each lies in: the nearest of its child above it whose module its own is nested in."""
    found: list[int | None] = []
    for place, row in enumerate(rows):
        outer = row.module.lies_in
        known = [at for at in range(place) if rows[at].module.module == outer and rows[at].child == row.child]
        found.append(known[-1] if known else None)
    return found
