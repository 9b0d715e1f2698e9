"""Freezing with agreed audits: the records stay, the audits join them, and the figures count them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from trigpoint.store import Snapshot, Store, StoreError
from trigpoint.synthetic import synthesize
from trigpoint.tasks.calculate import figures
from trigpoint.tasks.freeze import freeze
from trigpoint.tasks.load import load

AS_AT = date(2026, 3, 31)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("freeze")
    synthesize(20, 2, 3, AS_AT, home / "records", form="parquet")
    load([home / "records"], home / "store", AS_AT)
    return home / "store"


def current(store: Path) -> Snapshot:
    found = Store(store).current()
    assert found is not None
    return found


def agreed(store: Path, authority: str, **cells: object) -> None:
    row = {"authority": authority, "audit_id": "new-1", "person_id": "somebody new", "audited_on": date(2026, 3, 10)}
    with Store(store).writing() as writer:
        writer.add_entry("ext_audit", pa.Table.from_pylist([row | {"grade": "Good", "kind": "practice"} | cells]))


def table(snapshot: Snapshot, name: str) -> pa.Table:
    return pa.concat_tables([pq.read_table(file, partitioning=None) for file in snapshot.tables[name]])


def _counted(table: pa.Table) -> float:
    return sum(number or 0 for number in table["denominator"].to_pylist())


def test_without_new_audits_it_is_the_snapshot(made: Path) -> None:
    assert freeze(made, current(made)).id == current(made).id


def test_agreed_audits_join_the_records(made: Path) -> None:
    before = current(made)
    authority = before.manifest["authorities"][0]
    measure = "audit_good_or_better_pct"
    was = figures(made, [measure], (), AS_AT, 1, (), "headline", snapshot=before.id)
    agreed(made, authority)
    frozen = freeze(made, before)
    assert frozen.manifest["frozen_of"] == before.id
    (entry,) = Store(made).entries("ext_audit")
    assert frozen.manifest["entries"] == [entry.hash]
    for name in set(before.tables) - {"ext_audit", "children"}:
        assert frozen.manifest["content"][name]["sha256"] == before.manifest["content"][name]["sha256"]
    audits = table(frozen, "ext_audit")
    assert audits.num_rows == table(before, "ext_audit").num_rows + 1
    (row,) = audits.filter(pc.field("audit_id") == "new-1").to_pylist()
    children = {(one["authority"], one["child"]): one["number"] for one in table(frozen, "children").to_pylist()}
    assert row["person_id_number"] == children[authority, "somebody new"]
    assert len(set(children.values())) == len(children)
    now = figures(made, [measure], (), AS_AT, 1, (), "headline", snapshot=frozen.id)
    assert _counted(now) > _counted(was)
    assert freeze(made, before).id == frozen.id
    assert freeze(made, frozen).id == frozen.id
    assert frozen.changed() == []


def test_an_audit_of_an_authority_nobody_knows_is_refused(made: Path) -> None:
    snapshots = len(Store(made).snapshots())
    agreed(made, "Z99", audit_id="new-2")
    with pytest.raises(StoreError, match="'Z99', which the records do not have"):
        freeze(made, current(made))
    assert len(Store(made).snapshots()) == snapshots
