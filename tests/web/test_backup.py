"""Backup, restore and retention: what comes back is what there was, and a damaged backup puts nothing back."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tarfile
import time
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from trigpoint.store import Store
from trigpoint.synthetic import synthesize
from trigpoint.tasks.configure import Row, Setting, configure
from trigpoint.tasks.delete_records import delete_old_records
from trigpoint.tasks.load import load
from trigpoint.tasks.retention import periods
from trigpoint.web.administration.archive import BackupError, back_up, check, restore
from trigpoint.web.administration.keeping import delete_old
from trigpoint.web.environment import Environment, read_environment
from trigpoint.web.people.models import SignedIn

from .conftest import MakeAccount, SignIn

KEY, OTHER = "kX9_qLr7-Zt2bVm4nPs6wYd8fGh1jCk3eRu5iTo0aSxQzBvNy", "Wf3-Jn8sHb5_Lm2gKp7vTc9xRz4dQy6uEo1iAa0BqXwVtGrUkP"


def surroundings(home: Path, key: str = KEY, **more: str) -> dict[str, str]:
    """A trial in a folder of its own, on SQLite."""
    told = {
        "STORE": f"{home}/store",
        "DATA": f"{home}/data",
        "BACKUPS": f"{home}/backups",
        "SECRET_KEY": KEY + "x",
        "CHILD_KEY": key + "y",
        "DATABASE_URL": f"sqlite:///{home}/data/web.sqlite3",
        "TRIAL": "1",
    } | more
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("TRIGPOINT_", "DJANGO_"))}
    return kept | {f"TRIGPOINT_{name}": value for name, value in told.items()}


def python(told: Mapping[str, str], script: str) -> str:
    """What a process prints that has Django made ready and runs a script; commands that end it say so."""
    begin = """
from trigpoint.web.serve import start_django; start_django()
from django.core.management import call_command
def manage(*words):
    try:
        call_command(*words)
    except SystemExit as end:
        print("ended with", end.code)
"""
    done = subprocess.run([sys.executable, "-c", begin + script], env=told, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


_LOGGED = """
from trigpoint.web.access.log import log
from trigpoint.web.people.actor import NOBODY
for n in range(3):
    log(NOBODY, "see the children behind a figure", "a list", children=[f"CASE-{n}"])
"""
_HASHES = """
from trigpoint.web.access.models import Logged
print([row.hash for row in Logged.objects.all()])
"""


@pytest.fixture(scope="module")
def backed_up(tmp_path_factory: pytest.TempPathFactory, shared_store: Path) -> tuple[Path, Path, str]:
    """A deployment with records, an upload and a log, and its backup: its folder, the archive, the log's hashes."""
    home = tmp_path_factory.mktemp("deployment")
    shutil.copytree(shared_store, home / "store")
    (home / "data" / "uploads").mkdir(parents=True)
    (home / "data" / "uploads" / "records.csv").write_bytes(b"a,b\n1,2\n")
    (home / "data" / "secret").write_text("a key that no backup holds")
    said = python(surroundings(home), f"manage('migrate', '--verbosity', '0')\n{_LOGGED}\nmanage('backup')\n{_HASHES}")
    return home, next((home / "backups").iterdir()), said.splitlines()[-1]


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(("web.sqlite3", "writer.lock", "worker.lock", "secret"))
    }


def environment(home: Path, key: str = KEY) -> Environment:
    return read_environment(surroundings(home, key))


def test_a_restored_one_is_what_there_was(backed_up: tuple[Path, Path, str], tmp_path: Path) -> None:
    home, archive, hashes = backed_up
    said = python(surroundings(tmp_path), f"manage('restore', {str(archive)!r})\n{_HASHES}")
    assert "the access log is as it was written" in said
    assert said.splitlines()[-1] == hashes
    assert contents(tmp_path / "store") == contents(home / "store")
    assert contents(tmp_path / "data") == contents(home / "data")
    assert Store(tmp_path / "store").current() is not None


def test_an_archive_is_checked_and_holds_no_key(backed_up: tuple[Path, Path, str]) -> None:
    home, archive, _ = backed_up
    said = io.StringIO()
    call_command("restore", "--verify", str(archive), stdout=said)
    assert f"{len(contents(home / 'store')) + 2} parts" in said.getvalue()
    assert KEY.encode() not in archive.read_bytes()
    assert b"a key that no backup holds" not in archive.read_bytes()
    assert archive.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("part", ["store/current.json", "database", "data/uploads/records.csv", "manifest.json"])
def test_a_part_that_was_changed_puts_nothing_back(
    backed_up: tuple[Path, Path, str], tmp_path: Path, part: str
) -> None:
    archive = backed_up[1]
    with tarfile.open(archive) as tar:
        place = tar.getmember(part).offset_data
    damaged = bytearray(archive.read_bytes())
    damaged[place] ^= 1
    (tmp_path / "damaged.tar").write_bytes(damaged)
    with pytest.raises(BackupError, match=part if part != "manifest.json" else "cannot be read"):
        restore(tmp_path / "damaged.tar", environment(tmp_path), "sqlite")
    assert not (tmp_path / "store").exists()


@pytest.mark.parametrize(
    ("harm", "word"),
    [
        ("cut short", "cannot be read|no backup"),
        ("another key", "CHILD_KEY"),
        ("not empty", "not empty"),
        ("no archive", "cannot be read"),
        ("another database", "same kind"),
    ],
)
def test_what_cannot_be_put_back_is_told_and_changes_nothing(
    backed_up: tuple[Path, Path, str], tmp_path: Path, harm: str, word: str
) -> None:
    archive, told, engine = backed_up[1], environment(tmp_path), "sqlite"
    if harm == "cut short":
        (tmp_path / "short.tar").write_bytes(archive.read_bytes()[: archive.stat().st_size // 2])
        archive = tmp_path / "short.tar"
    elif harm == "another key":
        told = environment(tmp_path, key=OTHER)
    elif harm == "not empty":
        (tmp_path / "store").mkdir()
        (tmp_path / "store" / "current.json").write_text("{}")
    elif harm == "another database":
        engine = "postgresql"
    else:
        archive = tmp_path / "nothing.tar"
    with pytest.raises(BackupError, match=word):
        restore(archive, told, engine)
    assert not (tmp_path / "store" / "snapshots").exists()


def test_an_archive_that_leads_elsewhere_is_refused(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "bad.tar", "w") as tar:
        tar.addfile(tarfile.TarInfo("store/../../outside"), io.BytesIO())
    with pytest.raises(BackupError, match="which no backup"):
        check(tmp_path / "bad.tar")


def test_a_backup_of_a_store_that_is_being_written_is_not_made(tmp_path: Path, shared_store: Path) -> None:
    shutil.copytree(shared_store, tmp_path / "store")
    with Store(tmp_path / "store").writing(), pytest.raises(BackupError, match="is being written"):
        back_up(environment(tmp_path), tmp_path / "backups", "sqlite")
    assert not list((tmp_path / "backups").iterdir())


def test_the_check_of_a_deployment_says_what_is_wrong_with_it(
    backed_up: tuple[Path, Path, str], tmp_path: Path
) -> None:
    home = tmp_path / "copy"
    shutil.copytree(backed_up[0], home)
    harm = """
manage("check_deployment")
from django.db import connection
connection.cursor().execute("UPDATE access_logged SET about = 'x' WHERE number = 2")
manage("check_deployment")
connection.cursor().execute("DELETE FROM django_migrations WHERE app = 'access'")
manage("check_deployment")
"""
    before, harmed, behind, _ = python(surroundings(home, HOST="mistyped"), harm).split("ended with 3")
    assert "TRIGPOINT_HOST is no setting" in before
    assert "No worker runs" in before
    assert "as it was written" not in before
    assert "Entry 2 is not as it was written." in harmed
    assert "3 steps behind" in behind


@pytest.mark.django_db
def test_what_is_too_old_is_deleted_and_the_rest_stays(
    backed_up: tuple[Path, Path, str], tmp_path: Path, make: MakeAccount, sign_in: SignIn
) -> None:
    home = tmp_path / "copy"
    shutil.copytree(backed_up[0], home)
    uploads = home / "data" / "uploads"
    (uploads / "old.csv").write_text("x")
    os.utime(uploads / "old.csv", times=(time.time() - 91 * 86_400,) * 2)
    sign_in("viewer")
    over, open_ = sign_in("viewer"), SignedIn.objects.count()
    SignedIn.objects.filter(session_key=over.session.session_key).update(expire_date="2020-01-01T00:00Z")
    said = delete_old(environment(home), dry_run=True)
    assert said == ["1 uploaded files older than 90 days would be deleted.", "1 sessions that ended would be deleted."]
    assert (uploads / "old.csv").exists()
    delete_old(environment(home))
    assert [path.name for path in uploads.iterdir()] == ["records.csv"]
    assert SignedIn.objects.count() == open_ - 1
    configure(home / "store", Setting.RETENTION, [Row("records", "6"), Row("uploads", "1")], "Director", "a schedule")
    assert periods(home / "store") == {"records": 6, "uploads": 1, "audits": 24, "backups": 90, "log": 72}


def test_records_of_old_snapshots_go_and_their_manifests_stay(tmp_path: Path, shared_store: Path) -> None:
    store = tmp_path / "store"
    shutil.copytree(shared_store, store)
    synthesize(5, 1, 3, date(2026, 11, 30), tmp_path / "records", form="parquet")
    load([tmp_path / "records"], store, date(2026, 11, 30))
    old, new = Store(store).snapshots()
    assert delete_old_records(store, date(2026, 10, 31)) == []
    assert [id_ for id_, _ in delete_old_records(store, date(2027, 1, 1), dry_run=True)] == [old.id]
    assert old.tables
    delete_old_records(store, date(2027, 1, 1))
    assert not Store(store).snapshot(old.id).tables
    assert Store(store).snapshot(old.id).manifest["as_at"] == "2026-10-31"
    assert not new.changed()


@pytest.mark.django_db
def test_people_are_signed_out_by_a_command(make: MakeAccount, sign_in: SignIn) -> None:
    ana, bob = make("viewer", "ana"), make("viewer", "bob")
    clients = [sign_in(ana), sign_in(bob)]
    call_command("revoke_sessions", "--account", "ana", stdout=io.StringIO())
    assert [client.get("/account/").status_code for client in clients] == [302, 200]
    call_command("revoke_sessions", stdout=io.StringIO())
    assert clients[1].get("/account/").status_code == 302
    with pytest.raises(CommandError, match="no account"):
        call_command("revoke_sessions", "--account", "nobody")
