"""What tests of the web share: a small store, people with roles, and clients that are signed in as them."""

from __future__ import annotations

import fcntl
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.test import Client
from pytest_django import Settings

from trigpoint.synthetic import synthesize
from trigpoint.tasks.load import load
from trigpoint.tasks.prepared_figures import prepare_figures
from trigpoint.tasks.work_due import work_due
from trigpoint.web.people.actor import Held, ScopeKind
from trigpoint.web.people.models import Account
from trigpoint.web.people.samples import make_account

from .served import Served, serving

AS_AT = date(2026, 10, 31)
PASSWORD = "a long enough password"
MEASURES = (
    "assessments_within_working_days_pct",
    "cla_at_period_end",
    "cla_rate_per_10000",
    "cla_reviews_in_timescale_pct",
    "cla_visits_in_timescale_pct",
    "cpp_at_period_end",
    "cpp_visits_in_timescale_pct",
    "icpc_15wd_pct",
    "referrals_received",
    "rereferrals_12m_pct",
)
"""Those whose figures are prepared: enough for every kind of page, few enough to be quick."""

MakeAccount = Callable[..., Account]
SignIn = Callable[..., Client]


@pytest.fixture(scope="session")
def shared_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An invented authority, loaded, with figures prepared: made once for every process of the run."""
    home = tmp_path_factory.getbasetemp()
    home = home.parent if home.name.startswith("popen-") else home
    store = home / "web-store"
    with (home / "web-store.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (home / "web-store.made").exists():
            synthesize(60, 3, 11, AS_AT, home / "web-records", form="parquet")
            load([home / "web-records"], store, AS_AT)
            prepare_figures(store, measures=MEASURES)
            work_due(store)
            (home / "web-store.made").touch()
    return store


@pytest.fixture(autouse=True)
def deployment(settings: Settings, shared_store: Path, tmp_path: Path) -> None:
    """The application looks at the shared store, and keeps its files in a folder of the test."""
    settings.ENVIRONMENT = replace(django_settings.ENVIRONMENT, store=shared_store, data=tmp_path / "data")


@pytest.fixture
def store(shared_store: Path) -> Path:
    """The shared store: for reading only. A test that writes copies it."""
    return shared_store


@pytest.fixture
def own_store(shared_store: Path, tmp_path: Path, settings: Settings) -> Path:
    """A copy of the shared store, which the application looks at: for writing."""
    copy = tmp_path / "store"
    shutil.copytree(shared_store, copy)
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, store=copy)
    return copy


@pytest.fixture
def make(db: None) -> MakeAccount:
    """Makes an account with one role: `make("analyst")`, `make("team_manager", team="Team 2")`."""

    def made(role: str, username: str = "", *, team: str = "", service: str = "", worker: str = "") -> Account:
        places = {ScopeKind.TEAM: team, ScopeKind.SERVICE: service, ScopeKind.WORKER: worker}
        kind, place = next(((kind, place) for kind, place in places.items() if place), (ScopeKind.AUTHORITY, ""))
        return make_account(username or f"{role}-{Account.objects.count()}", Held(role, kind, place), PASSWORD)

    return made


@pytest.fixture
def sign_in(make: MakeAccount) -> SignIn:
    """A client that is signed in as an account, or as a new one with a role."""

    def signed(who: Account | str, **place: str) -> Client:
        client = Client()
        account = who if isinstance(who, Account) else make(who, **place)
        client.force_login(account, backend="trigpoint.web.people.local.LocalBackend")
        session = client.session
        session["proved"] = int(time.time())  # as signing in does
        session.save()
        return client

    return signed


@pytest.fixture(scope="session")
def served(shared_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The application served in a process of its own, which begins anew for every story."""
    with serving(shared_store, tmp_path_factory.mktemp("served")) as found:
        yield found
