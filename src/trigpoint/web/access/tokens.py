"""Tokens of children: what the log and addresses call a child, from which nobody can tell the id."""

from __future__ import annotations

import hashlib
import hmac

from django.conf import settings


def token(child: str) -> str:
    """The token of a child's id: the same for as long as TRIGPOINT_CHILD_KEY is, and different elsewhere."""
    key = hashlib.sha256(f"child:{settings.ENVIRONMENT.child_key}".encode()).digest()
    return hmac.new(key, child.encode(), hashlib.sha256).hexdigest()[:32]
