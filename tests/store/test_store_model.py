"""Any sequence of what people do to a store against a model that is three lists."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from stores import leftovers, load, release, seen, table

from trigpoint.store import Store, StoreError

KINDS = st.sampled_from(["targets", "events"])
NUMBERS = st.integers(0, 9)


class StoreModel(RuleBasedStateMachine):
    """`snapshots`, `releases` and `entries` hold what must be seen; everything else must leave no trace."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.store = Store(self.folder / "store")
        self.snapshots: list[tuple[str, int]] = []
        self.releases: list[tuple[str, str]] = []
        self.entries: dict[str, list[list[dict[str, Any]]]] = {}

    @rule(first=NUMBERS)
    def load(self, first: int) -> None:
        self.snapshots.append((load(self.store, first), first))

    @rule(number=NUMBERS)
    def publish(self, number: int) -> None:
        self.releases.append((release(self.store, str(number)), str(number)))

    @rule(kind=KINDS, first=NUMBERS)
    def enter(self, kind: str, first: int) -> None:
        with self.store.writing() as w:
            w.add_entry(kind, table(first))
        self.entries.setdefault(kind, []).append(table(first).to_pylist())

    @rule(first=NUMBERS, together=st.booleans())
    def enter_and_load_at_once(self, first: int, *, together: bool) -> None:
        with self.store.writing() as w:
            one, other = w.snapshot(), w.snapshot()
            one.put("ssd_person", table(first))
            other.put("ssd_contacts", table(first))
            self.snapshots.append((one.commit({"first": first}).id, first))
            if together:
                self.snapshots.append((other.commit({"first": first}).id, first))

    @rule(first=NUMBERS)
    def abandon(self, first: int) -> None:
        with self.store.writing() as w:
            w.snapshot().put("ssd_person", table(first))
            w.release().put_file("a.csv", b"a")

    @rule(first=NUMBERS)
    def mix_columns(self, first: int) -> None:
        with self.store.writing() as w:
            draft = w.snapshot()
            draft.put("ssd_person", table(first))
            with pytest.raises(StoreError):
                draft.put("ssd_person", table(first).drop_columns(["n"]))
            with pytest.raises(StoreError):
                draft.commit({})

    @rule()
    def open_again(self) -> None:
        self.store = Store(self.store.path)

    @rule()
    def leave_rubbish(self) -> None:
        if self.store.exists():
            (self.store.path / ".tmp-1-aa").write_text("left")
            (self.store.path / "snapshots" / ".tmp-2-bb" / "records").mkdir(parents=True, exist_ok=True)
            with self.store.writing():
                pass

    @precondition(lambda self: self.snapshots)
    @rule(data=st.data())
    def build_a_view_or_delete_all(self, data: st.DataObject) -> None:
        snapshot = self.store.snapshot(data.draw(st.sampled_from(self.snapshots))[0])
        if data.draw(st.booleans()):
            assert snapshot.put_view("contact.parquet", lambda path: path.write_bytes(b"v")).read_bytes() == b"v"
        else:
            shutil.rmtree(snapshot.views_dir, ignore_errors=True)

    @precondition(lambda self: len(self.snapshots) > 1)
    @rule(data=st.data())
    def delete_old_records(self, data: st.DataObject) -> None:
        chosen = self.store.snapshot(data.draw(st.sampled_from(self.snapshots[:-1]))[0])
        with self.store.writing() as w:
            w.delete_records(chosen)
        assert chosen.tables == {}

    @invariant()
    def the_model_is_seen(self) -> None:
        if not hasattr(self, "store"):
            return
        now = seen(self.store.path)
        assert now["snapshots"] == self.snapshots
        assert now["current"] == (self.snapshots[-1][0] if self.snapshots else None)
        assert now["releases"] == self.releases
        assert now["newest"] == (self.releases[-1][0] if self.releases else None)
        assert {kind: [e.read().to_pylist() for e in self.store.entries(kind)] for kind in self.entries} == self.entries
        assert self.store.kinds() == sorted(self.entries)
        assert leftovers(self.store.path) == []

    def teardown(self) -> None:
        shutil.rmtree(self.folder)


TestStoreModel = StoreModel.TestCase
TestStoreModel.settings = settings(
    max_examples=15, stateful_step_count=12, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
