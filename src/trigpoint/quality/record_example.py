"""Worked examples of a rule of the records, written as rows: read, made into record tables.

An example is `fails:` or `passes:`, then rows parted by `;`, over as many lines as it needs. A row is a record view and
its filled columns, `CpPlan start=2024-05-01 cppl_icpc_id=C1`: names of the view, or of the stored column. The child is
1 and the id a new one where none is given. `*` marks a row that must be found where not every row of the first view is.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pyarrow as pa

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.record_view import RecordView
from trigpoint.records.table import TABLES


@dataclass(frozen=True)
class RecordRow:
    """A row of an example: its view, and its cells by stored column."""

    view: type[RecordView]
    cells: Mapping[str, str]
    is_listed: bool

    @property
    def id(self) -> str:
        """The id under which the row is found; empty in a table without ids."""
        return self.cells.get(self.view.of.key, "")


@dataclass(frozen=True)
class RecordExample:
    """One example."""

    line: str
    fails: bool
    rows: Sequence[RecordRow]

    @property
    def expected(self) -> list[tuple[str, str]]:
        """Table and id of every row that must be found, in order."""
        starred = any(row.is_listed for row in self.rows)
        found = [row for row in self.rows if (row.is_listed if starred else row.view is self.rows[0].view)]
        return sorted((row.view.of.name, row.id) for row in found) if self.fails else []

    def tables(self) -> dict[str, pa.Table]:
        """The rows of each record table they belong to, in its stored columns but for the authority."""
        found: dict[str, list[RecordRow]] = {}
        for row in self.rows:
            found.setdefault(row.view.of.name, []).append(row)
        return {name: _table(name, rows) for name, rows in found.items()}


def record_examples(rule: RecordRule, views: Mapping[str, type[RecordView]]) -> Iterator[RecordExample]:
    """The examples of a rule; `views` are the record views by their names. Raises ValueError for a line amiss."""
    for line in re.split(r"\n\s*(?=fails:|passes:)", rule.examples.strip()):
        verdict, _, body = line.partition(":")
        if verdict not in {"fails", "passes"}:
            raise ValueError(f"{rule.id}: an example begins with `fails:` or `passes:`, not {verdict!r}.")
        yield RecordExample(line, verdict == "fails", [_row(p, t, views) for p, t in enumerate(body.split(";"))])


def _row(place: int, text: str, views: Mapping[str, type[RecordView]]) -> RecordRow:
    name, *words = shlex.split(text)
    view = views[name.removeprefix("*")]
    given = dict(word.split("=", 1) for word in words)
    stored = {"id": view.of.key, **{of: field.name for of, field in view.fields.items()}}
    cells = {stored.get(of, of): value for of, value in given.items()}
    cells = {**({view.of.key: str(place)} if view.of.key else {}), **cells}
    if "child" in view.fields:
        cells |= {stored["child"]: given.get("child", "1")}
    if unknown := [of for of in cells if of not in view.of.schema().names]:
        raise ValueError(f"{name} has no column {', '.join(unknown)}: {text.strip()}")
    return RecordRow(view, cells, name.startswith("*"))


def _table(name: str, rows: Sequence[RecordRow]) -> pa.Table:
    schema = TABLES[name].schema().remove(0)
    columns = [pa.array([_cell(row.cells.get(c.name), c.type) for row in rows], c.type) for c in schema]
    return pa.table(columns, schema=schema)


def _cell(value: str | None, kind: pa.DataType) -> Any:
    if not value:
        return None
    if pa.types.is_date(kind):
        return date.fromisoformat(value)
    if pa.types.is_timestamp(kind):
        return datetime.fromisoformat(value)
    return int(value) if pa.types.is_integer(kind) else value
