"""A child of whom a return says everything that it can say: what of the records that fills is what it carries."""

from __future__ import annotations

from datetime import date
from functools import cache

import numpy as np
import pyarrow as pa

from trigpoint.records.returns import ReturnColumn
from trigpoint.sources.columns import Column
from trigpoint.sources.ssda903.collection import Collection
from trigpoint.sources.ssda903.modules import MODULES, YEARS, first_day
from trigpoint.sources.ssda903.permanence import ADOPTED
from trigpoint.sources.ssda903.rows import ModuleRows
from trigpoint.sources.ssda903.view import View

_YEAR = YEARS[-1]
_DAY: date = first_day(_YEAR)
_TELLS_MORE = {"REC": min(ADOPTED)}
"""Columns of which one code fills what the others leave empty."""


@cache
def specimen(modules: frozenset[str]) -> View:
    """A return that has these modules, each with one row in which every column is filled."""
    found = {
        name: ModuleRows(name, "", {c.name: _cell(c) for c in MODULES[name].in_xml}, np.array([1])) for name in modules
    }
    return View([Collection(_YEAR, found)])


def _cell(column: ReturnColumn) -> Column:
    if column.is_date:
        return pa.array([_DAY], pa.date32())
    if column.kind == "number":
        return pa.array([1], pa.int64())
    return pa.array([_TELLS_MORE.get(column.name, "1")])
