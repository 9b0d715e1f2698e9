"""Sample accounts of a trial: one for each role, for people who do not exist."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterator

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from trigpoint.store import StoreError
from trigpoint.tasks.allocated import Allocation, allocated
from trigpoint.tasks.stored import snapshot_of
from trigpoint.web.people.actor import Held, ScopeKind
from trigpoint.web.people.models import Account, Grant
from trigpoint.web.people.roles import ROLES

_PASSWORD = "trial-password"  # noqa: S105 - the name of a file


def sample_accounts() -> list[str]:
    """Make the sample accounts of a trial where there is no account; what to tell whoever started it."""
    file = settings.ENVIRONMENT.data / _PASSWORD
    if not Account.objects.exists():
        password = secrets.token_urlsafe(9)
        file.touch(mode=0o600)
        file.write_text(password, encoding="utf-8")
        with transaction.atomic():
            for name, held in _wanted():
                make_account(name, held, password)
    if not file.exists():
        return []
    names = ", ".join(Account.objects.order_by("pk").values_list("username", flat=True))
    return [f"Sign in as one of: {names}.", f"The password of each: {file.read_text(encoding='utf-8')}"]


def make_account(username: str, held: Held, password: str, title: str = "") -> Account:
    """An account with one role."""
    account = Account(username=username, title=title or f"{ROLES[held.role].words}{_where(held)}")
    account.set_password(password)
    account.save()
    Grant.objects.create(
        account=account,
        role=held.role,
        kind=held.kind,
        place=held.place,
        starts=timezone.localdate(),
        because="a trial",
    )
    return account


def _wanted() -> Iterator[tuple[str, Held]]:
    """One account a role; those for a part of the authority get the part with the most children."""
    homes = _homes()
    team = _largest(home.team for home in homes)
    service = _largest(home.service for home in homes if home.team == team)
    worker = _largest(home.worker for home in homes if home.team == team)
    places = {
        "team_manager": Held("team_manager", ScopeKind.TEAM, team),
        "head_of_service": Held("head_of_service", ScopeKind.SERVICE, service),
        "worker": Held("worker", ScopeKind.WORKER, worker),
    }
    for role in ROLES:
        yield role.replace("_", "-"), places.get(role, Held(role))


def _homes() -> list[Allocation]:
    try:
        return list(allocated(snapshot_of(settings.ENVIRONMENT.store)).values())
    except StoreError:
        return []


def _largest(names: Iterator[str]) -> str:
    counted = Counter(name for name in names if name)
    return min(counted, key=lambda name: (-counted[name], name), default="")


def _where(held: Held) -> str:
    return f", {held.place}" if held.kind in {ScopeKind.TEAM, ScopeKind.SERVICE} and held.place else ""
