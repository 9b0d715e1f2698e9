"""A load killed at any moment: the store stands at its last complete state, and the next load succeeds."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from commands import people, run

from trigpoint.records import TABLES
from trigpoint.store import Store

KILLS = 200 if os.environ.get("TRIGPOINT_LONG") == "1" else 20
ROWS = 4_000


def started(files: Path, store: Path) -> int:
    """A load in a process of its own, forked from this one: what it needs is imported already."""
    child = os.fork()
    if child:
        return child
    code = 70
    try:
        code = run("load", files, "--store", store, "--as-at", "2024-04-30", "--quiet").code
    finally:
        os._exit(code)


def ended(child: int) -> int:
    """How a process ended: its exit code, or minus the signal. One that hangs is ended and told of."""
    give_up = time.monotonic() + 60
    while time.monotonic() < give_up:
        gone, status = os.waitpid(child, os.WNOHANG)
        if gone:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.002)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    raise AssertionError("the load did not end within a minute")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few thousand rows in four tables."""
    folder = people(tmp_path_factory.mktemp("files") / "A", ROWS)
    (folder / "ssd_family.csv").write_text(
        "fami_table_id,fami_family_id,fami_person_id\n" + "".join(f"T{n},F{n // 3},C{n}\n" for n in range(ROWS)),
        encoding="utf-8",
    )
    (folder / "ssd_contacts.csv").write_text(
        "cont_contact_id,cont_person_id,cont_contact_date\n"
        + "".join(f"K{n},C{n},2024-0{n % 3 + 1}-1{n % 9}\n" for n in range(ROWS)),
        encoding="utf-8",
    )
    return folder


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with one snapshot, the last complete state of every try; made by a command in this process, so that
    the tries begin with everything imported."""
    home = tmp_path_factory.mktemp("begun")
    assert run("load", people(home / "B"), "--store", home / "store", "--as-at", "2024-03-31").code == 0
    return home / "store"


def seconds(files: Path, begun: Path, home: Path) -> float:
    """How long a load takes from fork to exit; the shortest of three, so that most kills fall before its end."""
    took = []
    for number in range(3):
        store = home / f"timed{number}"
        shutil.copytree(begun, store)
        began = time.perf_counter()
        assert ended(started(files, store)) == 0
        took.append(time.perf_counter() - began)
    return min(took)


def rows_of(store: Path) -> dict[str, int]:
    """Rows of every table of the newest snapshot, read from the files themselves, their hashes proved."""
    snapshot = Store(store).current()
    assert snapshot is not None
    assert not snapshot.changed()
    return {
        name: pa.concat_tables(pq.read_table(path) for path in paths).num_rows
        for name, paths in snapshot.tables.items()
        if name in TABLES
    }


def test_every_moment_of_a_load_may_be_its_last(files: Path, begun: Path, tmp_path: Path) -> None:
    whole = seconds(files, begun, tmp_path)
    before, after = rows_of(begun), rows_of(tmp_path / "timed0")
    assert before == {"ssd_person": 2}
    assert after["ssd_person"] == after["ssd_family"] == after["ssd_contacts"] == ROWS
    dice, killed = random.Random(1), 0
    for number in range(KILLS):
        store = tmp_path / f"store{number}"
        shutil.copytree(begun, store)
        child = started(files, store)
        time.sleep((number + dice.random()) / KILLS * whole)
        os.kill(child, signal.SIGKILL)
        code = ended(child)
        assert code in {0, -signal.SIGKILL}, code
        killed += code != 0
        # A kill may fall after the one rename and before the exit: then the new state is the last complete one.
        stands = len(Store(store).snapshots())
        assert stands in ({2} if code == 0 else {1, 2})
        assert rows_of(store) == (after if stands == 2 else before)
        assert ended(started(files, store)) == 0
        assert len(Store(store).snapshots()) == stands + 1
        assert rows_of(store) == after
        assert not list(store.rglob(".tmp-*"))
        shutil.rmtree(store)
    assert killed >= KILLS // 4
