"""Proving again who one is, before what does most harm in the wrong hands."""

from __future__ import annotations

import time

from django.http import HttpRequest

FRESH = 10
"""Minutes for which a proof is fresh enough: for roles, lists of children as files, restricted cases, retractions."""

_PROVED = "proved"


class AgainError(Exception):
    """The person must prove again who they are first; then they come back to where they were."""


def prove(request: HttpRequest) -> None:
    """Note that the person has just proved who they are."""
    request.session[_PROVED] = int(time.time())


def is_recent(request: HttpRequest, minutes: int = FRESH) -> bool:
    """Whether they proved it within so many minutes."""
    return time.time() - float(request.session.get(_PROVED, 0)) <= minutes * 60


def require_recent(request: HttpRequest, minutes: int = FRESH) -> None:
    """Go on only if they did. Raises AgainError, which sends them to prove it and back."""
    if not is_recent(request, minutes):
        raise AgainError
