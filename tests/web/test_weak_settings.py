"""A deployment with a weak setting does not start, and says which it is and how to mend it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from trigpoint.web.environment import VARIABLES, read_environment
from trigpoint.web.weak import unknown_names

KEY, OTHER = "kX9_qLr7-Zt2bVm4nPs6wYd8fGh1jCk3eRu5iTo0aSxQzBvNy", "Wf3-Jn8sHb5_Lm2gKp7vTc9xRz4dQy6uEo1iAa0BqXwVtGrUkP"
ISSUER = "https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0"


def good(home: Path) -> dict[str, str]:
    """The settings of a deployment that may start, with folders of its own."""
    for name in ("store", "data", "backups"):
        (home / name).mkdir(mode=0o700)
    return {
        "STORE": f"{home}/store",
        "DATA": f"{home}/data",
        "BACKUPS": f"{home}/backups",
        "PLACE": "Borderfield Council",
        "SECRET_KEY": KEY + "x",
        "CHILD_KEY": OTHER,
        "DATABASE_URL": "postgresql://web:aGoodLongOne1234@db.example.gov.uk/web?sslmode=verify-full",
        "HOSTS": "trigpoint.example.gov.uk",
        "OIDC_ISSUER": ISSUER,
        "OIDC_TENANT": "11111111-2222-3333-4444-555555555555",
        "OIDC_CLIENT_ID": "66666666-2222-3333-4444-555555555555",
        "OIDC_CLIENT_SECRET": "made-by-the-provider-1",
        "BEHIND_PROXY": "1",
    }


def faults(given: Mapping[str, str]) -> list[str]:
    return read_environment({f"TRIGPOINT_{name}": value for name, value in given.items()}).faults()


def test_a_good_one_may_start(tmp_path: Path) -> None:
    assert faults(good(tmp_path)) == []


def test_one_on_a_socket_or_on_sqlite_may_start(tmp_path: Path) -> None:
    told = good(tmp_path)
    assert faults(told | {"DATABASE_URL": "postgresql:///web?host=/run/postgresql"}) == []
    assert faults(told | {"DATABASE_URL": f"sqlite:///{tmp_path}/web.sqlite3"}) == []


WEAK: dict[str, tuple[dict[str, str], str]] = {
    "no secret": ({"SECRET_KEY": ""}, "SECRET_KEY"),
    "a short secret": ({"SECRET_KEY": KEY[:40]}, "SECRET_KEY"),
    "a secret of one letter": ({"SECRET_KEY": "a" * 64}, "SECRET_KEY"),
    "Django's own secret": ({"SECRET_KEY": f"django-insecure-{KEY}"}, "SECRET_KEY"),
    "a word that is tried": ({"SECRET_KEY": f"changeme{KEY}"}, "SECRET_KEY"),
    "no key of children": ({"CHILD_KEY": ""}, "CHILD_KEY"),
    "one key for both": ({"CHILD_KEY": KEY + "x"}, "CHILD_KEY"),
    "a short key of children": ({"CHILD_KEY": "short"}, "CHILD_KEY"),
    "no database": ({"DATABASE_URL": ""}, "DATABASE_URL"),
    "another database": ({"DATABASE_URL": "mysql://web:x@db/web"}, "DATABASE_URL"),
    "a database in memory": ({"DATABASE_URL": "sqlite:///:memory:"}, "DATABASE_URL"),
    "a database that moves": ({"DATABASE_URL": "sqlite:///web.sqlite3"}, "whole path"),
    "the superuser": ({"DATABASE_URL": "postgresql://postgres:aGoodLongOne1234@db/web?sslmode=require"}, "postgres"),
    "no password": ({"DATABASE_URL": "postgresql://web@db.example.gov.uk/web?sslmode=require"}, "password"),
    "the name as password": (
        {"DATABASE_URL": "postgresql://web:web@db.example.gov.uk/web?sslmode=require"},
        "password",
    ),
    "a password that is tried": ({"DATABASE_URL": "postgresql://w:Password@db/web?sslmode=require"}, "password"),
    "readable on the way": ({"DATABASE_URL": "postgresql://web:aGoodLongOne1234@db.example.gov.uk/web"}, "sslmode"),
    "encryption if it likes": ({"DATABASE_URL": "postgresql://w:aGoodLongOne1@db/w?sslmode=prefer"}, "sslmode"),
    "a short password": ({"DATABASE_URL": "postgresql://w:Xk9-vB2q@db/web?sslmode=require"}, "under 12"),
    "debug": ({"DEBUG": "1"}, "DEBUG"),
    "local accounts": ({"LOCAL_ACCOUNTS": "yes"}, "LOCAL_ACCOUNTS"),
    "no proxy before it": ({"BEHIND_PROXY": ""}, "BEHIND_PROXY"),
    "no host": ({"HOSTS": ""}, "HOSTS"),
    "every host": ({"HOSTS": "*"}, "HOSTS"),
    "hosts of a domain": ({"HOSTS": ".example.gov.uk"}, "HOSTS"),
    "a host as address": ({"HOSTS": "https://trigpoint.example.gov.uk/"}, "HOSTS"),
    "a host with a port": ({"HOSTS": "trigpoint.example.gov.uk:8000"}, "HOSTS"),
    "a number as host": ({"HOSTS": "10.1.2.3"}, "HOSTS"),
    "this machine as host": ({"HOSTS": "localhost"}, "HOSTS"),
    "a port beside the address": ({"LISTEN": "0.0.0.0:8000"}, "LISTEN"),
    "a name to listen at": ({"LISTEN": "trigpoint.example.gov.uk"}, "LISTEN"),
    "no council": ({"PLACE": ""}, "PLACE"),
    "no provider": ({"OIDC_ISSUER": ""}, "ISSUER"),
    "a provider in the open": ({"OIDC_ISSUER": ISSUER.replace("https", "http")}, "ISSUER"),
    "every tenant": (
        {"OIDC_ISSUER": "https://login.microsoftonline.com/common/v2.0", "OIDC_TENANT": ""},
        "every tenant",
    ),
    "private accounts": ({"OIDC_ISSUER": "https://login.microsoftonline.com/consumers/v2.0"}, "every tenant"),
    "no tenant": ({"OIDC_TENANT": ""}, "TENANT"),
    "a tenant as the example has it": (
        {"OIDC_ISSUER": "https://login.microsoftonline.com/TENANT/v2.0", "OIDC_TENANT": "TENANT"},
        "not the id of a tenant",
    ),
    "two tenants": ({"OIDC_TENANT": "99999999-2222-3333-4444-555555555555"}, "TENANT"),
    "more than an address": ({"OIDC_ISSUER": f"{ISSUER}?x=1"}, "ISSUER"),
    "no client": ({"OIDC_CLIENT_ID": ""}, "CLIENT_ID"),
    "no client secret": ({"OIDC_CLIENT_SECRET": ""}, "CLIENT_SECRET"),
    "a short client secret": ({"OIDC_CLIENT_SECRET": "1234"}, "CLIENT_SECRET"),
    "a proxy that is none": ({"PROXY": "proxy:3128"}, "PROXY"),
    "roots that are not there": ({"CERTIFICATES": "/nowhere/roots.pem"}, "CERTIFICATES"),
    "a log server that is none": ({"SYSLOG": "https://logs.example.gov.uk"}, "SYSLOG"),
    "a store that moves": ({"STORE": "store"}, "whole paths"),
    "files that move": ({"DATA": "data"}, "whole paths"),
    "backups that move": ({"BACKUPS": "backups"}, "BACKUPS"),
}


@pytest.mark.parametrize("weak", WEAK)
def test_a_weak_one_may_not_start(tmp_path: Path, weak: str) -> None:
    change, word = WEAK[weak]
    found = faults(good(tmp_path) | change)
    assert found
    assert any(word in sentence for sentence in found), found
    assert all(sentence.startswith("TRIGPOINT_") and sentence.endswith((".", "full`.")) for sentence in found)


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"DATA": "{home}/store/data"}, "within each other"),
        ({"STORE": "{home}/data"}, "within each other"),
        ({"BACKUPS": "{home}/data/backups"}, "within what it backs up"),
        ({"DATABASE_URL": "sqlite:///{home}/store/web.sqlite3"}, "beside the store"),
    ],
)
def test_folders_within_each_other_may_not_start(tmp_path: Path, change: dict[str, str], word: str) -> None:
    change = {name: value.format(home=tmp_path) for name, value in change.items()}
    assert any(word in sentence for sentence in faults(good(tmp_path) | change))


@pytest.mark.parametrize("place", ["store", "data", "backups"])
def test_a_folder_that_everyone_may_read_may_not_start(tmp_path: Path, place: str) -> None:
    told = good(tmp_path)
    (tmp_path / place).chmod(0o755)
    assert [sentence for sentence in faults(told) if "chmod o-rwx" in sentence]


def test_a_database_that_everyone_may_read_may_not_start(tmp_path: Path) -> None:
    file = tmp_path / "web.sqlite3"
    file.touch(mode=0o644)
    told = good(tmp_path) | {"DATABASE_URL": f"sqlite:///{file}"}
    assert [sentence for sentence in faults(told) if str(file) in sentence]


@pytest.mark.parametrize(("text", "mode"), [("-----BEGIN CERTIFICATE-----", 0o646), ("no certificate", 0o644)])
def test_roots_that_anyone_may_change_or_that_are_none_may_not_start(tmp_path: Path, text: str, mode: int) -> None:
    told = good(tmp_path) | {"CERTIFICATES": f"{tmp_path}/roots.pem"}
    (tmp_path / "roots.pem").write_text("-----BEGIN CERTIFICATE-----")
    assert faults(told) == []
    (tmp_path / "roots.pem").write_text(text)
    (tmp_path / "roots.pem").chmod(mode)
    assert len(faults(told)) == 1


@pytest.mark.parametrize(
    "change", [{"HOSTS": "trigpoint.example.gov.uk"}, {"BEHIND_PROXY": "1"}, {"OIDC_ISSUER": ISSUER}]
)
def test_a_trial_is_for_this_machine(change: dict[str, str]) -> None:
    told = {"TRIAL": "1", "SECRET_KEY": KEY + "x", "DATABASE_URL": "sqlite:////tmp/x/web.sqlite3"}
    assert faults(told) == []
    assert faults(told | change)


def test_a_misspelt_setting_is_told() -> None:
    assert unknown_names({"TRIGPOINT_HOST": "x", "TRIGPOINT_HOSTS": "x", "PATH": "x"}, VARIABLES) == [
        "TRIGPOINT_HOST is no setting of Trigpoint: mend its spelling or leave it out."
    ]


def test_every_setting_that_is_read_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    class Told(dict[str, str]):
        def get(self, name: str, default: str = "") -> str:  # type: ignore[override]
            asked.add(name)
            return default

    asked: set[str] = set()
    read_environment(Told())
    assert asked == VARIABLES - {"TRIGPOINT_PG_TOOLS"}


@pytest.mark.parametrize(("command", "weak"), [("check-deployment", "every host"), ("migrate", "a short secret")])
def test_the_process_ends_with_3_and_says_why(tmp_path: Path, command: str, weak: str) -> None:
    told = good(tmp_path) | WEAK[weak][0]
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith(("TRIGPOINT_", "DJANGO_"))}
    done = subprocess.run(
        [sys.executable, "-m", "trigpoint.cli", "manage", command],
        env=surroundings | {f"TRIGPOINT_{name}": value for name, value in told.items()},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3, done
    assert WEAK[weak][1] in done.stderr
    assert "Traceback" not in done.stderr
