"""Signing in with the council's identity provider: there, back, and out again when it says so."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from trigpoint.web.access.log import log
from trigpoint.web.pages import Frame, shown
from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import NOBODY
from trigpoint.web.people.again import prove
from trigpoint.web.people.identity import SKEW, Identity, identity
from trigpoint.web.people.middleware import actor_of
from trigpoint.web.people.models import SignedIn
from trigpoint.web.people.onward import onward_of
from trigpoint.web.people.pages import welcome
from trigpoint.web.people.provided import account_of
from trigpoint.web.people.provider import Provider, SignInError, provider_of
from trigpoint.web.people.session import PROVIDER_SESSION

_ASKED = "asked"
_MOST, _FOR = 5, 10 * 60
"""So many questions to the provider may be open in one session (browser tabs), for so many seconds."""


@dataclass(frozen=True)
class _Open:
    """A question to the provider that waits for its answer."""

    nonce: str
    verifier: str
    onward: str
    again: bool
    at: float


def begin(request: HttpRequest) -> HttpResponse:
    """Send somebody to the provider, with a question that only this session can have answered."""
    onward, again = onward_of(request), bool(request.POST.get("again")) and actor_of(request).is_signed_in
    try:
        asked = _provider().begin(_back(request), secrets.token_urlsafe(32), secrets.token_urlsafe(64), again=again)
    except SignInError as why:
        return _failed(request, why)
    kept = dict(list(request.session.get(_ASKED, {}).items())[1 - _MOST :])
    kept[asked.state] = [asked.nonce, asked.verifier, onward, again, time.time()]
    request.session[_ASKED] = kept
    return redirect(asked.address)


def come_back(request: HttpRequest) -> HttpResponse:
    """The way back from the provider: signed in after every check, or told that it failed."""
    provider = _provider()
    try:
        asked = _taken(request)
        code = _code(request)
        token = provider.token(_back(request), code, asked.verifier)
        who = identity(token, asked.nonce, settings.ENVIRONMENT, provider.key)
        if asked.again:
            _prove(request, who, asked.at)
        else:
            welcome(request, account_of(who))
            request.session[PROVIDER_SESSION] = _mark(who.session)
    except SignInError as why:
        return _failed(request, why)
    return redirect(asked.onward or "home")


def end(request: HttpRequest) -> HttpResponse:
    """Front-channel logout: the provider says that a session of its has ended, so ours that came of it end too."""
    said = request.GET.get("sid", "")
    if said and request.GET.get("iss") == settings.ENVIRONMENT.issuer:
        ended, _ = SignedIn.objects.filter(provider_session=_mark(said)).delete()
        if ended:
            log(NOBODY, "sign out", detail=f"by the identity provider: {ended}")
    return HttpResponse(b"", content_type="text/plain")


def _provider() -> Provider:
    if not settings.ENVIRONMENT.issuer:
        raise Http404
    return provider_of(settings.ENVIRONMENT)


def _back(request: HttpRequest) -> str:
    return request.build_absolute_uri(reverse("oidc_return"))


def _taken(request: HttpRequest) -> _Open:
    """The question that this answers, which can be answered once."""
    kept = dict(request.session.get(_ASKED, {}))
    found = kept.pop(request.GET.get("state", ""), None)
    request.session[_ASKED] = kept
    if found is None or time.time() - found[4] > _FOR:
        raise SignInError("an answer that nobody here asked for (state)", "This sign-in is too old. Begin again.")
    return _Open(*found)


def _code(request: HttpRequest) -> str:
    if "iss" in request.GET and request.GET["iss"] != settings.ENVIRONMENT.issuer:
        raise SignInError("the answer is of another issuer")
    if "error" in request.GET:
        raise SignInError(
            f"the provider refused: {request.GET['error']}"[:200],
            "Your council's sign-in refused. Ask your ICT service.",
        )
    if not request.GET.get("code"):
        raise SignInError("the answer has no code")
    return request.GET["code"]


def _prove(request: HttpRequest, who: Identity, asked: float) -> None:
    """The same person proved anew who they are; the provider must say when, or a link could have skipped it."""
    me = actor_of(request)
    if not me.is_signed_in or account_of(who).pk != me.account:
        raise SignInError("somebody else proved who they are", "That was another account. Sign in with your own.")
    if who.proved < asked - SKEW:
        raise SignInError(
            "the provider does not say that the person proved anew who they are (auth_time)",
            "Your council's sign-in did not ask you again. Your ICT service must add the claim auth_time.",
        )
    prove(request)


def _failed(request: HttpRequest, why: SignInError) -> HttpResponse:
    log(NOBODY, Action.SIGN_IN, detail=why.reason, refused=True)
    return shown(
        request, "people/not_signed_in.html.j2", Frame(title="You are not signed in"), {"why": why}, status=403
    )


def _mark(session: str) -> str:
    """What our table keeps of a session of the provider, so that the table ends nobody's session there."""
    key = settings.SECRET_KEY.encode()
    return hmac.new(key, f"sid:{session}".encode(), hashlib.sha256).hexdigest() if session else ""
