"""Every rule of the returns run on rows of nothing, nonsense or dates at the ends of the calendar: none breaks."""

from __future__ import annotations

import importlib
from typing import Any, cast

import pyarrow as pa
import pytest

from trigpoint.quality.check_return import check_return
from trigpoint.quality.library import rules
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns import Collection, ReturnRow

ODD = (None, "", "?", "0001-01-01", "9999-12-31", "2024-02-29", "2025-04-01", "1", "-1", "ZZ/ZZ/2025", "É²")
"""Cells as they may stand in any column."""


@pytest.mark.parametrize("family", ["ssda903", "cin_census"])
@pytest.mark.parametrize("nested", [True, False])
def test_no_rule_breaks_on_odd_cells(family: str, *, nested: bool) -> None:
    home: Any = importlib.import_module(f"trigpoint.quality.{family}")
    before = Collection(home.NEWEST - 1, tables(home.MODULES, nested=nested), look_ups=home.EXAMPLE_LOOK_UPS)
    every = cast("list[ReturnRule[Any]]", list(rules(family).values()))
    for year in range(2023, home.NEWEST + 1):
        now = Collection(
            year,
            tables(home.MODULES, nested=nested),
            previous=before,
            look_ups=home.EXAMPLE_LOOK_UPS,
            is_xml=True,
        )
        check = check_return(every, now)
        assert [(rule.code, fault) for rule, fault in check.broken] == []
        assert check.ran


def tables(modules: tuple[type[ReturnRow], ...], *, nested: bool) -> dict[type[ReturnRow], pa.Table]:
    """Two rows of each cell to each of two children; a nested row lies in one of its outer module, or in none."""
    cells = [cell for cell in ODD for _ in range(2)] * 2
    children = [str(place * 2 // len(cells)) for place in range(len(cells))]
    keys = {module.module: range(at * 1000, at * 1000 + len(cells)) for at, module in enumerate(modules)}
    made = {}
    for module in modules:
        # Each column begins at another cell, so that a row mixes them.
        shifted = {name: cells[at:] + cells[:at] for at, name in enumerate(module.columns)}
        columns = {name: pa.array(column, pa.string()) for name, column in shifted.items()}
        outer = list(keys.get(module.lies_in, [None] * len(cells)) if nested else [None] * len(cells))
        held = {"child_key": pa.array(children), "row_key": pa.array(keys[module.module], pa.int64())}
        made[module] = pa.table({**columns, **held, "within_key": pa.array(outer, pa.int64())})
    return made
