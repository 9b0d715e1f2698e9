"""The account of somebody whom the identity provider sent, with the roles it gives today."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from trigpoint.web.access.log import log
from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import NOBODY, Held
from trigpoint.web.people.app_roles import held_of
from trigpoint.web.people.identity import Identity
from trigpoint.web.people.models import Account, Grant
from trigpoint.web.people.provider import SignInError
from trigpoint.web.people.roles import ROLES

_CLOSED = "Your account in Trigpoint is closed. Ask your system administrator."
_NO_ROLE = "None of your roles in the council's directory is one of Trigpoint's. Ask your system administrator."


def account_of(who: Identity) -> Account:
    """The account of an identity, made where it is new; its provided roles are those of the token and no others.

    Raises SignInError for a closed account, and for one without a role: roles that were taken away end all the same.
    """
    wanted = {held for value in who.roles if (held := held_of(value))}
    with transaction.atomic():
        found = Account.objects.select_for_update().filter(issuer=who.issuer, subject=who.subject).first()
        if found is None and wanted:
            found = _new(who, wanted)
        if found is not None:
            _refresh(found, wanted, timezone.localdate())
    if found is None or not wanted:
        raise SignInError(f"no known role among: {', '.join(who.roles)}"[:300], _NO_ROLE)
    if not found.is_active:
        raise SignInError("the account is closed", _CLOSED)
    if (found.name, found.email) != (who.name[:150], who.email[:254]):
        found.name, found.email = who.name[:150], who.email[:254]
        found.save(update_fields=["name", "email"])
    return found


def _new(who: Identity, wanted: set[Held]) -> Account:
    made = Account(
        username=hashlib.sha256(f"{who.issuer}\n{who.subject}".encode()).hexdigest()[:32],
        issuer=who.issuer,
        subject=who.subject,
        title=min(ROLES[held.role].words for held in wanted),
    )
    made.set_unusable_password()
    made.save()
    return made


def _refresh(account: Account, wanted: set[Held], today: date) -> None:
    """End the provided roles that the token does not give, begin those that it gives and that are not held."""
    have = {grant.held(): grant for grant in account.grants.filter(provided=True) if grant.in_force(today)}
    for held in have.keys() - wanted:
        grant = have[held]
        grant.ends = today - timedelta(days=1)
        grant.save(update_fields=["ends"])
        log(NOBODY, Action.GRANT_ROLES, f"account {account.pk}", detail=f"ended by the identity provider: {grant}")
    for held in wanted - have.keys():
        grant = Grant.objects.create(
            account=account,
            role=held.role,
            kind=held.kind,
            place=held.place,
            starts=today,
            because="given by the identity provider",
            provided=True,
        )
        log(NOBODY, Action.GRANT_ROLES, f"account {account.pk}", detail=f"given by the identity provider: {grant}")
