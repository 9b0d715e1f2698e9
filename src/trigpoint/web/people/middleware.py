"""Puts the actor on every request, and ends sessions that were left alone."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from trigpoint.web.people.actor import NOBODY, Actor
from trigpoint.web.people.models import Account
from trigpoint.web.people.session import BEGAN

_SEEN = "seen"


class ActorMiddleware:
    """Reads account and roles from the database on each request: what is changed there holds for the next one."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer to a request that knows who asks."""
        request.actor = _actor(request)  # type: ignore[attr-defined]
        return self._answer(request)


def actor_of(request: HttpRequest) -> Actor:
    """Who asks."""
    found: Actor = getattr(request, "actor", NOBODY)
    return found


def _actor(request: HttpRequest) -> Actor:
    account = request.user
    if not isinstance(account, Account):
        return NOBODY
    now = int(time.time())
    began = request.session.setdefault(BEGAN, now)
    idle = now - request.session.get(_SEEN, now)
    if idle > settings.SESSION_IDLE_SECONDS or now - began > settings.SESSION_COOKIE_AGE:
        logout(request)
        return NOBODY
    if idle > 60 or _SEEN not in request.session:  # one write a minute is enough to know
        request.session[_SEEN] = now
    return Account.objects.prefetch_related("grants").get(pk=account.pk).actor(timezone.localdate())
