"""Views that people keep: saved under a name, followed by a link, removed by who saved them."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import Resolver404, resolve, reverse

from trigpoint.web.explore.models import SavedView
from trigpoint.web.explore.query import KEYS, query
from trigpoint.web.pages import Crumb, Frame, RefusedError, shown
from trigpoint.web.people.middleware import actor_of

_KEPT = {"measures", "measure", "measure_compare", "compare_measures", "measure_why", "measure_children"}
_LONGEST, _FARTHEST = 120, 1000
"""Letters of a name and of an address."""


def save(request: HttpRequest) -> HttpResponse:
    """Keep an address under a name."""
    title = " ".join(request.POST.get("title", "").split())
    path = _checked(request.POST.get("path", ""))
    pinned = _checked(request.POST.get("pinned", ""))
    kept = pinned if request.POST.get("keep") == "records" and pinned else path
    errors = {}
    if not title:
        errors["title"] = "Give the view a name, so that you find it again."
    elif len(title) > _LONGEST:
        errors["title"] = f"The name has {len(title)} characters: give one of at most {_LONGEST}."
    if not kept:
        errors["path"] = "This is no address of the explorer: go to the page that you want to keep, and save it there."
    if len(kept) > _FARTHEST:
        errors["path"] = "This view names more than can be kept: take some measures or filters out, and save it again."
    if errors:
        frame = Frame(title="Save this view", nav="measures", crumbs=(Crumb("Measures", reverse("measures")),))
        context = {
            "errors": errors,
            "title": title,
            "path": path,
            "pinned": pinned,
            "keep": request.POST.get("keep", "newest"),
        }
        return shown(request, "explore/save.html.j2", frame, context, status=400)
    found = SavedView.objects.create(account_id=actor_of(request).account, title=title, path=kept)
    address = request.build_absolute_uri(reverse("saved_view", args=[found.pk]))
    messages.success(request, f"Saved as {title!r}. Its link, for anyone who may see figures: {address}")
    return HttpResponseRedirect(kept)


def follow(request: HttpRequest, number: int) -> HttpResponse:
    """Go to a saved view."""
    del request
    return HttpResponseRedirect(_found(number).path)


def remove(request: HttpRequest, number: int) -> HttpResponse:
    """Remove a view of one's own."""
    found = _found(number)
    if found.account_id != actor_of(request).account:
        raise RefusedError("Someone else saved this view.")
    title = found.title
    found.delete()
    messages.success(request, f"{title!r} is no longer saved.")
    return HttpResponseRedirect(reverse("measures"))


def _found(number: int) -> SavedView:
    found = SavedView.objects.filter(pk=number).first()
    if found is None:
        raise Http404
    return found


def _checked(path: str) -> str:
    """An address of the explorer with what it may ask for; empty for any other."""
    parts = urlsplit(path)
    if parts.scheme or parts.netloc or not path.startswith("/") or path.startswith("//"):
        return ""
    try:
        name = resolve(parts.path).url_name
    except Resolver404:
        return ""
    asked = QueryDict(parts.query).dict()
    known = {key: str(value) for key, value in asked.items() if key in KEYS}
    return f"{parts.path}{query(known)}" if name in _KEPT else ""
