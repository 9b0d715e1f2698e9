"""Signing in with a password of ours: for a trial only."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest

from trigpoint.web.people.models import Account


class LocalBackend(BaseBackend):
    """Checks a password, where local accounts are allowed at all."""

    def authenticate(
        self,
        request: HttpRequest | None,  # noqa: ARG002 - the name by which Django gives it
        username: str | None = None,
        password: str | None = None,
        **_: Any,
    ) -> Account | None:
        """The account whose name and password these are."""
        if not settings.ENVIRONMENT.trial or username is None or password is None:
            return None
        found = Account.objects.filter(username=username, is_active=True).first()
        if found is None:
            Account().set_password(password)  # as slow as for a name that exists
            return None
        return found if found.check_password(password) else None

    def get_user(self, user_id: int) -> Account | None:
        """The account of a session, as long as it is open. Also serves those who signed in elsewhere."""
        return Account.objects.filter(pk=user_id, is_active=True).first()
