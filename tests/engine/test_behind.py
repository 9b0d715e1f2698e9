"""Work that is put off: it is done in its order, a fault of it is raised, and who is stopped does not wait for it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import ibis
import pyarrow as pa
import pytest
from random_stores import engine_of, random_store

from trigpoint.engine.backends import DuckDB
from trigpoint.language.definition import NATIONAL
from trigpoint.language.period import PeriodType, month_of
from trigpoint.measures import MEASURES
from trigpoint.store import StoreError
from trigpoint.tasks.calculate import asked_for

MEASURES_ASKED = ("cla_at_period_end", "cla_reviews_in_timescale_pct", "cpp_at_period_end")
ROWS = pa.table({"n": [1, 2, 3]})


@pytest.fixture
def backend(tmp_path: Path) -> DuckDB:
    made = DuckDB()
    made.start(tmp_path)
    return made


def test_steps_stand_on_steps_before_them_and_go_when_nobody_needs_them(backend: DuckDB) -> None:
    rows = backend.hold(ROWS, "given")
    with backend.ahead():
        with backend.putting_off():
            listed = ibis.memtable({"n": [2, 3], "m": [20, 30]})  # known to one connection only
            step = rows.join(listed, "n").cache()
            file = backend.lasting(step.filter(step.n > 0), "through_a_file")
            wait = backend.mark()
            del step
        wait()
        assert sorted(file.m.to_pyarrow().to_pylist()) == [20, 30]
        at_once = file.mutate(k=file.m + 1).cache()
        assert at_once.k.sum().to_pyarrow().as_py() == 52
    del at_once
    assert [name for name in backend.con.list_tables() if name.startswith("ibis_cached")] == []


def test_the_first_fault_is_raised_for_whoever_waits_and_nothing_is_done_after_it(backend: DuckDB) -> None:
    rows, done = backend.hold(ROWS, "given"), list[str]()

    def full(_: Callable[[Path], None]) -> Path:
        raise OSError("the disk is full")

    def kept(write: Callable[[Path], None]) -> Path:
        done.append("after")
        write(backend.scratch / "after.parquet")
        return backend.scratch / "after.parquet"

    def put_off() -> Callable[[], None]:
        with backend.putting_off():
            backend.lasting(rows, "never", full)
            wait = backend.mark()
            backend.lasting(rows, "after", kept)
        return wait

    with pytest.raises(OSError, match="the disk is full"), backend.ahead():
        put_off()()
    with pytest.raises(OSError, match="the disk is full"), backend.ahead():
        put_off()  # and whoever does not wait is told at the end
    assert done == []
    backend.lasting(rows, "after", kept)
    assert done == ["after"]


def test_who_is_stopped_stops_what_runs_behind(backend: DuckDB) -> None:
    forever = backend.con.sql("SELECT max(a.range + b.range) AS n FROM range(100_000_000) a, range(100_000_000) b")
    began = time.monotonic()

    def stopped() -> None:
        with backend.ahead():
            with backend.putting_off():
                backend.lasting(forever, "forever")
            time.sleep(0.2)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert time.monotonic() - began < 60, "the query would have taken days"
    assert backend.hold(ROWS, "given").n.sum().to_pyarrow().as_py() == 6


def test_an_engine_whose_view_could_not_be_kept_counts_as_ever_when_asked_again(tmp_path: Path) -> None:
    store, as_at = random_store(tmp_path, (24, 56))
    asked = [
        one for name in MEASURES_ASKED for one in asked_for(MEASURES[name], (PeriodType.SNAPSHOT,), [""], NATIONAL)
    ]
    months = [month_of(as_at) - 1]
    engine, other = engine_of(store), engine_of(store)
    keep, engine.keep = engine.keep, _full
    with pytest.raises(StoreError, match="no room"):
        engine.figures(asked, months)
    engine.keep = keep
    found = engine.figures(asked, months)
    assert found.num_rows
    assert found.equals(other.figures(asked, months))


def _full(*_: object) -> Path:
    raise StoreError("There is no room for a view.")
