"""What is old is deleted once it is due, said first where that is asked for, and held where the council holds it."""

from __future__ import annotations

import io
import os
import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from trigpoint.store import Store
from trigpoint.synthetic import synthesize
from trigpoint.tasks.load import load
from trigpoint.web.access.models import Logged
from trigpoint.web.months.flow_models import Load

from . import flow
from .conftest import MakeAccount, SignIn

pytestmark = pytest.mark.django_db

WHY = {"because": "the council's retention schedule of 2026"}
OLD = date(2023, 3, 31)


@pytest.fixture(scope="module")
def aged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with two snapshots of three years ago and one of today."""
    home = tmp_path_factory.mktemp("aged")
    synthesize(8, 1, 3, OLD, home / "records", form="parquet")
    for day in (OLD, OLD + timedelta(days=1), timezone.localdate()):
        load([home / "records"], home / "store", day)
    return home / "store"


@pytest.fixture
def own(aged: Path, tmp_path: Path, deployment: None) -> Path:
    """A store of the test's own, with old files beside the application."""
    made = flow.copied(aged, tmp_path / "store")
    for name, days in (
        ("uploads/0123456789abcdef/files/person.csv", 100),
        ("uploads/fedcba9876543210/files/person.csv", 5),
        ("previews/2025-01/internal/kent/index.html", 100),
        ("receiving/tmp1.upload", 2),
    ):
        file = Path(settings.ENVIRONMENT.data) / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x")
        then = time.time() - days * 86_400
        os.utime(file, (then, then))
    return made


def retention(*options: str) -> str:
    said = io.StringIO()
    call_command("retention", *options, stdout=said)
    return said.getvalue()


def kept(store: Path) -> list[bool]:
    return [bool(one.tables) for one in Store(store).snapshots()]


def left() -> set[str]:
    home = Path(settings.ENVIRONMENT.data)
    return {path.relative_to(home).parts[1] for path in home.rglob("*") if path.is_file()}


def test_a_dry_run_says_what_would_go_and_deletes_nothing(own: Path) -> None:
    said = retention("--dry-run")
    assert said.count("would be deleted.") == 6
    assert "as at 31 March 2023, would be deleted." in said
    assert kept(own) == [True, True, True]
    assert len(left()) == 4
    assert not Logged.objects.filter(action="retention").exists()


def test_what_is_due_goes_and_the_manifest_stays(own: Path, make: MakeAccount) -> None:
    brought = Load.objects.create(
        folder="0123456789abcdef", as_at=OLD, state=Load.State.CHECKED, brought_by=make("analyst")
    )
    Load.objects.update(brought=timezone.now() - timedelta(days=100))
    said = retention()
    assert "1 uploaded files older than 90 days are deleted." in said
    assert kept(own) == [False, False, True]
    assert Store(own).snapshots()[0].manifest["as_at"] == OLD.isoformat()
    assert left() == {"fedcba9876543210"}
    assert not (Path(settings.ENVIRONMENT.data) / "uploads" / "0123456789abcdef").exists()
    brought.refresh_from_db()
    assert brought.state == Load.State.DECLINED
    assert "as at 31 March 2023" in Logged.objects.get(action="retention").detail
    assert "snapshot" not in retention("--dry-run")


def test_periods_and_a_hold_are_the_councils(own: Path, sign_in: SignIn) -> None:
    admin, page = sign_in("administrator"), "/administration/kept/"
    assert 'value="24"' in admin.get(page).content.decode()
    held = {"records": "36", "uploads": "3", "hold": "yes", **WHY}
    assert admin.post(page, held).status_code == 302
    assert b"Nothing about children is deleted for now." in admin.get(page).content
    assert f"System administrator holds everything since {timezone.localdate():%d %B %Y}" in retention()
    assert retention("--months", "3").count("are deleted") == 2  # that nothing is, and sessions
    assert kept(own) == [True, True, True]
    assert len(left()) == 4
    assert admin.post(page, {"records": "240", "uploads": "3", **WHY}).status_code == 302
    retention()
    assert kept(own) == [True, True, True]
    assert left() == set()
