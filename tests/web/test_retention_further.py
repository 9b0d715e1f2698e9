"""What goes besides records and uploads: forms of audits, backups, the access log; what must stay of each stays."""

from __future__ import annotations

import io
import os
import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from trigpoint.tasks.configure import Row, Setting, configure
from trigpoint.web.access.log import faults, log, who_has_seen
from trigpoint.web.access.models import Head, Logged, Seal, Shown
from trigpoint.web.access.protect import is_protected, protect
from trigpoint.web.access.sealing import seal_old
from trigpoint.web.audits.models import AuditCase, AuditVersion, LearningAction, Moderation, Round
from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import NOBODY
from trigpoint.web.people.models import Account

from .conftest import MakeAccount, SignIn

pytestmark = pytest.mark.django_db
LONG_AGO = datetime(2019, 5, 3, 12, tzinfo=UTC)


def retention(*options: str) -> str:
    said = io.StringIO()
    call_command("retention", *options, stdout=said)
    return said.getvalue()


@pytest.fixture
def log_of_years(monkeypatch: pytest.MonkeyPatch) -> list[Logged]:
    """Three entries of seven years ago, then two of today."""
    rows = []
    for n, moment in enumerate([LONG_AGO] * 3 + [timezone.now()] * 2):
        with monkeypatch.context() as clock:
            clock.setattr("trigpoint.web.access.log.timezone.now", lambda moment=moment, n=n: moment + timedelta(0, n))
            rows.append(log(NOBODY, Action.SEE_CHILDREN, f"list {n}", children=[f"CASE-{n}", "CASE-9"]))
    return rows


def test_old_entries_leave_a_seal_and_the_chain_goes_on(log_of_years: list[Logged], own_store: Path) -> None:
    protect()
    said = "3 entries of the access log, 03 May 2019 to 03 May 2019, {} deleted: a seal stands for them."
    assert said.format("would be") in retention("--dry-run")
    assert Logged.objects.count() == 5
    assert said.format("are") in retention()
    seal = Seal.objects.get()
    assert (seal.count, seal.number, seal.first, seal.last) == (3, 3, LONG_AGO, log_of_years[2].hash)
    assert seal.until == LONG_AGO + timedelta(0, 2)
    assert [row.about for row in who_has_seen("CASE-9")] == ["list 4", "list 3"]
    assert not list(who_has_seen("CASE-1"))
    assert Shown.objects.count() == 4
    log(NOBODY, Action.FREEZE, "one more")
    assert list(faults()) == []
    assert is_protected()
    assert "access log" not in retention("--dry-run")


def test_a_second_seal_follows_the_first(log_of_years: list[Logged]) -> None:
    seal_old(date(2020, 1, 1), "are", dry_run=False)
    seal_old(timezone.localdate() + timedelta(1), "are", dry_run=False)
    assert list(Seal.objects.values_list("number", "count")) == [(3, 3), (6, 3)]
    assert [row.number for row in Logged.objects.all()] == [7]
    assert list(faults()) == []
    Seal.objects.filter(number=3).update(count=2)
    assert [fault.split(" ", 3)[3] for fault in faults()]


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE access_seal SET count = 2",
        "UPDATE access_seal SET last = previous",
        "DELETE FROM access_seal",
        "UPDATE access_logged SET detail = '' WHERE number = 6",
        "UPDATE access_logged SET about = 'x' WHERE number = 4",
    ],
)
def test_whatever_is_done_to_a_sealed_log_shows(log_of_years: list[Logged], harm: str) -> None:
    seal_old(date(2020, 1, 1), "are", dry_run=False)
    assert list(faults()) == []
    with connection.cursor() as cursor:
        cursor.execute(harm)
    assert list(faults())


def test_entries_taken_out_behind_a_seal_of_ones_own_show(log_of_years: list[Logged]) -> None:
    seal_old(date(2020, 1, 1), "are", dry_run=False)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM access_shown WHERE logged_id = %s", [log_of_years[3].pk])
        cursor.execute("DELETE FROM access_logged WHERE number = 4")
    Seal.objects.update(number=4, count=4, last=log_of_years[3].hash)
    assert any("No entry tells" in fault or "not as it was made" in fault for fault in faults())


def test_a_log_that_was_changed_is_not_sealed(log_of_years: list[Logged]) -> None:
    Logged.objects.filter(number=2).update(about="as changed")
    said = seal_old(date(2020, 1, 1), "are", dry_run=False)
    assert said[0].startswith("The access log stays whole")
    assert "Entry 2 is not as it was written." in said[0]
    assert Logged.objects.count() == 5
    assert Head.objects.get().number == 5


def test_what_stands_before_a_younger_entry_waits_for_it(log_of_years: list[Logged]) -> None:
    Logged.objects.filter(number=1).update(at=timezone.now())
    assert seal_old(date(2020, 1, 1), "are", dry_run=False) == []
    assert Logged.objects.count() == 5


def test_the_page_says_from_when_the_log_reaches(log_of_years: list[Logged], sign_in: SignIn) -> None:
    officer = sign_in("information_governance")
    assert b"a seal stands for them" not in officer.get("/access-log/").content
    seal_old(date(2020, 1, 1), "are", dry_run=False)
    text = officer.get("/access-log/").content.decode()
    assert "It begins with entry 4: 3 before it, of 03 May 2019 to 03 May 2019" in text
    found = officer.post("/access-log/child/", {"child": "CASE-1"}, follow=True).content.decode()
    assert "Nobody was shown a child" in found
    assert "It begins with entry 4" in found


@pytest.fixture
def audited(make: MakeAccount) -> Round:
    """A round that was agreed three years ago, with what was written in it, and an open and a closed action."""
    return _round(make("audit_lead"), "2023 Q1", timezone.now() - timedelta(days=3 * 365))


def _round(by: Account, name: str, agreed: datetime | None) -> Round:
    made = Round.objects.create(
        name=name, kind="practice", work_type="whole case", questions=["history"], due=date(2023, 3, 31), seed="s",
        frame=9, snapshot="x", drawn_by=by, agreed=agreed, agreed_by=by if agreed else None,
    )  # fmt: skip
    text = {"answers": {"history": "N"}, "grade": "Good", "strengths": "of this child", "findings": "about this child"}
    case = AuditCase.objects.create(
        round=made, number=1, authority="X", child="CASE-1", auditor=by, state="moderated", done=agreed, **text
    )
    AuditVersion.objects.create(case=case, said=text, by=by)
    Moderation.objects.create(case=case, grade="Good", reason="said of this child", by=by)
    for what, closed in (("open promise", None), ("closed promise", agreed)):
        LearningAction.objects.create(case=case, what=what, owner="x", by=date(2023, 6, 1), opened_by=by, closed=closed)
    return made


def test_what_was_written_in_an_agreed_audit_goes_and_its_grade_stays(
    audited: Round, own_store: Path, sign_in: SignIn, make: MakeAccount
) -> None:
    young = _round(audited.drawn_by, "2026 Q1", timezone.now())
    said = retention("--dry-run")
    assert "The forms of 1 audits of round 2023 Q1 would be deleted." in said
    assert "1 closed actions of rounds as old would be deleted." in said
    assert AuditVersion.objects.count() == 2
    retention()
    case = audited.cases.get()
    assert (case.answers, case.strengths, case.findings, case.grade, case.child) == ({}, "", "", "Good", "CASE-1")
    assert (case.moderations.get().grade, case.moderations.get().reason) == ("Good", "")
    assert not case.versions.exists()
    assert [one.what for one in case.actions.all()] == ["open promise"]
    assert (young.cases.get().findings, young.cases.get().actions.count()) == ("about this child", 2)
    assert "forms of" not in retention("--dry-run")
    LearningAction.objects.filter(case=case).update(closed=timezone.now())
    assert "1 closed actions" in retention()


def test_a_round_that_was_never_agreed_stays_and_is_told(own_store: Path, make: MakeAccount) -> None:
    made = _round(make("audit_lead"), "2023 Q2", None)
    assert "Audits of round 2023 Q2, due 31 March 2023, stay until the round is agreed." in retention()
    assert made.cases.get().findings == "about this child"


def test_the_page_of_a_cleared_audit_says_so(audited: Round, own_store: Path, sign_in: SignIn) -> None:
    lead: Client = sign_in("audit_lead")
    pages = (f"/audits/{audited.pk}/", f"/audits/cases/{audited.cases.get().pk}/")
    before = [lead.get(page).content.decode() for page in pages]
    assert "eleted on" not in "".join(before)
    assert "about this child" in before[1]
    retention()
    after = [lead.get(page).content.decode() for page in pages]
    assert ["eleted on" in text for text in after] == [True, True]
    assert "of this child" not in after[1]


@pytest.fixture
def backups(own_store: Path, tmp_path: Path, settings: Settings) -> Path:
    """A folder with backups of different ages, what a cut-off one left, and a file that is not ours."""
    folder = tmp_path / "backups"
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, backups=folder)
    for days in (400, 100, 2):
        made = datetime.now(UTC) - timedelta(days=days)
        _file(folder / f"{made:%Y%m%dT%H%M%SZ}.trigpoint-backup.tar")
    _file(folder / "20200101T000000Z.trigpoint-backup.part", old=True)
    _file(folder / "scratch-1" / "database", old=True)
    _file(folder / "scratch-2" / "database")
    _file(folder / "before-the-move.trigpoint-backup.tar", old=True)
    return folder


def _file(path: Path, *, old: bool = False) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x")
    if old:
        os.utime(path, (time.time() - 10**8,) * 2)


def test_old_backups_go_and_the_newest_stays(backups: Path) -> None:
    assert "2 backups older than 90 days would be deleted." in retention("--dry-run")
    assert len(list(backups.rglob("*"))) == 9
    assert "2 files of backups that were cut off are deleted." in retention()
    left = {path.name for path in backups.iterdir()}
    assert {"before-the-move.trigpoint-backup.tar", "scratch-2"} < left
    assert len(left) == 3
    assert "backups older" not in retention()


def test_the_only_backup_stays_however_old(backups: Path) -> None:
    for path in sorted(backups.glob("2*.tar"))[1:]:
        path.unlink()
    retention()
    assert len(list(backups.glob("2*.tar"))) == 1


def test_periods_are_the_councils_and_a_hold_keeps_everything(
    backups: Path, audited: Round, log_of_years: list[Logged], own_store: Path
) -> None:
    rows = [Row("audits", "3"), Row("backups", "365"), Row("log", "240")]
    configure(own_store, Setting.RETENTION, [*rows, Row("hold", "yes")], "Director", "an inquiry")
    assert "Director holds everything" in retention()
    assert (len(list(backups.iterdir())), AuditVersion.objects.count(), Seal.objects.count()) == (7, 1, 0)
    configure(own_store, Setting.RETENTION, rows, "Director", "a schedule")
    said = retention()
    assert "1 backups older than 365 days are deleted." in said
    assert not AuditVersion.objects.exists()
    assert not Seal.objects.exists()


def test_the_page_asks_for_each_period(sign_in: SignIn, own_store: Path) -> None:
    admin = sign_in("administrator")
    asked = {
        "records": "24",
        "uploads": "90",
        "audits": "12",
        "backups": "30",
        "log": "84",
        "because": "a schedule of ours",
    }
    assert admin.post("/administration/kept/", asked | {"log": "23"}).status_code == 400
    assert admin.post("/administration/kept/", asked).status_code == 302
    page = admin.get("/administration/kept/").content.decode()
    assert all(f'value="{asked[name]}"' in page for name in ("audits", "backups", "log"))
