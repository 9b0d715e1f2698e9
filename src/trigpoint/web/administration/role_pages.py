"""Giving somebody a role, and ending it."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from trigpoint.tasks.teams import places
from trigpoint.web.access.log import log
from trigpoint.web.administration.granting import Wish, end_grant, is_last_administrator, reason_of, wish_of
from trigpoint.web.administration.people_pages import account_of, frame_of
from trigpoint.web.pages import RefusedError, require, shown
from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import ScopeKind
from trigpoint.web.people.again import require_recent
from trigpoint.web.people.can import Thing
from trigpoint.web.people.middleware import actor_of
from trigpoint.web.people.models import Account, Grant
from trigpoint.web.people.roles import ROLES

_FIELDS = ("role", "kind", "place", "starts", "ends", "because")
_KINDS = [(kind.value, "the whole authority" if kind is ScopeKind.AUTHORITY else f"a {kind}") for kind in ScopeKind]
_LAST = "Nobody would be left who may give roles. Give the role to somebody else first."


def grant(request: HttpRequest, number: int) -> HttpResponse:
    """Give a role for a part of the authority, from a day until another."""
    found = account_of(number)
    require(request, Action.GRANT_ROLES, Thing(makers=frozenset({found.pk})))
    require_recent(request)
    known, errors = places(settings.ENVIRONMENT.store), dict[str, str]()
    if request.method == "POST":
        wish, errors = wish_of(request.POST.dict(), known, timezone.localdate())
        if wish is not None:
            return _given(request, found, wish)
    context = {
        "one": found,
        "errors": errors,
        "typed": {name: request.POST.get(name, "") for name in _FIELDS},
        "roles": [("", ""), *((role.id, role.words) for role in sorted(ROLES.values(), key=lambda role: role.words))],
        "kinds": _KINDS,
        "places": [*(team.name for team in known.teams), *known.services],
    }
    frame = frame_of("Give a role", found)
    return shown(request, "administration/grant.html.j2", frame, context, status=400 if errors else 200)


def end(request: HttpRequest, number: int, role: int) -> HttpResponse:
    """End a role at once, with the reason."""
    found = account_of(number)
    one = Grant.objects.filter(pk=role, account=found).first()
    if one is None:
        raise Http404
    require(request, Action.GRANT_ROLES, Thing(makers=frozenset({found.pk})))
    require_recent(request)
    today, errors = timezone.localdate(), dict[str, str]()
    if one.ends is not None and one.ends < today:
        raise RefusedError("This role has ended already.")
    if is_last_administrator(found, today, without=one):
        raise RefusedError(_LAST)
    because = reason_of(request.POST, errors) if request.method == "POST" else ""
    if request.method != "POST" or errors:
        context = {"one": found, "grant": one, "errors": errors, "because": because}
        return shown(
            request, "administration/end.html.j2", frame_of("End a role", found), context, status=400 if errors else 200
        )
    end_grant(one, today)
    log(actor_of(request), Action.GRANT_ROLES, f"account {found.pk}", detail=f"ended: {one}: {because}")
    messages.success(request, "The role has ended. It holds no more from the next page on.")
    return redirect("person", found.pk)


def roles(request: HttpRequest) -> HttpResponse:
    """What each role may do, and the value of the identity provider's app role that gives it."""
    rows = [(role, sorted(role.actions), _value(role.id)) for role in ROLES.values()]
    return shown(request, "administration/roles.html.j2", frame_of("What each role may do"), {"rows": rows})


def _given(request: HttpRequest, found: Account, wish: Wish) -> HttpResponse:
    """Keep the role, say so, write it down."""
    same = found.grants.filter(role=wish.held.role, kind=wish.held.kind, place=wish.held.place)
    if any(grant.in_force(wish.starts) for grant in same):
        messages.error(request, "The account holds this role on that day already.")
        return redirect("person", found.pk)
    made = Grant.objects.create(
        account=found,
        role=wish.held.role,
        kind=wish.held.kind,
        place=wish.held.place,
        starts=wish.starts,
        ends=wish.ends,
        because=wish.because,
        granted_by_id=actor_of(request).account,
    )
    until = f" until {wish.ends}" if wish.ends else ""
    said = f"given: {made} from {wish.starts}{until}: {wish.because}"
    log(actor_of(request), Action.GRANT_ROLES, f"account {found.pk}", detail=said)
    messages.success(request, "The role is given.")
    return redirect("person", found.pk)


def _value(role: str) -> str:
    return f"{role}:team:Name%20of%20the%20team" if ROLES[role].scoped else role
