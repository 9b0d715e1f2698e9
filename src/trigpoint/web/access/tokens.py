"""Tokens of children: what the log and addresses call a child, from which nobody can tell the id."""

from __future__ import annotations

import hashlib
import hmac
from functools import lru_cache

from django.conf import settings


def token(child: str) -> str:
    """The token of a child's id: the same for as long as TRIGPOINT_CHILD_KEY is, and different elsewhere."""
    return _token(settings.ENVIRONMENT.child_key, child)


@lru_cache(maxsize=100_000)
def _token(secret: str, child: str) -> str:
    """A list of an authority is held against restricted cases token by token, each time a page is shown."""
    key = hashlib.sha256(f"child:{secret}".encode()).digest()
    return hmac.new(key, child.encode(), hashlib.sha256).hexdigest()[:32]
