"""The long run: variants, breakdowns and whole lists of cases of random records full of edges, on both engines."""

from __future__ import annotations

import sys
from itertools import count, islice
from pathlib import Path

import pytest

from spark.engines import Engines, engines, figures, last_period, rows

sys.path.insert(0, str(Path(__file__).parents[1] / "engine"))
sys.path.insert(0, str(Path(__file__).parents[1] / "generative"))

from random_dice import Dice
from random_stores import random_store

from trigpoint.measures import MEASURES
from trigpoint.tasks.calculate import asked_for
from trigpoint.tasks.library import variants

pytestmark = [pytest.mark.spark, pytest.mark.long]
BREAKDOWNS = ("sex", "age_band", "ethnicity", "team", "placement_type", "legal_status")
AUTHORITIES = 12
FIRST = 500  # other records than those that the second opinion is held to every day


@pytest.fixture(scope="module")
def edges(tmp_path_factory: pytest.TempPathFactory, master: str) -> Engines:
    """Both engines on a store of several authorities, each with random records, as at a day within a month."""
    as_at = Dice(FIRST).as_at
    seeds = list(islice((seed for seed in count(FIRST) if Dice(seed).as_at == as_at), AUTHORITIES))
    store, _ = random_store(tmp_path_factory.mktemp("edges"), seeds)
    return engines(store, master)


@pytest.mark.parametrize("measure", MEASURES)
def test_the_same_figures_in_every_variant_and_breakdown(measure: str, edges: Engines) -> None:
    declared = MEASURES[measure]
    asked = asked_for(declared, (), variants(declared), "national")
    can = [name for name in BREAKDOWNS if name in declared.counts.breakdowns()]
    by = [(), *((name,) for name in can), *([("sex", "age_band")] if {"sex", "age_band"} <= set(can) else [])]
    months = range(edges.month - 1, edges.month + 1)
    expected, found = (figures(engine, asked, months, by) for engine in edges.each().values())
    assert found.keys() == expected.keys()
    assert {key: row for key, row in found.items() if row != expected[key]} == {}
    assert expected


@pytest.mark.parametrize("measure", MEASURES)
def test_the_same_rows_with_every_column(measure: str, edges: Engines) -> None:
    for variant in variants(MEASURES[measure]):
        definition, period = last_period(measure, variant, edges.month)
        expected, found = (rows(engine, definition, period) for engine in edges.each().values())
        assert found == expected, variant
