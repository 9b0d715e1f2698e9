"""A release that cannot be written is as if it had never been begun."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "cli"))

from commands import contents, people

from trigpoint.store import Store, StoreError
from trigpoint.store.lock import LOCK
from trigpoint.tasks.calculate import figures
from trigpoint.tasks.load import load
from trigpoint.tasks.publish import publish

MARCH = date(2024, 3, 31)
STEPS = ("open", "write", "fsync", "mkdir", "rename", "replace")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store with a referral, and its figures calculated once."""
    files = people(tmp_path / "A")
    head = "cine_referral_id,cine_person_id,cine_referral_date,cine_referral_nfa"
    (files / "ssd_cin_episodes.csv").write_text(f"{head}\nR1,C1,2024-03-04,N\n", encoding="utf-8")
    load([files], tmp_path / "store", MARCH)
    found = figures(tmp_path / "store", ["referrals_received"], to=MARCH)
    monkeypatch.setattr("trigpoint.tasks.publish.figures", lambda *_: found)
    return tmp_path / "store"


def standing(store: Path) -> dict[str, str]:
    """What a reader may see: everything but leftovers and the lock."""
    seen = contents(store).items()
    return {name: digest for name, digest in seen if name != LOCK and ".tmp-" not in name}


def refusing(patch: pytest.MonkeyPatch, at: int) -> list[int]:
    """Have the disk refuse the step `at` of those that concern the store; the list counts the steps asked for."""
    count, opened = [0], os.open

    def watched(real: Callable[..., Any]) -> Callable[..., Any]:
        def step(*given: Any, **named: Any) -> Any:
            if real is opened and not given[1] & os.O_CREAT:
                return real(*given, **named)
            count[0] += 1
            if count[0] == at:
                raise OSError(errno.ENOSPC, "No space left on device")
            return real(*given, **named)

        return step

    def begun(self: Store, *given: Any, **named: Any) -> Any:
        for name in STEPS:
            patch.setattr(os, name, watched(getattr(os, name)))
        return writing(self, *given, **named)

    writing = Store.writing
    patch.setattr(Store, "writing", begun)
    return count


def attempt(store: Path) -> str | None:
    """The sentence with which publishing is refused; None when it succeeds."""
    try:
        publish(store, MARCH)
    except StoreError as sentence:
        return str(sentence)
    return None


def test_each_refusal_of_the_disk_leaves_the_store_as_it_was(store: Path) -> None:
    before, at, refusals = standing(store), 0, 0
    while True:
        at += 1
        with pytest.MonkeyPatch.context() as patch:
            count = refusing(patch, at)
            said = attempt(store)
        if said is None:
            assert count[0] < at, f"step {at} failed and nothing was said"
            break
        assert "No space left on device" in said
        refusals += 1
        assert standing(store) == before, f"after the failure of step {at}"
        assert Store(store).releases() == []
    assert refusals == at - 1 > 10
    (release,) = Store(store).releases()
    assert release.changed() == []
    assert not list(store.rglob(".tmp-*"))
