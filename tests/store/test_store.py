"""What a store promises, one promise a test."""

from __future__ import annotations

import json
import os
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from typing import Self

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from stores import leftovers, load, release, seen, table

import trigpoint.store.entry as entry_module
from trigpoint.store import Snapshot, Store, StoreError
from trigpoint.store.sweep import maker


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def test_a_folder_that_is_not_there_is_an_empty_store(store: Store) -> None:
    assert (store.exists(), store.current(), store.current_release()) == (False, None, None)
    assert (store.snapshots(), store.releases(), store.entries("targets"), store.kinds()) == ([], [], [], [])
    assert not store.path.exists()


def test_a_snapshot_holds_its_parts_in_order(store: Store) -> None:
    id = load(store, 10)  # noqa: A001
    snapshot = store.current()
    assert snapshot is not None
    assert snapshot.id == id
    assert list(snapshot.tables) == ["ssd_contacts", "ssd_person"]
    assert pq.read_table(snapshot.tables["ssd_person"][0])["n"].to_pylist() == [10, 11, 12, 13, 14, 15]
    assert snapshot.manifest["content"]["ssd_person"]["rows"] == 6
    assert snapshot.manifest["as_at"] == "2024-03-31"
    assert list(snapshot.manifest)[:2] == ["id", "created"]


def test_ids_are_in_order_and_tell_the_content(store: Store) -> None:
    ids = [load(store, first) for first in (1, 2, 1)]
    assert [each.partition("-")[0] for each in ids] == ["0001", "0002", "0003"]
    assert ids == sorted(ids)
    assert ids[0][5:] == ids[2][5:] != ids[1][5:]
    assert [each.id for each in store.snapshots()] == ids
    assert store.snapshot("0002").id == ids[1]


def test_what_is_not_committed_never_was(store: Store) -> None:
    load(store, 1)
    before = seen(store.path)

    def stumble() -> None:
        with store.writing() as w:
            w.snapshot().put("ssd_person", table(5))
            w.release().put_file("a.csv", b"a")
            raise RuntimeError("stumbled")

    with pytest.raises(RuntimeError, match="stumbled"):
        stumble()
    assert seen(store.path) == before
    assert leftovers(store.path) == []


def test_writing_ends_with_its_block(store: Store) -> None:
    with store.writing() as w:
        draft = w.snapshot()
    with pytest.raises(StoreError, match="has ended"):
        w.snapshot()
    with pytest.raises(StoreError, match="begin another"):
        draft.commit({})
    with store.writing() as w:
        draft = w.snapshot()
        draft.commit({"first": 1})
        with pytest.raises(StoreError, match="begin another"):
            draft.put("ssd_person", table(1))


def test_a_part_with_other_columns_ends_the_draft(store: Store) -> None:
    with store.writing() as w:
        draft = w.snapshot()
        draft.put("ssd_person", table(1))
        with pytest.raises(StoreError, match=r"ssd_person has other columns .*: extra \(int64\) instead of the same"):
            draft.put("ssd_person", table(1).append_column("extra", pa.array([1, 2, 3])))
        with pytest.raises(StoreError, match="has failed"):
            draft.commit({})
    assert store.current() is None


def test_the_store_writes_its_own_keys(store: Store) -> None:
    with store.writing() as w, pytest.raises(StoreError, match="may not hold content"):
        w.snapshot().commit({"content": {}})
    assert store.snapshots() == []


@pytest.mark.parametrize("name", ["../x", "a b", "", "1st", ".tmp-x"])
def test_names_stay_inside_the_store(store: Store, name: str) -> None:
    with store.writing() as w:
        with pytest.raises(StoreError, match="name of a table"):
            w.snapshot().put(name, table(1))
        with pytest.raises(StoreError, match="kind of entry"):
            w.add_entry(name, table(1))
    for bad in ("../x", "/etc/x", "packs/../../x", ".tmp-x", "", "manifest.json"):
        with store.writing() as w, pytest.raises(StoreError, match="published file"):
            w.release().put_file(bad, b"")


def test_many_small_parts_become_full_row_groups(store: Store) -> None:
    with store.writing() as w:
        draft = w.snapshot()
        for first in range(0, 250_000, 25_000):
            draft.put("ssd_person", table(first, 25_000))
        snapshot = draft.commit({"first": 0})
    file = pq.ParquetFile(snapshot.tables["ssd_person"][0])
    assert [file.metadata.row_group(n).num_rows for n in range(file.num_row_groups)] == [122_880, 122_880, 4_240]
    assert file.metadata.row_group(0).column(0).compression == "ZSTD"
    assert snapshot.changed() == []


def test_a_changed_record_is_found(store: Store) -> None:
    load(store, 1)
    snapshot = store.snapshot("0001")
    pq.write_table(table(2, 1), snapshot.tables["ssd_contacts"][0])
    assert snapshot.changed() == ["ssd_contacts"]


def test_entries_are_kept_in_order_of_time_even_when_the_clock_goes_back(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    class SetBack(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return super().now(tz) - timedelta(days=1)

    with store.writing() as w:
        first = w.add_entry("targets", table(1))
        monkeypatch.setattr(entry_module, "datetime", SetBack)
        second = w.add_entry("targets", table(2))
        w.add_entry("population", table(3))
    monkeypatch.undo()
    assert store.entries("targets") == [first, second]
    assert second.time - first.time == timedelta(microseconds=1)
    assert second.read().equals(table(2))
    assert store.kinds() == ["population", "targets"]
    assert second.hash in second.path.name
    assert second.kind == "targets"


def test_a_changed_entry_is_refused(store: Store) -> None:
    with store.writing() as w:
        entry = w.add_entry("targets", table(1))
    pq.write_table(table(2), entry.path)
    with pytest.raises(StoreError, match="was changed after it was made"):
        entry.read()
    entry.path.write_bytes(b"?")
    with pytest.raises(StoreError, match="cannot be read"):
        entry.read()


def test_a_release_proves_its_files(store: Store) -> None:
    with store.writing() as w:
        draft = w.release()
        draft.put_file("figures.csv", b"a,b\n")
        with pytest.raises(StoreError, match="twice"):
            draft.put_file("figures.csv", b"")
    release(store, "2024-03")
    made = store.current_release()
    assert made is not None
    assert made == store.release("0001")
    assert made.files["packs/kent.html"].read_bytes() == b"<p>2024-03"
    assert made.changed() == []
    made.files["packs/kent.html"].write_bytes(b"<p>2024-04")
    made.files["figures.csv"].unlink()
    assert made.changed() == ["figures.csv", "packs/kent.html"]


def test_a_release_takes_files_by_path(store: Store, tmp_path: Path) -> None:
    (tmp_path / "big.pdf").write_bytes(b"pdf" * 1_000_000)
    with store.writing() as w:
        draft = w.release()
        draft.put_file("packs/kent.pdf", tmp_path / "big.pdf")
        made = draft.commit({"period": "2024-03"})
    assert made.files["packs/kent.pdf"].read_bytes() == b"pdf" * 1_000_000
    assert made.manifest["content"]["packs/kent.pdf"]["size"] == 3_000_000


def test_views_appear_whole_and_may_be_deleted(store: Store) -> None:
    load(store, 1)
    snapshot = store.snapshot("0001")

    def stumble(path: Path) -> None:
        path.write_bytes(b"half")
        raise RuntimeError("stumbled")

    with pytest.raises(RuntimeError, match="stumbled"):
        snapshot.put_view("contact.parquet", stumble)
    assert list(snapshot.views_dir.iterdir()) == []
    assert snapshot.put_view("contact.parquet", lambda path: path.write_bytes(b"one")).read_bytes() == b"one"
    snapshot.put_view("contact.parquet", lambda path: path.write_bytes(b"two")).unlink()
    snapshot.views_dir.rmdir()
    assert snapshot.put_view("a.txt", lambda path: path.write_bytes(b"a")).exists()
    for name in ("../a", ".hidden", "", "a/b"):
        with pytest.raises(StoreError, match="name of a view"):
            snapshot.put_view(name, Path.touch)


def test_a_view_being_written_by_a_live_reader_is_not_swept(store: Store) -> None:
    load(store, 1)

    def while_someone_loads(path: Path) -> None:
        path.write_bytes(b"view")
        load(store, 2)

    assert store.snapshot("0001").put_view("contact.parquet", while_someone_loads).read_bytes() == b"view"
    dead = store.snapshot("0001").views_dir / f".tmp-{maker()}4194304000-00000000"
    dead.mkdir()
    (dead / "contact.parquet").write_bytes(b"half")
    load(store, 3)
    assert leftovers(store.path) == []


def test_old_records_can_be_deleted_and_the_manifest_stays(store: Store) -> None:
    load(store, 1)
    load(store, 2)
    old, new = store.snapshots()
    with store.writing() as w:
        w.delete_records(old)
        with pytest.raises(StoreError, match="it is the newest"):
            w.delete_records(new)
    assert old.tables == {}
    assert old.manifest == store.snapshot(old.id).manifest
    assert list(new.tables) == ["ssd_contacts", "ssd_person"]
    assert (old.changed(), new.changed(), leftovers(store.path)) == ([], [], [])


def test_a_withdrawn_snapshot_is_not_shown_and_not_lost(store: Store) -> None:
    ids = [load(store, first) for first in (1, 2)]
    pointer = json.loads((store.path / "current.json").read_text())
    (store.path / "current.json").write_text(json.dumps({**pointer, "snapshots": ids[0]}))
    assert [each.id for each in store.snapshots()] == ids[:1]
    load(store, 3)
    assert [each.manifest["first"] for each in store.snapshots()] == [1, 2, 3]


def test_sentences_for_people(store: Store, tmp_path: Path) -> None:
    load(store, 1)
    load(store, 2)
    with pytest.raises(StoreError, match=r"No snapshot in .*store is named 0009: there are 0001-\w+, 0002-\w+\."):
        store.snapshot("0009")
    with pytest.raises(StoreError, match=r"More than one snapshot .* named 000: "):
        store.snapshot("000")
    with pytest.raises(StoreError, match=r"No release in .*: there are none yet\."):
        store.release("0001")
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "a.txt").write_text("a")
    with pytest.raises(StoreError, match=r"is not a store: it has no current\.json and holds other things"):
        Store(tmp_path / "letters")
    with pytest.raises(StoreError, match="is a file, not a store"):
        Store(tmp_path / "letters" / "a.txt")


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"format": 1, "other": null}'])
def test_a_damaged_pointer_is_said(store: Store, text: str) -> None:
    load(store, 1)
    (store.path / "current.json").write_text(text)
    with pytest.raises(StoreError, match=r"current\.json is damaged: put it back from a backup"):
        Store(store.path)


def test_a_newer_layout_and_a_lost_manifest_are_said(store: Store) -> None:
    load(store, 1)
    store.snapshot("0001").path.joinpath("manifest.json").unlink()
    with pytest.raises(StoreError, match=r"manifest\.json is missing or damaged"):
        store.current()
    (store.path / "current.json").write_text('{"format": 2}')
    with pytest.raises(StoreError, match="written by a newer Trigpoint"):
        Store(store.path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="Permission denied"), Store(tmp_path / "store").writing():
        pass


def test_snapshots_are_equal_by_place(store: Store) -> None:
    load(store, 1)
    assert store.current() == Snapshot(store.snapshot("0001").path, {})
