"""The benchmark on two small authorities: the contenders agree, and a contender that counts otherwise is caught."""

from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks import compare as comparing
from benchmarks.data import AS_AT, SMALL
from benchmarks.results import Measured, markdown, write
from benchmarks.subject import SUBJECTS
from benchmarks.timing import Turns

from trigpoint.engine import Engine
from trigpoint.measures import MEASURES
from trigpoint.synthetic import synthesize
from trigpoint.tasks.load import load
from trigpoint.tasks.opened import engine_on
from trigpoint.tasks.stored import snapshot_of


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """An engine on one invented authority, small enough for a test."""
    home: Path = tmp_path_factory.mktemp("bench")
    synthesize(8, 3, 5, AS_AT, home / "records", form="parquet", processes=1)
    load([home / "records"], home / "store", AS_AT, authority="Small")
    return engine_on(snapshot_of(home / "store"))


@pytest.mark.parametrize("name", ["rereferrals_12m_pct", "cla_rate_per_10000"])
def test_contenders_agree(engine: Engine, name: str, tmp_path: Path) -> None:
    """A flow and a state, by three ways: equal figures, a time for each, and a page that says so."""
    subject = next(s for s in SUBJECTS if s.measure == name)
    found = comparing.compare(engine, subject, rounds=1)
    assert min(found.ours, found.sql, found.scan, found.loop) > 0
    measured = [Measured(SMALL, [], [found])]
    write(measured, markdown(measured, AS_AT, "a test", "a machine"), tmp_path)
    assert f"| `{name}` | {found.to_sql:.2f} |" in (tmp_path / "results.md").read_text()
    assert f"small,{name},to_sql," in (tmp_path / "results.csv").read_text()


def test_a_contender_that_counts_otherwise_is_caught(engine: Engine) -> None:
    """Hand-written SQL without the exclusion of what was authorised before it started."""
    subject = next(s for s in SUBJECTS if s.measure == "assessments_within_working_days_pct")
    wrong = replace(subject, numerator="(working_days <= 44)::int")
    with pytest.raises(comparing.DifferentFiguresError, match="hand-written SQL differs from ours"):
        comparing.compare(engine, wrong, rounds=1)


def test_every_subject_is_a_measure_over_its_own_columns() -> None:
    """What is timed is in the library, counts the view it names, and reads no column that the view lacks."""
    for subject in SUBJECTS:
        assert MEASURES[subject.measure].counts is subject.view
        assert {subject.day, *subject.columns} - {""} <= set(subject.view.columns)


def test_turns_divide_within_a_round() -> None:
    """Ratios are those of each round, not of the medians: a slow spell that hits one round moves nothing."""
    turns = Turns({"a": lambda: None, "b": lambda: None}, rounds=3)
    turns.taken = [{"a": 2.0, "b": 1.0}, {"a": 40.0, "b": 10.0}, {"a": 3.0, "b": 1.0}]
    assert turns.ratio("a", "b") == 3.0
    assert turns.typical("a") == 3.0
