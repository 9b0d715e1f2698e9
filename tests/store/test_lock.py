"""One writer at a time, and what happens to the lock of one that died."""

from __future__ import annotations

import json
import multiprocessing
import os
import platform
import threading
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from stores import load, seen

from trigpoint.store import Store, StoreError
from trigpoint.store.process import start_of

FORK = multiprocessing.get_context("fork")  # a fresh interpreter for each child would take seconds


def hold(path: Path, pipe: Connection) -> None:
    """Hold the lock of a store until told to go on."""
    with Store(path).writing():
        pipe.send("held")
        pipe.recv()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "store")
    load(store, 1)
    return store


def lock(store: Store) -> Path:
    return store.path / "writer.lock"


def leave_lock(store: Store, **changed: object) -> None:
    me = {"pid": os.getpid(), "started": start_of(os.getpid()), "host": platform.node(), "since": "2024-04-01T08:00:00"}
    lock(store).write_text(json.dumps({**me, **changed}))


def test_the_second_writer_gets_the_sentence_and_readers_never_wait(store: Store) -> None:
    ours, theirs = FORK.Pipe()
    other = FORK.Process(target=hold, args=(store.path, theirs))
    other.start()
    assert ours.recv() == "held"
    before = seen(store.path)
    sentence = rf"being written by process {other.pid} on {platform.node()} since \S+: wait until it has finished\."
    with pytest.raises(StoreError, match=sentence), store.writing():
        pass
    assert seen(store.path) == before
    ours.send("go on")
    other.join()
    load(store, 2)


def test_the_lock_of_a_killed_writer_is_taken_over_and_said(store: Store) -> None:
    ours, theirs = FORK.Pipe()
    other = FORK.Process(target=hold, args=(store.path, theirs))
    other.start()
    assert ours.recv() == "held"
    other.kill()
    other.join()
    said: list[str] = []
    with store.writing(said.append):
        pass
    assert len(said) == 1
    assert f"left by process {other.pid} on {platform.node()} since" in said[0]
    assert said[0].endswith("which no longer runs: it is taken over.")
    with store.writing(said.append):
        pass
    assert len(said) == 1


def test_another_process_with_the_same_number_is_not_the_holder(store: Store) -> None:
    leave_lock(store, started="an earlier start")
    with pytest.warns(UserWarning, match="it is taken over"), store.writing():
        pass


def test_a_holder_on_another_computer_is_believed(store: Store) -> None:
    leave_lock(store, host="elsewhere", pid=1)
    with pytest.raises(StoreError, match=r"process 1 on elsewhere .* or delete .*writer\.lock if"), store.writing():
        pass


def test_a_lock_cut_short_is_taken_over(store: Store) -> None:
    lock(store).write_text('{"pid": 12')
    with pytest.warns(UserWarning, match="stopped while it took the lock"), store.writing():
        pass


def test_one_process_writes_once_at_a_time(store: Store) -> None:
    with store.writing(), pytest.raises(StoreError, match=f"process {os.getpid()}"), Store(store.path).writing():
        pass
    assert lock(store).read_bytes() == b""


def test_of_many_that_try_at_once_one_writes(store: Store) -> None:
    starting, trying, done = threading.Barrier(8), threading.Lock(), threading.Event()
    held: list[int] = []
    refused: list[str] = []

    def attempt(n: int) -> None:
        starting.wait()
        try:
            with store.writing():
                held.append(n)
                done.wait(10)
        except StoreError as sentence:
            with trying:
                refused.append(str(sentence))
                if len(refused) == 7:
                    done.set()

    threads = [threading.Thread(target=attempt, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(held), len(refused)) == (1, 7)
