"""The headline of every measure: DuckDB and the cluster give the same figures and the same rows behind them."""

from __future__ import annotations

from typing import Any

import pytest

from spark.engines import Engines, Key, figures, headlines, last_period, rows
from trigpoint.measures import MEASURES

pytestmark = pytest.mark.spark
MONTHS = 3
NUMBERS = ("numerator", "denominator", "excluded", "unknown", "pending")
Said = dict[str, dict[Key, dict[str, Any]]]


@pytest.fixture(scope="module")
def said(both: Engines) -> Said:
    """What each engine says of every measure at the last month-ends: a quarter's and a year's end among them."""
    months = range(both.month - MONTHS + 1, both.month + 1)
    return {name: figures(engine, headlines(), months) for name, engine in both.each().items()}


@pytest.mark.parametrize("measure", MEASURES)
def test_the_same_figures(measure: str, said: Said) -> None:
    expected, found = ({key: row for key, row in said[name].items() if key[0] == measure} for name in said)
    assert expected
    assert found.keys() == expected.keys()
    for key, row in expected.items():
        assert found[key] == row, key


def test_figures_are_of_many_children(said: Said) -> None:
    """Two engines that find nothing agree as well."""
    counted = {key[0] for key, row in said["duckdb"].items() if any(row[name] for name in NUMBERS)}
    assert len(counted) > 0.9 * len(MEASURES), set(MEASURES) - counted
    assert {type(row[name]) for row in said["spark"].values() for name in NUMBERS} <= {int, float, type(None)}


@pytest.mark.parametrize("measure", MEASURES)
def test_the_same_rows(measure: str, both: Engines) -> None:
    """Ids, children, days, classes, reasons and values; the other columns of the views are compared in the long run."""
    definition, period = last_period(measure, "", both.month)
    expected, found = (rows(engine, definition, period, columns=()) for engine in both.each().values())
    assert found == expected
