"""What the check of a deployment says of the machine around it and of how it is used, a sentence each."""

from __future__ import annotations

import os
import socket
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.utils import timezone

from trigpoint.web.access.log import log
from trigpoint.web.access.models import Logged
from trigpoint.web.administration import machine
from trigpoint.web.administration.machine import machine_faults, use_faults
from trigpoint.web.environment import Environment
from trigpoint.web.people.actor import NOBODY
from trigpoint.web.people.models import Account

from .conftest import MakeAccount
from .fake_provider import CLIENT, SECRET, TENANT, running

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Environment:
    """A deployment around which nothing is wrong, but that its provider is not there."""
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(machine, "KEYS", tmp_path / "environment")
    monkeypatch.setattr(machine, "connection", SimpleNamespace(vendor="sqlite"))
    (tmp_path / "environment").touch(mode=0o640)
    issuer = {"issuer": "http://127.0.0.1:9", "client_id": CLIENT, "client_secret": SECRET, "tenant": TENANT}
    return Environment(store=tmp_path / "store", data=tmp_path / "data", backups=tmp_path, **issuer)  # type: ignore[arg-type]


def said(told: Environment) -> list[str]:
    """The faults, without that of the provider."""
    return [one for one in machine_faults(told) if not one.startswith("Nobody can sign in")]


def test_nothing_is_wrong_where_nothing_is(told: Environment) -> None:
    with running() as provider:
        assert list(machine_faults(replace(told, issuer=provider.issuer))) == []


def test_a_provider_that_does_not_answer_as_it_should_is_told(told: Environment) -> None:
    (gone,) = machine_faults(told)
    assert gone.startswith("Nobody can sign in, for the provider cannot be reached: ")
    with running() as provider:
        provider.addresses["token_endpoint"] = "https://elsewhere.example/token"
        (moved,) = machine_faults(replace(told, issuer=provider.issuer))
    assert "token_endpoint is missing or on another host" in moved


def test_root_and_open_settings_are_told(told: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    machine.KEYS.chmod(0o644)
    assert [one.split(":")[0] for one in said(told)] == [f"{machine.KEYS} can be read by everyone on the machine"]
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert said(told)[0].startswith("This runs as root")


def test_backups_that_cannot_be_made_are_told(told: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "connection", SimpleNamespace(vendor="postgresql"))
    monkeypatch.setenv("TRIGPOINT_PG_TOOLS", f"{told.backups}")
    assert [one.split(" ")[0] for one in said(told)] == ["pg_dump", "pg_restore"]
    for name in ("pg_dump", "pg_restore"):
        assert told.backups is not None
        (told.backups / name).touch(mode=0o755)
    assert said(told) == []
    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr("shutil.which", lambda tool, path: f"{path}/{tool}")
    assert said(told) == [
        f"{told.backups} cannot be written by this account: give it to the account that runs Trigpoint."
    ]


def test_a_log_server_that_takes_no_copy_is_told(told: Environment, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        there = f"tcp://127.0.0.1:{server.getsockname()[1]}"
        assert said(replace(told, syslog=there)) == []
    for nowhere in (there, f"{tmp_path}/log", "udp://no-such-host.invalid:514"):
        (fault,) = said(replace(told, syslog=nowhere))
        assert fault.startswith(f"TRIGPOINT_SYSLOG names {nowhere}, which takes no copy")


def test_accounts_of_a_trial_are_told_until_they_are_closed(make: MakeAccount) -> None:
    log(NOBODY, "retention")
    ours = make("viewer")
    assert [one.split(" ")[0] for one in use_faults()] == ["1"]
    Account.objects.filter(pk=ours.pk).update(is_active=False)
    theirs = make("viewer")
    theirs.set_unusable_password()
    theirs.save()
    assert list(use_faults()) == []


def test_a_deletion_that_no_longer_runs_is_told() -> None:
    assert list(use_faults()) == ["What is too old was never deleted: run `trigpoint manage retention`, each night."]
    row = log(NOBODY, "retention")
    assert list(use_faults()) == []
    Logged.objects.filter(pk=row.pk).update(at=timezone.now() - timedelta(days=4))
    assert "was last deleted on" in next(use_faults())
