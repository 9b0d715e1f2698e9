"""People and their roles."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from trigpoint.web.access.log import log
from trigpoint.web.administration.granting import is_last_administrator, reason_of
from trigpoint.web.pages import Crumb, Frame, RefusedError, require, shown
from trigpoint.web.people.actions import Action
from trigpoint.web.people.again import require_recent
from trigpoint.web.people.can import Thing, refusal
from trigpoint.web.people.middleware import actor_of
from trigpoint.web.people.models import Account, SignedIn

_LAST = "Nobody would be left who may give roles. Give the role to somebody else first."


def people(request: HttpRequest) -> HttpResponse:
    """Everybody who has an account, with the roles held today."""
    today = timezone.localdate()
    rows = [
        (one, [grant for grant in one.grants.all() if grant.in_force(today)])
        for one in Account.objects.prefetch_related("grants").order_by("-is_active", "title", "pk")
    ]
    return shown(request, "administration/people.html.j2", frame_of("People and roles"), {"rows": rows})


def person(request: HttpRequest, number: int) -> HttpResponse:
    """One account: every role it ever held, where it is signed in, what it is called."""
    found = account_of(number)
    today = timezone.localdate()
    grants = list(found.grants.select_related("granted_by").order_by("-starts", "-pk"))
    context = {
        "one": found,
        "now": [grant for grant in grants if grant.in_force(today)],
        "coming": [
            grant for grant in grants if grant.starts > today and (grant.ends is None or grant.ends >= grant.starts)
        ],
        "past": [grant for grant in grants if grant.ends is not None and grant.ends < max(today, grant.starts)],
        "sessions": SignedIn.objects.filter(account=found, expire_date__gt=timezone.now()).count(),
        "refused": refusal(actor_of(request), Action.GRANT_ROLES, Thing(makers=frozenset({found.pk}))),
    }
    return shown(request, "administration/person.html.j2", frame_of(found.title, found), context)


def rename(request: HttpRequest, number: int) -> HttpResponse:
    """What pages and packs call the account."""
    found = account_of(number)
    require(request, Action.GRANT_ROLES, Thing(makers=frozenset({found.pk})))
    title = request.POST.get("title", "").strip()
    if not 3 <= len(title) <= 150:
        messages.error(request, "Give a title of 3 to 150 letters, such as Head of safeguarding.")
    else:
        log(
            actor_of(request),
            Action.GRANT_ROLES,
            f"account {found.pk}",
            detail=f"title {found.title!r} is now {title!r}",
        )
        found.title = title
        found.save(update_fields=["title"])
        messages.success(request, "The title is changed.")
    return redirect("person", found.pk)


def end_sessions(request: HttpRequest, number: int) -> HttpResponse:
    """End every session of an account; whoever it is must sign in again."""
    found = account_of(number)
    ended, _ = SignedIn.objects.filter(account=found).delete()
    log(actor_of(request), Action.GRANT_ROLES, f"account {found.pk}", detail=f"{ended} sessions ended")
    messages.success(request, f"{ended} session{'' if ended == 1 else 's'} ended.")
    return redirect("person", found.pk)


def close(request: HttpRequest, number: int) -> HttpResponse:
    """Close an account, or open it again, with the reason. What it did stays under its title."""
    found = account_of(number)
    require(request, Action.GRANT_ROLES, Thing(makers=frozenset({found.pk})))
    require_recent(request)
    if found.is_active and is_last_administrator(found, timezone.localdate()):
        raise RefusedError(_LAST)
    errors: dict[str, str] = {}
    because = reason_of(request.POST, errors) if request.method == "POST" else ""
    if request.method != "POST" or errors:
        context = {"one": found, "errors": errors, "because": because}
        frame = frame_of("Close the account" if found.is_active else "Open the account again", found)
        return shown(request, "administration/close.html.j2", frame, context, status=400 if errors else 200)
    found.is_active = not found.is_active
    found.save(update_fields=["is_active"])
    SignedIn.objects.filter(account=found).delete()
    said = "opened again" if found.is_active else "closed"
    log(actor_of(request), Action.GRANT_ROLES, f"account {found.pk}", detail=f"{said}: {because}")
    messages.success(request, f"The account is {said}.")
    return redirect("person", found.pk)


def account_of(number: int) -> Account:
    """The account with this number, or there is no such page."""
    found = Account.objects.filter(pk=number).first()
    if found is None:
        raise Http404
    return found


def frame_of(title: str, one: Account | None = None) -> Frame:
    """The frame of a page about people."""
    crumbs = [Crumb("Administration", reverse("administration"))]
    if one is None:
        crumbs.append(Crumb(title))
    else:
        crumbs.append(Crumb("People and roles", reverse("people")))
        if title != one.title:
            crumbs.append(Crumb(one.title, reverse("person", args=[one.pk])))
        crumbs.append(Crumb(title))
    return Frame(title=title, nav="administration", crumbs=crumbs, look="people")
