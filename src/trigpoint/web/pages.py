"""Pages: an address, a view and the action it takes. An address that declares none is refused, and fails the tests."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from trigpoint.web.access.log import log
from trigpoint.web.people.actions import Action
from trigpoint.web.people.again import AgainError, require_recent
from trigpoint.web.people.can import Thing, refusal
from trigpoint.web.people.middleware import actor_of

View = Callable[..., HttpResponseBase]
_GUARD = "trigpoint_actions"
_FILES = "trigpoint_files"


@dataclass(frozen=True)
class Nav:
    """An entry of the main navigation: the name of its page, the words, where it stands, the action it needs."""

    name: str
    words: str
    order: int
    action: Action


@dataclass(frozen=True)
class Crumb:
    """One step of the way here; the last has no address."""

    words: str
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What stands around a page: `look` and `land` pick its layout, `stamp` are the lines at its foot."""

    title: str
    nav: str = ""
    crumbs: Sequence[Crumb] = ()
    look: str = "form"
    land: bool = False
    wide: bool = False
    stamp: Mapping[str, str] = field(default_factory=dict)


class RefusedError(Exception):
    """The person may not do this; the sentence says why."""


def page(
    route: str,
    view: View,
    *,
    name: str,
    action: Action,
    post: Action | None = None,
    methods: Sequence[str] = ("GET",),
    recent: bool = False,
    files: tuple[int, int] = (0, 0),
) -> URLPattern:
    """An address. Reading it takes `action`; sending a form to it takes `post`, and is refused where there is none.

    `recent` asks whoever opens it, or sends to it, to have proved a short while ago who they are. `files` are the bytes
    of one file and of all together that a form may bring.
    """
    allowed = dict.fromkeys(methods, action) | ({"POST": post} if post else {})
    if "GET" in allowed:
        allowed["HEAD"] = allowed["GET"]

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        wanted = allowed.get(request.method or "")
        if wanted is None:
            return HttpResponseNotAllowed(sorted(allowed))
        actor = actor_of(request)
        if why := refusal(actor, wanted):
            return _refused(request, wanted, why) if actor.is_signed_in else _to_sign_in(request, allowed)
        try:
            if recent:
                require_recent(request)
            return view(request, *args, **kwargs)
        except RefusedError as found:
            return _refused(request, wanted, str(found))
        except AgainError:
            return _to_prove(request, allowed)

    setattr(guarded, _GUARD, dict(allowed))
    setattr(guarded, _FILES, files)
    return path(route, guarded, name=name)


def _to_sign_in(request: HttpRequest, allowed: Mapping[str, Action]) -> HttpResponseBase:
    """The way to sign in; who sent a form gets back first what they typed."""
    if request.method == "POST" and _typed(request):
        return expired(request, back=request.path if "GET" in allowed else "/")
    return redirect_to_login(request.get_full_path() if request.method == "GET" else "/")


def _to_prove(request: HttpRequest, allowed: Mapping[str, Action]) -> HttpResponseBase:
    """The way to prove again who one is, and back; who sent a form gets first what they typed, for nothing was done."""
    if request.method != "POST" or "GET" in allowed:
        back = request.get_full_path()
    else:
        came = urlsplit(request.headers.get("Referer", ""))
        back = came._replace(scheme="", netloc="").geturl() if came.netloc == request.get_host() else "/"
    way = redirect_to_login(back, reverse("again"), "next")
    if request.method == "POST" and "GET" in allowed and (sent := _typed(request)):
        frame = Frame(title="Prove first that it is you")
        return shown(request, "prove.html.j2", frame, {"sent": sent, "way": way.url}, status=403)
    return way


def declared(view: View) -> dict[str, Action] | None:
    """The action that each method of an address takes; None where the address declares none."""
    found: dict[str, Action] | None = getattr(view, _GUARD, None)
    return found


def most_of(view: View) -> tuple[int, int]:
    """The bytes of one file and of all together that a form of an address may bring."""
    found: tuple[int, int] = getattr(view, _FILES, (0, 0))
    return found


def require(request: HttpRequest, action: Action, thing: Thing | None = None) -> None:
    """Go on only if the person may do this to this thing. Raises RefusedError."""
    if why := refusal(actor_of(request), action, thing):
        raise RefusedError(why)


def shown(
    request: HttpRequest, template: str, frame: Frame, context: Mapping[str, object] | None = None, *, status: int = 200
) -> HttpResponse:
    """A page from its template, inside the frame that every page has."""
    given: dict[str, object] = {"frame": frame, "actor": actor_of(request), "today": timezone.localdate()}
    return render(request, template, {**given, **(context or {})}, status=status)


def words_of(day: date) -> str:
    """A day as people write it: 5 October 2026."""
    return f"{day.day} {day:%B %Y}"


class PolicyMiddleware:
    """The second lock: no view runs that did not come through `page`."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer of the application."""
        return self._answer(request)

    def process_view(self, request: HttpRequest, view: View, *_: object) -> HttpResponseBase | None:
        """A refusal for an address that says nothing of who may see it."""
        if declared(view) is None:
            return _refused(request, Action.ADMINISTER, "This address does not say who may see it.")
        return None


def expired(request: HttpRequest, reason: str = "", *, back: str = "/") -> HttpResponse:
    """What a form is answered that was sent without its token, or after its session: all that was typed, to copy."""
    del reason  # it names settings; people need to know what to do
    frame = Frame(title="This page was open for too long")
    return shown(request, "expired.html.j2", frame, {"sent": _typed(request), "back": back}, status=403)


def _typed(request: HttpRequest) -> dict[str, str]:
    """What a person typed into a form: no password, and nothing that the form itself holds."""
    held = {"csrfmiddlewaretoken", "base", "window", "seen", "do", "next", "version", "line"}
    typed = {name: str(said) for name, said in request.POST.items() if said}
    return {name: said for name, said in typed.items() if name not in held and "password" not in name}


def _refused(request: HttpRequest, action: Action, why: str) -> HttpResponse:
    log(actor_of(request), action, request.path, refused=True)
    return shown(request, "refused.html.j2", Frame(title="You cannot do this"), {"why": why}, status=403)


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """There is no such page."""
    del exception
    return shown(request, "missing.html.j2", Frame(title="There is no such page"), status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Something of ours failed; nothing of what failed is shown."""
    return shown(request, "broken.html.j2", Frame(title="Something went wrong"), status=500)
