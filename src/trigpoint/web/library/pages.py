"""The published library: every pack ever published, its hashes, what replaced it, what was taken back."""

from __future__ import annotations

from collections import Counter

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from trigpoint.store import StoreError
from trigpoint.tasks.audiences import AUDIENCES, OUTSIDE
from trigpoint.tasks.shelf import Published, changed_files, on_shelf, read_published, shelf
from trigpoint.web.access.log import log
from trigpoint.web.library.serving import served
from trigpoint.web.pages import Crumb, Frame, shown
from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import Actor
from trigpoint.web.people.can import can
from trigpoint.web.people.middleware import actor_of

_NAV = "library"


def library(request: HttpRequest) -> HttpResponse:
    """Every release that has a pack for the person, newest first."""
    mine = audiences_of(actor_of(request))
    found = [(one, one.seen_by(mine)) for one in shelf(settings.ENVIRONMENT.store) if one.audiences & mine]
    chosen = request.GET.get("show", "standing")
    standing = [one for one in found if not one[0].replaced_by and one[0].retracted is None]
    context = {
        "releases": standing if chosen != "all" else found,
        "show": "all" if chosen == "all" else "standing",
        "counts": {"standing": len(standing), "all": len(found)},
        "audiences": AUDIENCES,
    }
    frame = Frame(title="Scorecards", nav=_NAV, crumbs=(Crumb("Scorecards"),))
    return shown(request, "library/shelf.html.j2", frame, context)


def release(request: HttpRequest, release: str) -> HttpResponse:
    """One release: its packs, its files with their hashes, checked now, and what became of it."""
    found, mine = _release(request, release)
    changed = set(changed_files(settings.ENVIRONMENT.store, found.release))
    packs = found.seen_by(mine)
    context = {
        "release": found,
        "packs": packs,
        "audiences": AUDIENCES,
        "changed": sorted(name for name in changed if any(file.name == name for pack in packs for file in pack.files)),
        "files": sum(len(pack.files) for pack in packs),
        "forms": Counter(file.form for pack in packs for file in pack.files),
        "parts": _PARTS,
    }
    return shown(request, "library/release.html.j2", _frame(found), context)


def file(request: HttpRequest, release: str, name: str) -> HttpResponse:
    """A published file, exactly as it was published; of what was taken back, the notice instead."""
    found, mine = _release(request, release)
    files = {one.name: one for pack in found.seen_by(mine) for one in pack.files}
    wanted = files.get(name)
    if wanted is None:
        raise Http404
    if found.retracted is not None:
        return shown(request, "library/retracted.html.j2", _frame(found), {"release": found}, status=410)
    try:
        content = read_published(settings.ENVIRONMENT.store, wanted, found.release)
    except StoreError as error:
        return shown(request, "library/changed.html.j2", _frame(found), {"why": str(error)}, status=500)
    if wanted.form not in {"css", "svg"}:
        log(actor_of(request), Action.SEE_PUBLISHED, f"{found.release}/{name}"[:300])
    # the whole pack as one page carries its own style, which our policy refuses to show
    whole = {one.name for pack in found.packs for one in pack.downloads}
    return served(name, content, save=wanted.form == "html" and name in whole)


def audiences_of(actor: Actor) -> frozenset[str]:
    """For whom packs are that a person may open."""
    mine = OUTSIDE if can(actor, Action.SEE_PUBLISHED) else frozenset()
    return frozenset(AUDIENCES) if can(actor, Action.SEE_INTERNAL) else mine


_PARTS = {
    "accepted": "Accepted the load",
    "froze": "Froze the records",
    "calculated": "Calculated",
    "commented": "Commented",
    "waived": "Published as not available",
    "signed": "Signed off",
    "published": "Published",
}


def _release(request: HttpRequest, release: str) -> tuple[Published, frozenset[str]]:
    mine = audiences_of(actor_of(request))
    found = on_shelf(settings.ENVIRONMENT.store, release)
    if found is None or not found.audiences & mine:
        raise Http404
    return found, mine


def _frame(found: Published) -> Frame:
    title = f"{found.title}, release {found.release}"
    crumbs = (Crumb("Scorecards", reverse("library")), Crumb(f"{found.month:%B %Y}, release {found.release}"))
    return Frame(title=title, nav=_NAV, crumbs=crumbs)
