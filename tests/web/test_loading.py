"""Records that people bring: kept under our names, checked, accepted or declined by a person, loaded once."""

from __future__ import annotations

import stat
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from trigpoint.store import Store
from trigpoint.tasks.configure import Row, Setting, configure
from trigpoint.tasks.work_due import kept_work
from trigpoint.web.jobs.models import Job, State
from trigpoint.web.jobs.queue import do_next, prepares
from trigpoint.web.months import uploads
from trigpoint.web.months.flow_models import AcceptedSnapshot, Load

from . import flow
from .conftest import MakeAccount, SignIn

pytestmark = pytest.mark.django_db

PERSONS = b"authority,pers_person_id,pers_sex,pers_expected_dob,pers_dob\nX1,C1,F,,2015-04-01\nX1,C2,M,,2016-05-02\n"
BAD = PERSONS + b"X1,C3,M,,not a day\n"


@pytest.fixture
def own(store: Path, tmp_path: Path, deployment: None) -> Path:
    return flow.copied(store, tmp_path / "store")


def brought(client: object, content: bytes, name: str = "ssd_person.csv") -> Load:
    given = {"files": SimpleUploadedFile(name, content), "as_at": "2026-10-31", "from": "browser"}
    answer = client.post("/month/load/", given)  # type: ignore[attr-defined]
    assert answer.status_code == 302, answer.content
    return Load.objects.latest("pk")


def test_a_load_is_checked_accepted_and_loaded_once(own: Path, make: MakeAccount, sign_in: SignIn) -> None:
    client = sign_in(make("analyst"))
    before = [one.id for one in Store(own).snapshots()]
    load = brought(client, BAD, "../../SSD Person.csv".replace("SSD Person", "ssd_person"))
    folder = uploads.folder_of(load.folder)
    (kept,) = (folder / "files").iterdir()
    assert kept.name == "ssd_person.csv"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    flow.work()
    page = client.get(f"/month/load/{load.pk}/").content.decode()
    assert "not a day" in page
    assert "fewer" in page
    assert [one.id for one in Store(own).snapshots()] == before

    refused = client.post(f"/month/load/{load.pk}/", {"do": "accept", "because": ""})
    assert refused.status_code == 422
    client.post(f"/month/load/{load.pk}/", {"do": "accept", "because": "One row of three; it is being mended."})
    flow.work()
    load.refresh_from_db()
    assert (load.state, load.snapshot) == (Load.State.LOADED, [one.id for one in Store(own).snapshots()][-1])
    assert AcceptedSnapshot.objects.get(snapshot=load.snapshot).accepted_by_id == load.answered_by_id
    assert not folder.exists()
    Job.objects.filter(kind="load").update(state=State.QUEUED)
    flow.work()
    assert len(Store(own).snapshots()) == len(before) + 1


def test_what_is_prepared_from_new_records_is_asked_for_once_they_are_loaded(
    own: Path, make: MakeAccount, sign_in: SignIn
) -> None:
    client = sign_in(make("analyst"))
    load = brought(client, PERSONS)
    flow.work()
    assert not Job.objects.filter(kind__in=prepares()).exists()
    client.post(f"/month/load/{load.pk}/", {"do": "accept", "because": ""})
    do_next()
    waiting = Job.objects.filter(state=State.QUEUED, asked_by=None)
    assert sorted(job.kind for job in waiting) == sorted(prepares())
    waiting.exclude(kind="work_due").delete()  # the quickest of them stands for all
    flow.work(prepare=True)
    load.refresh_from_db()
    assert kept_work(own, load.snapshot) is not None


def test_a_load_that_was_killed_after_its_snapshot_finds_it(own: Path, make: MakeAccount, sign_in: SignIn) -> None:
    client = sign_in(make("analyst"))
    load = brought(client, PERSONS)
    flow.work()
    client.post(f"/month/load/{load.pk}/", {"do": "accept", "because": ""})
    job = Job.objects.get(kind="load")
    from trigpoint.web.months.work import load_records  # noqa: PLC0415

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("trigpoint.web.months.work.transaction.atomic", _stop)
        with pytest.raises(KeyboardInterrupt):
            load_records(job, lambda *_: None)
    stood = len(Store(own).snapshots())
    flow.work()
    assert len(Store(own).snapshots()) == stood
    load.refresh_from_db()
    assert load.state == Load.State.LOADED


def _stop() -> None:
    raise KeyboardInterrupt


def test_what_cannot_be_taken_is_refused_and_the_store_left_alone(
    own: Path, make: MakeAccount, sign_in: SignIn
) -> None:
    client = sign_in(make("analyst"))
    before = [one.id for one in Store(own).snapshots()]
    load = brought(client, b"nothing,known\n1,2\n", "notes.csv")
    flow.work()
    page = client.get(f"/month/load/{load.pk}/").content.decode()
    assert "Nothing of this can be taken" in page
    assert "notes.csv" in page
    assert client.post(f"/month/load/{load.pk}/", {"do": "accept", "because": "x"}).status_code == 302
    flow.work()
    assert [one.id for one in Store(own).snapshots()] == before
    client.post(f"/month/load/{load.pk}/", {"do": "decline"})
    assert not uploads.folder_of(load.folder).exists()


def test_files_that_nobody_answered_are_gone_when_the_council_keeps_none_so_old(
    own: Path, make: MakeAccount, sign_in: SignIn
) -> None:
    configure(own, Setting.RETENTION, [Row("uploads", "60")], "System administrator", "the schedule of 2026")
    client = sign_in(make("analyst"))
    old, young = brought(client, PERSONS), brought(client, PERSONS)
    flow.work()
    Load.objects.filter(pk=old.pk).update(brought=timezone.now() - timedelta(days=61))
    Load.objects.filter(pk=young.pk).update(brought=timezone.now() - timedelta(days=59))
    brought(client, PERSONS)
    flow.work()
    old.refresh_from_db()
    assert (old.state, old.because) == (Load.State.DECLINED, "Nobody answered it within 60 days.")
    assert not uploads.folder_of(old.folder).exists()
    assert uploads.folder_of(young.folder).exists()


def test_while_the_council_holds_everything_no_unanswered_file_goes(
    own: Path, make: MakeAccount, sign_in: SignIn
) -> None:
    rows = [Row("uploads", "60"), Row("hold", "yes")]
    configure(own, Setting.RETENTION, rows, "System administrator", "an inquiry asked for the records")
    client = sign_in(make("analyst"))
    old = brought(client, PERSONS)
    flow.work()
    Load.objects.filter(pk=old.pk).update(brought=timezone.now() - timedelta(days=400))
    brought(client, PERSONS)
    flow.work()
    old.refresh_from_db()
    assert old.state == Load.State.CHECKED
    assert uploads.paths_of(old.folder, old.files)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [("macro.xlsm", b"x", "is of no kind"), ("page.html", b"<p>", "is of no kind"), ("", b"", "Choose at least one")],
)
def test_a_file_of_no_known_kind_is_not_kept(
    own: Path, make: MakeAccount, sign_in: SignIn, name: str, content: bytes, why: str
) -> None:
    client = sign_in(make("analyst"))
    files = {"files": SimpleUploadedFile(name, content)} if name else {}
    answer = client.post("/month/load/", {**files, "as_at": "2026-10-31"})
    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert not Load.objects.exists()


def test_the_drop_folder_is_emptied_of_what_was_loaded(own: Path, make: MakeAccount, sign_in: SignIn) -> None:
    drop = uploads.drop_folder()
    drop.mkdir(parents=True)
    (drop / "ssd_person.csv").write_bytes(PERSONS)
    (drop / "other.csv").write_bytes(b"x")
    (drop / "link.csv").symlink_to(settings.ENVIRONMENT.store / "current.json")
    client = sign_in(make("analyst"))
    listed = client.get("/month/load/").content.decode()
    assert "other.csv" in listed
    assert "link.csv" not in listed
    client.post("/month/load/", {"from": "drop", "dropped": "ssd_person.csv", "as_at": "2026-10-31"})
    flow.work()
    load = Load.objects.get()
    assert load.state == Load.State.CHECKED, load.report
    client.post(f"/month/load/{load.pk}/", {"do": "accept", "because": "It is whole."})
    flow.work()
    assert sorted(path.name for path in drop.iterdir()) == ["link.csv", "other.csv"]


def test_who_may_accept_but_not_bring(own: Path, make: MakeAccount, sign_in: SignIn) -> None:
    client = sign_in(make("information_manager"))
    assert b"Bring files" not in client.get("/month/load/").content
    assert client.post("/month/load/", {"as_at": "2026-10-31"}).status_code == 403
    current = Store(own).current()
    assert current is not None
    page = f"/month/snapshots/{current.id}/"
    assert b"Nobody has accepted" in client.get(page).content
    assert client.post(page).status_code == 302
    assert AcceptedSnapshot.objects.filter(snapshot=current.id).exists()
    assert client.get("/month/snapshots/0000-none/").status_code == 404
