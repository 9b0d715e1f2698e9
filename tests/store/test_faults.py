"""Every step of writing fails once, or is the last of a killed process: the last complete state stands."""

from __future__ import annotations

import errno
import multiprocessing
import os
import random
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from stores import leftovers, load, month, release, seen, table

from trigpoint.store import Store, StoreError

FORK = multiprocessing.get_context("fork")  # a fresh interpreter for each child would take seconds
WRITING = ("open", "write", "fsync", "mkdir", "rename", "replace", "pwrite")
STEPS = (*WRITING, "unlink", "rmdir", "ftruncate")
KILLS = 200 if os.environ.get("TRIGPOINT_LONG") == "1" else 20


Patch = pytest.MonkeyPatch


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """A folder in memory where there is one: thousands of waits for a real disk would prove nothing more here."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as folder:
        yield Path(folder)


class Trouble:
    """Counts the steps asked of the operating system and does something else at one of them, or from there on."""

    def __init__(
        self,
        patch: pytest.MonkeyPatch,
        at: int,
        instead: Callable[[], Any],
        steps: tuple[str, ...],
        *,
        on: bool = False,
    ) -> None:
        self.count, self.at, self.instead, self.on = 0, at, instead, on
        for name in steps:
            patch.setattr(os, name, self.watched(name, getattr(os, name)))

    def watched(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def step(*given: Any, **named: Any) -> Any:
            if name == "open" and not given[1] & os.O_CREAT:
                return real(*given, **named)
            self.count += 1
            if self.count == self.at or (self.on and self.count > self.at):
                self.instead()
            return real(*given, **named)

        return step


def disk_full() -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def attempt(task: Callable[[Store], None], path: Path) -> str | None:
    """The sentence with which a task is refused; None when it succeeds."""
    try:
        task(Store(path))
    except StoreError as sentence:
        return str(sentence)
    return None


def add_targets(store: Store) -> None:
    with store.writing() as w:
        w.add_entry("targets", table(7))


def load_again(store: Store) -> None:
    load(store, 7)


def publish(store: Store) -> None:
    release(store, "7")


@pytest.mark.parametrize("task", [load_again, add_targets, publish])
@pytest.mark.parametrize("begun", [False, True], ids=["new store", "store in use"])
def test_each_refusal_of_the_disk_leaves_the_store_as_it_was(
    tmp_path: Path, task: Callable[[Store], None], *, begun: bool
) -> None:
    path, at = tmp_path / "store", 0
    if begun:
        month(Store(path), 1)
    before = seen(path)
    refusals = 0
    while True:
        at += 1
        with pytest.MonkeyPatch.context() as patch:
            trouble = Trouble(patch, at, disk_full, WRITING)
            said = attempt(task, path)
        if said is None:
            assert trouble.count < at, f"step {at} failed and nothing was said"
            break
        assert "No space left on device" in said
        refusals += 1
        assert seen(path) == before, f"after the failure of step {at}"
    assert refusals == at - 1 > 10
    assert leftovers(path) == []
    assert seen(path) != before


def test_a_disk_that_refuses_all_the_rest_leaves_a_complete_state(tmp_path: Path) -> None:
    path, at = tmp_path / "store", 0
    month(Store(path), 1)
    before = seen(path)
    said: str | None = ""
    while said is not None:
        at += 1
        with pytest.MonkeyPatch.context() as patch:
            Trouble(patch, at, disk_full, WRITING, on=True)
            said = attempt(load_again, path)
        if said and "is complete, but the disk did not confirm it" in said:
            # The pointer could be neither kept nor put back: what it names is whole all the same.
            assert [first for _, first in seen(path)["snapshots"]] == [1, 7]
            before = seen(path)
        elif said:
            assert seen(path) == before, f"after the failure of step {at}"
    load(Store(path), 8)
    assert leftovers(path) == []


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def write_and_die(path: Path, at: int, pipe: Connection) -> None:
    """A month of writing in a process that is killed at one step."""
    with pytest.MonkeyPatch.context() as patch:
        trouble = Trouble(patch, at, die, STEPS)
        month(Store(path), 2)
        pipe.send(trouble.count)


def allowed(states: list[dict[str, Any]], found: dict[str, Any]) -> bool:
    """Whether what was found is one of the complete states; entries have their own times, so only their rows count."""

    def plain(state: dict[str, Any]) -> dict[str, Any]:
        return {**state, "entries": [rows for _, rows in state["entries"]]}

    return plain(found) in [plain(state) for state in states]


def complete_states(path: Path) -> list[dict[str, Any]]:
    """What can be seen before, between and after the three writings of a month."""
    store, states = Store(path), [seen(path)]
    load(store, 2)
    states.append(seen(path))
    with store.writing() as w:
        w.add_entry("targets", table(2, 2))
    states.append(seen(path))
    release(store, "2")
    states.append(seen(path))
    return states


def next_writer_succeeds(path: Path, states: list[dict[str, Any]]) -> None:
    assert allowed(states, seen(path))
    said: list[str] = []
    with Store(path).writing(said.append) as w:
        assert leftovers(path) == []
        w.add_entry("events", table(9))
    assert allowed(states, {**seen(path), "entries": [e for e in seen(path)["entries"] if e[1][0]["n"] != 9]})
    before = seen(path)["snapshots"]
    last = load(Store(path), 3)
    assert seen(path)["snapshots"] == [*before, (last, 3)]


@pytest.mark.parametrize("begun", [False, True], ids=["new store", "store in use"])
def test_a_kill_at_each_step_leaves_the_last_complete_state(tmp_path: Path, *, begun: bool) -> None:
    origin, spare, path = tmp_path / "origin", tmp_path / "spare", tmp_path / "store"
    origin.mkdir()
    if begun:
        month(Store(origin), 1)
    shutil.copytree(origin, spare)
    states = complete_states(spare)
    at, ended = 0, False
    stride = 1 if KILLS > 20 else 4
    while not ended:
        at += stride
        shutil.rmtree(path, ignore_errors=True)
        shutil.copytree(origin, path)
        ours, theirs = FORK.Pipe(duplex=False)
        child = FORK.Process(target=write_and_die, args=(path, at, theirs))
        child.start()
        child.join()
        ended = child.exitcode == 0
        assert ended == ours.poll()
        next_writer_succeeds(path, states)
    assert at > 100


def load_on_and_on(path: Path, pipe: Connection) -> None:
    """Load without end, telling of each load that was promised."""
    for first in range(1_000_000):
        pipe.send(load(Store(path), first))


def killed_while_loading(path: Path, seconds: float) -> list[str]:
    """The loads that were promised by a process which is killed some time after its first."""
    ours, theirs = FORK.Pipe(duplex=False)
    child = FORK.Process(target=load_on_and_on, args=(path, theirs))
    child.start()
    theirs.close()
    promised = [ours.recv()]
    time.sleep(seconds)
    child.kill()
    child.join()
    while True:
        try:
            promised.append(ours.recv())
        except EOFError:
            return promised


def test_a_kill_at_any_time_keeps_every_load_that_was_promised(tmp_path: Path) -> None:
    dice = random.Random(14)
    said: list[str] = []
    for n in range(KILLS):
        path = tmp_path / f"store {n // 10}"  # a store that grows without end would take most of the time to check
        before = len(Store(path).snapshots())
        promised = killed_while_loading(path, dice.uniform(0, 0.05))
        shown = seen(path)["snapshots"]
        assert set(promised) <= {snapshot for snapshot, _ in shown}
        # At most one load more was complete before its loader could say so.
        assert len(shown) - before - len(promised) in (0, 1)
        with Store(path).writing(said.append):
            assert leftovers(path) == []
        assert seen(path)["snapshots"] == shown
    assert said
