"""A child of whom the census says everything that it can say: what of the records that fills is what it carries."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from trigpoint.records.returns import ReturnRow
from trigpoint.sources.cin_census.records import Records
from trigpoint.sources.cin_census.rows import Row
from trigpoint.sources.cin_census.shape import CHILD, Group, Repeated

_DAY = date(2020, 5, 1)
_UNDERSTOOD = {"ssd_cp_plans": {"cppl_cp_plan_ola"}}
"""Columns that a census has no place for and yet answers: its plans are the authority's own, never another's."""


@cache
def carried() -> Mapping[str, frozenset[str]]:
    """The columns of each record table that a census fills."""
    records = Records("")
    records.add("1", 1, [_row(group) for group in CHILD.values()])
    return {name: filled | _UNDERSTOOD.get(name, set()) for name, filled in records.filled().items()}


def _row(group: Group) -> Row:
    row = Row(group.module, {}, 1)
    for one in group.inside:
        if isinstance(one, str):
            row.cells[one] = _cell(group.module, one)
        elif isinstance(one, Repeated):
            row.inner.append(Row(one.module, {one.item: _cell(one.module, one.item)}, 1))
        else:
            row.inner.append(_row(one))
    return row


def _cell(module: type[ReturnRow], item: str) -> date | str:
    return _DAY if module.columns[item].is_date else "1"
