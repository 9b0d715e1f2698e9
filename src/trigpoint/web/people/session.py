"""Sessions in the database, each with the account it belongs to."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, cast

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.utils import timezone

from trigpoint.web.people.models import SignedIn

BEGAN = "began"
"""Under this name a session holds the second in which it began."""


PROVIDER_SESSION = "provider_session"
"""Under this name the mark of the identity provider's own session, by which the provider can have it ended."""


class SessionStore(DatabaseStore):
    """Django's, with our table."""

    @classmethod
    def get_model_class(cls) -> type[SignedIn]:
        """The table of sessions."""
        return SignedIn

    def create_model_instance(self, data: dict[str, Any]) -> SignedIn:
        """A row that says whose session it is, and since when."""
        made = cast("SignedIn", super().create_model_instance(data))
        made.began = datetime.fromtimestamp(data[BEGAN], UTC) if BEGAN in data else timezone.now()
        made.account_id = int(data[SESSION_KEY]) if SESSION_KEY in data else None
        made.provider_session = data.get(PROVIDER_SESSION, "")
        return made
