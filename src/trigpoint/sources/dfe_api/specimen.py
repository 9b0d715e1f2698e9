"""A child of whom a payload says everything that it can say: what of the records that fills is what it carries."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from trigpoint.sources.dfe_api.reader import Cell, Taken
from trigpoint.sources.dfe_api.records import records
from trigpoint.sources.dfe_api.shape import CHILD, Group, ItemKind
from trigpoint.sources.ssda903.permanence import ADOPTED

_CELLS: Mapping[ItemKind, Cell] = {
    "text": "1",
    "day": date(2020, 5, 1),
    "flag": "Y",
    "whole": "1",
    "codes": ["1"],
}
_TELLS_MORE: Mapping[str, Cell] = {"end_reason": min(ADOPTED)}
"""Items of which one code fills columns that the others leave empty."""
_UNDERSTOOD = {
    "ssd_cp_plans": {"cppl_cp_plan_ola"},
    "ssd_immigration_status": {"immi_immigration_status_start_date"},
}
"""Columns that a payload has no place for and yet answers: its plans are the authority's own, and a child is an
unaccompanied asylum seeker from the first."""


@cache
def carried() -> Mapping[str, frozenset[str]]:
    """The columns of each record table that a payload fills."""
    found: dict[str, frozenset[str]] = {}
    for table, row in records(_taken(CHILD)):
        found[table] = found.get(table, frozenset()) | row.keys()
    return {name: filled | _UNDERSTOOD.get(name, set()) for name, filled in found.items()}


def _taken(group: Group) -> Taken:
    cells = {name: _TELLS_MORE.get(name, _CELLS[item.kind]) for name, item in group.items.items()}
    return Taken(cells, {name: [_taken(inner)] for name, inner in group.groups.items()})
