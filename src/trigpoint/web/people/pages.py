"""Signing in and out, and the page of one's own account."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from trigpoint.web.access.log import log
from trigpoint.web.pages import Frame, shown
from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import NOBODY
from trigpoint.web.people.again import prove
from trigpoint.web.people.middleware import actor_of
from trigpoint.web.people.models import Account, SignedIn
from trigpoint.web.people.onward import onward_of
from trigpoint.web.people.roles import ROLES

_FRAME = Frame(title="Sign in")


def sign_in(request: HttpRequest) -> HttpResponse:
    """With the council's identity provider; in a trial with a name and a password."""
    onward = onward_of(request)
    context = {"next": onward, "local": settings.ENVIRONMENT.trial, "provider": bool(settings.ENVIRONMENT.issuer)}
    if request.method != "POST":
        return shown(request, "people/sign_in.html.j2", _FRAME, context | {"username": "", "wrong": False})
    username = request.POST.get("username", "").strip()
    found = authenticate(request, username=username, password=request.POST.get("password", ""))
    if not isinstance(found, Account):
        log(NOBODY, Action.SIGN_IN, detail="wrong name or password", refused=True)
        return shown(
            request, "people/sign_in.html.j2", _FRAME, context | {"username": username, "wrong": True}, status=403
        )
    welcome(request, found)
    return redirect(onward or "home")


def welcome(request: HttpRequest, account: Account) -> None:
    """Begin a session for an account that has proved who it is."""
    login(request, account, backend="trigpoint.web.people.local.LocalBackend")
    prove(request)
    log(account.actor(timezone.localdate()), Action.SIGN_IN)


def again(request: HttpRequest) -> HttpResponse:
    """Prove again who one is: in a trial with the password, else with the council's identity provider."""
    onward, me = onward_of(request), Account.objects.get(pk=actor_of(request).account)
    local = settings.ENVIRONMENT.trial and me.has_usable_password()
    context = {"next": onward, "local": local, "wrong": False}
    if request.method != "POST":
        return shown(request, "people/again.html.j2", Frame(title="Sign in again"), context)
    found = authenticate(request, username=me.username, password=request.POST.get("password", "")) if local else None
    if found != me:
        log(actor_of(request), Action.SIGN_IN, detail="wrong password when asked again", refused=True)
        frame = Frame(title="Sign in again")
        return shown(request, "people/again.html.j2", frame, context | {"wrong": True}, status=403)
    prove(request)
    return redirect(onward or "home")


def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session, and have the browser forget what it kept."""
    log(actor_of(request), "sign out")
    logout(request)
    response = redirect("sign_in")
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response


def home(request: HttpRequest) -> HttpResponse:
    """The page on which the work of this person's roles begins, where all name one; else the first they may see."""
    from trigpoint.web.templating import entries  # noqa: PLC0415 - it needs every page

    begins = {ROLES[held.role].first for held in actor_of(request).held}
    if len(begins) == 1 and (first := begins.pop()):
        return redirect(first)
    allowed = actor_of(request).allowed()
    for one in entries():
        if one.action in allowed:
            return redirect(one.name)
    return redirect("account")


def account(request: HttpRequest) -> HttpResponse:
    """What one may do here, and where one is signed in; other sessions can be ended."""
    me = Account.objects.get(pk=actor_of(request).account)
    if request.method == "POST":
        ended, _ = me.sessions.exclude(session_key=request.session.session_key).delete()
        messages.success(request, f"{ended} other session{'' if ended == 1 else 's'} ended.")
        return redirect("account")
    grants = [grant for grant in me.grants.order_by("starts", "pk") if grant.in_force(timezone.localdate())]
    sessions = SignedIn.objects.filter(account=me, expire_date__gt=timezone.now()).order_by("-began")
    context = {"me": me, "grants": grants, "sessions": sessions, "here": request.session.session_key}
    return shown(request, "people/account.html.j2", Frame(title="Your account"), context)
