"""The worklist: every row that fails a rule, with what is wrong, who can mend it and which measures it distorts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import pyarrow as pa

from trigpoint.measures import MEASURES
from trigpoint.quality.check_return import Finding
from trigpoint.records.returns import ReturnRow
from trigpoint.tasks.allocated import Allocated, Allocation
from trigpoint.tasks.returns import LoadedReturn, family

_TEXTS = ("authority", "team", "worker", "child", "family", "rule", "severity", "title", "values", "mend", "who")
_FIELDS: list[pa.Field[Any]] = [
    *(pa.field(name, pa.string()) for name in _TEXTS),
    pa.field("table", pa.string()),
    pa.field("record", pa.string()),
    pa.field("year", pa.int64()),
    pa.field("file", pa.string()),
    pa.field("row", pa.int64()),
    pa.field("measures", pa.string()),
    pa.field("first_seen", pa.date32()),
    pa.field("status", pa.string()),
    pa.field("accepted_reason", pa.string()),
    pa.field("accepted_until", pa.date32()),
    pa.field("accepted_by", pa.string()),
]
SCHEMA = pa.schema(_FIELDS)
"""Columns of the worklist. `values` are the cells that the rule is about; `record` names the record within its table
and child, by id where it has one, else by the day it begins; `measures` are those that the fault distorts."""

IDENTITY = ("authority", "family", "rule", "table", "child", "record")
"""What makes a finding the same one at the next load."""

Row = dict[str, Any]


def return_rows(checked: LoadedReturn, findings: Iterable[Finding], allocated: Allocated) -> Iterator[Row]:
    """The findings of a return as rows of the worklist, without what earlier loads and people said of them."""
    feeds: Mapping[str, Sequence[str]] = family(checked.form).FEEDS
    for finding in findings:
        row, rule = finding.row, finding.rule
        child = row.child.key
        at = allocated.get((checked.authority, child), Allocation())
        yield {
            "authority": checked.authority,
            "team": at.team,
            "worker": at.worker,
            "child": child,
            "family": checked.form,
            "rule": rule.code,
            "severity": rule.severity,
            "title": rule.title,
            "values": finding.values,
            "mend": rule.mend,
            "who": rule.who,
            "table": row.module,
            "record": _name(row),
            "year": checked.collection.year,
            "file": row.file or None,
            "row": row.row,
            "measures": said_measures(tuple(feeds[row.module])),
        }


def _name(row: ReturnRow) -> str:
    """The day a row begins, by which a person finds it in the child's record; a row without days has none."""
    day = next((name for name, column in row.columns.items() if column.kind == "past"), "")
    return row.said(day) if day else ""


@cache
def said_measures(tables: tuple[str, ...]) -> str:
    """Measures that read one of the record tables, by id, separated by commas."""
    return ", ".join(distorted(tables))


def distorted(tables: tuple[str, ...]) -> tuple[str, ...]:
    """Measures that read one of the record tables, by id."""
    given = set(tables)
    return tuple(sorted(name for name, measure in MEASURES.items() if given & {*measure.counts.needs, *measure.needs}))


def worklist(rows: Iterable[Row]) -> pa.Table:
    """The rows as a table, by authority, team and worker, the gravest first."""
    grave = {"error": 0, "warning": 1, "query": 2}
    placed = sorted(rows, key=lambda row: (*_who(row), grave[row["severity"]], row["rule"], row["child"] or ""))
    return pa.Table.from_pylist(placed, schema=SCHEMA)


def _who(row: Row) -> tuple[str, str, str]:
    return row["authority"], row["team"] or "~", row["worker"] or "~"
