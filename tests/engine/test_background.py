"""Steps that are worked out while others are written: in their order, each failure told, nothing left behind."""

from __future__ import annotations

import gc
from concurrent.futures import Future
from pathlib import Path
from threading import Event

import duckdb
import ibis
import pyarrow as pa
import pytest

from trigpoint.engine.backends import DuckDB
from trigpoint.engine.background import Background

ROWS = pa.table(
    {"authority": [1, 1, 2, 2], "child": [7, None, None, 9], "n": [1, 2, 4, 8], "said": ["1", "2", "x", "4"]}
)


@pytest.fixture
def backend(tmp_path: Path) -> DuckDB:
    made = DuckDB()
    made.start(tmp_path)
    return made


def test_a_piece_begins_when_all_that_it_stands_on_is_done() -> None:
    background, free, done = Background(2), Event(), []

    def work(name: str, waits: bool = False) -> str:
        assert not waits or free.wait(10)
        done.append(name)
        return name

    first = background.begin(lambda: work("first", waits=True))
    second = background.begin(lambda: work("second"), [first])
    third = background.begin(lambda: work("third"), [first, second])
    beside = background.begin(lambda: work("beside"))
    assert beside.result(10) == "beside"
    free.set()
    assert third.result(10) == "third"
    assert done == ["beside", "first", "second", "third"]


def test_what_stands_on_a_failure_fails_with_it() -> None:
    background, ran = Background(1), []
    failed: Future[float] = background.begin(lambda: 1 / 0)
    after = background.begin(lambda: ran.append("after"), [failed])
    with pytest.raises(ZeroDivisionError):
        after.result(10)
    assert not ran


def test_nothing_begins_once_it_is_stopped() -> None:
    background, free, ran = Background(1), Event(), []
    first = background.begin(lambda: free.wait(10))
    background.begin(lambda: ran.append("waiting for a thread"))
    background.begin(lambda: ran.append("waiting for the first"), [first])
    background.stop()
    free.set()
    assert first.result(10)
    background.begin(lambda: ran.append("late"))
    assert not ran


def test_its_statements_are_run_in_the_same_time_zone(backend: DuckDB, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "America/New_York")
    backend.hold(ROWS, "given")
    midnight = backend.con.sql("SELECT CAST(TIMESTAMPTZ '2024-03-01 00:00:00+00' AS DATE) AS day FROM given LIMIT 1")
    assert str(midnight.cache().execute().day[0])[:10] == "2024-03-01"


def test_a_step_is_there_for_all_that_read_it(backend: DuckDB) -> None:
    rows = backend.hold(ROWS, "given")
    step = rows.filter(rows.n > 1).cache()
    totals = step.group_by("authority").agg(n=step.n.sum()).cache()
    kept = backend.lasting(totals.join(step, "authority"), "kept")
    given = ibis.memtable({"authority": [2], "name": ["B"]})
    named = totals.join(given, "authority").cache()
    assert sorted(named.to_pyarrow().to_pylist(), key=str) == [{"authority": 2, "n": 12, "name": "B"}]
    assert sorted(kept().n.execute()) == [2, 12, 12]
    del step, totals, named
    kept2 = backend.lasting(rows, "kept2")
    assert kept2().count().execute() == 4
    gc.collect()
    assert [name for name in backend.con.list_tables() if "cached" in name] == []


def test_a_failed_step_is_told_wherever_it_is_read(backend: DuckDB) -> None:
    rows = backend.hold(ROWS, "given")
    step = rows.select(number=rows.said.cast("int64")).cache()
    with pytest.raises(duckdb.ConversionException):
        backend.lasting(step.filter(step.number > 1), "kept")()
    with pytest.raises(duckdb.ConversionException):
        step.count().execute()


def test_rows_without_a_child_stay_apart_by_authority(backend: DuckDB) -> None:
    """DuckDB is asked for one number a child; where there is none, the authority must still tell."""
    rows = backend.hold(ROWS, "given")
    line = ibis.window(group_by=["authority", "child"])
    assert sorted(rows.select(total=rows.n.sum().over(line)).total.execute()) == [1, 2, 4, 8]
