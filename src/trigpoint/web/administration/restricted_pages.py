"""Restricted cases: whoever looks after them sees that a case is restricted, and nothing of the child."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from trigpoint.web.access.log import log
from trigpoint.web.access.tokens import token
from trigpoint.web.administration.restricting import Restriction, restriction_of, who_may_be_named
from trigpoint.web.children.models import RestrictedCase
from trigpoint.web.pages import Crumb, Frame, require, shown
from trigpoint.web.people.actions import Action
from trigpoint.web.people.can import Thing
from trigpoint.web.people.middleware import actor_of

_FIELDS = ("child", "since", "until", "because")


def cases(request: HttpRequest) -> HttpResponse:
    """Every restricted case: since when, why, and how many people may see it."""
    rows = RestrictedCase.objects.select_related("set_by").prefetch_related("named").order_by("-pk")
    today = timezone.localdate()
    split = [[one for one in rows if (one.until is None or one.until >= today) is now] for now in (True, False)]
    context = {"now": split[0], "past": split[1]}
    return shown(request, "administration/restricted.html.j2", _frame("Restricted cases"), context)


def restrict(request: HttpRequest) -> HttpResponse:
    """Restrict a case, given by the number that somebody types."""
    errors: dict[str, str] = {}
    if request.method == "POST":
        child = request.POST.get("child", "").strip()
        if not 0 < len(child) <= 100:
            errors["child"] = "Give the number of the child as the case system writes it, up to 100 characters."
        wish = restriction_of(request.POST, timezone.localdate(), errors)
        if not errors:
            return _kept(request, token(child), wish)
    return _form(request, "Restrict a case", None, errors)


def case(request: HttpRequest, number: int) -> HttpResponse:
    """One restricted case: its dates, its reason, who may see it; all of it can be changed."""
    found = RestrictedCase.objects.filter(pk=number).first()
    if found is None:
        raise Http404
    errors: dict[str, str] = {}
    if request.method == "POST":
        wish = restriction_of(request.POST, found.since, errors)
        if not errors:
            return _kept(request, found.child, wish)
    return _form(request, f"Restricted case {found.pk}", found, errors)


def _kept(request: HttpRequest, child: str, wish: Restriction) -> HttpResponse:
    """Write the restriction down, for a case that has one already in its place."""
    require(request, Action.RESTRICT_CASE, Thing(makers=wish.named))
    said = {"because": wish.because, "since": wish.since, "until": wish.until, "set_by_id": actor_of(request).account}
    found, new = RestrictedCase.objects.update_or_create(child=child, defaults=said)
    found.named.set(wish.named)
    words = f"{'restricted' if new else 'changed'}: case {found.pk}, {wish.words()}"
    log(actor_of(request), Action.RESTRICT_CASE, f"token {child}", detail=words)
    messages.success(request, "The case is restricted." if new else "The restriction is changed.")
    return redirect("restricted")


def _form(request: HttpRequest, title: str, found: RestrictedCase | None, errors: dict[str, str]) -> HttpResponse:
    typed = {name: request.POST.get(name, "") for name in _FIELDS}
    named = request.POST.getlist("named")
    if request.method != "POST" and found is not None:
        typed |= {"because": found.because, "since": found.since.isoformat(), "until": f"{found.until or ''}"}
        named = [str(pk) for pk in found.named.values_list("pk", flat=True)]
    context = {
        "one": found,
        "errors": errors,
        "typed": typed,
        "named": named,
        "people": [(str(one.pk), f"{one.title}{f' ({one.name})' if one.name else ''}") for one in who_may_be_named()],
        "title": title,
    }
    status = 400 if errors else 200
    return shown(request, "administration/restrict.html.j2", _frame(title, title), context, status=status)


def _frame(title: str, last: str = "") -> Frame:
    crumbs = (Crumb("Restricted cases", reverse("restricted")), Crumb(last)) if last else ()
    return Frame(title=title, nav="restricted", crumbs=crumbs, look="restricted")
