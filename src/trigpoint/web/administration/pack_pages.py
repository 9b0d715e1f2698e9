"""Packs: those that come with Trigpoint, and the council's own, which are checked, looked at and then kept."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from trigpoint.store import StoreError
from trigpoint.tasks.failure import FAILURES, sentences
from trigpoint.tasks.offered_packs import offered_packs
from trigpoint.tasks.own_packs import OwnPack, ever_kept, keep_pack, versions_of
from trigpoint.tasks.pack_contents import PackContents, contents_in, contents_of
from trigpoint.web.access.log import log
from trigpoint.web.administration.granting import reason_of
from trigpoint.web.explore.work import PREPARE
from trigpoint.web.jobs.queue import ask_after_load
from trigpoint.web.library.serving import served
from trigpoint.web.pages import Crumb, Frame, shown
from trigpoint.web.people.actions import Action
from trigpoint.web.people.middleware import actor_of
from trigpoint.web.receiving import upload_refused

LARGEST = 200_000
"""Bytes of a pack file: a hundred pages are thirty thousand."""


def packs(request: HttpRequest) -> HttpResponse:
    """Every pack that a month can be published in, and those that were withdrawn."""
    store = settings.ENVIRONMENT.store
    own = {one.pack: one for one in ever_kept(store)}
    offered = offered_packs(store)
    context = {
        "own": [(one, next((many for name, _, many in offered if name == pack), 0)) for pack, one in own.items()],
        "ours": [(name, title, many) for name, title, many in offered if name not in own],
    }
    return shown(request, "administration/packs.html.j2", _frame("Packs"), context)


def new_pack(request: HttpRequest) -> HttpResponse:
    """A file, or its text: checked and shown first, kept when somebody has looked at it."""
    errors: dict[str, str] = {}
    text, file = _brought(request, errors) if request.method == "POST" else ("", "")
    found = _checked(text, file, errors) if text else None
    because = request.POST.get("because", "").strip()
    if found is not None and request.POST.get("do") == "keep":
        reason_of(request.POST, errors)
        if not errors and _kept(request, found, because, errors):
            return redirect("pack", found.id)
    context = {
        "errors": errors,
        "text": text,
        "file": file,
        "found": found,
        "because": because,
        "known": versions_of(settings.ENVIRONMENT.store, found.id)[:1] if found else (),
    }
    status = 400 if errors else 200
    return shown(request, "administration/pack_new.html.j2", _frame("Bring a pack", last=True), context, status=status)


def pack(request: HttpRequest, name: str) -> HttpResponse:
    """What a pack holds and, of the council's own, every version; it can be withdrawn with a reason."""
    store, errors = settings.ENVIRONMENT.store, dict[str, str]()
    versions = versions_of(store, name)
    if not versions and name not in {one for one, _, _ in offered_packs(store)}:
        raise Http404
    is_offered = not versions or bool(versions[0].text)
    if request.method == "POST":
        if not versions or not is_offered:
            raise Http404
        because = reason_of(request.POST, errors)
        if not errors and _withdrawn(request, versions[0], because, errors):
            return redirect("packs")
    context = {
        "errors": errors,
        "because": request.POST.get("because", ""),
        "found": contents_of(store, name),
        "versions": versions,
        "is_offered": is_offered,
    }
    frame = _frame(context["found"].report, last=True)  # type: ignore[attr-defined]
    return shown(request, "administration/pack.html.j2", frame, context, status=400 if errors else 200)


def pack_text(request: HttpRequest, name: str, version: str) -> HttpResponse:
    """A version of a pack as the file it came as; `ours` of one that comes with Trigpoint."""
    del request
    store = settings.ENVIRONMENT.store
    if version == "ours" and not versions_of(store, name) and name in {one for one, _, _ in offered_packs(store)}:
        text = contents_of(store, name).text
    else:
        text = next((one.text for one in versions_of(store, name) if one.entry == version), "")
    if not text:
        raise Http404
    return served(f"{name}.toml", text.encode(), save=True)


def _brought(request: HttpRequest, errors: dict[str, str]) -> tuple[str, str]:
    """The text of a pack with the name of its file: what was chosen, else what stands in the field."""
    if why := upload_refused(request):
        errors["file"] = why
        return "", ""
    given = request.FILES.get("file")
    if not isinstance(given, UploadedFile):
        text = request.POST.get("text", "").replace("\r\n", "\n")
        if not text.strip():
            errors["file"] = "Choose the file of a pack, or write it below."
        elif len(text) > LARGEST:
            errors["text"] = f"The text has {len(text):,} letters: a pack has {LARGEST:,} at most."
        return text[:LARGEST], request.POST.get("name", "")[:100] or "The pack"
    try:
        return given.read().decode("utf-8-sig").replace("\r\n", "\n"), (given.name or "The pack")[:100]
    except UnicodeDecodeError:
        errors["file"] = f"{given.name} is no text in UTF-8: save it so, as a TOML file."
        return "", ""


def _checked(text: str, file: str, errors: dict[str, str]) -> PackContents | None:
    try:
        return contents_in(settings.ENVIRONMENT.store, text, file)
    except FAILURES as error:
        errors["text"] = " ".join(sentences(error))
        return None


def _kept(request: HttpRequest, found: PackContents, because: str, errors: dict[str, str]) -> bool:
    actor = actor_of(request)
    try:
        entry = keep_pack(settings.ENVIRONMENT.store, found.id, found.written, found.text, actor.title, because)
    except StoreError as error:
        errors[""] = str(error)
        return False
    log(actor, Action.ADMINISTER, f"pack {found.id}", detail=f"kept as entry {entry.hash}: {because}")
    ask_after_load(PREPARE)  # what the pack combines of variants is calculated before somebody explores it
    messages.success(request, "The pack is kept. It can be chosen when a month is frozen.")
    return True


def _withdrawn(request: HttpRequest, newest: OwnPack, because: str, errors: dict[str, str]) -> bool:
    actor = actor_of(request)
    try:
        keep_pack(settings.ENVIRONMENT.store, newest.pack, newest.title, "", actor.title, because)
    except StoreError as error:
        errors[""] = str(error)
        return False
    log(actor, Action.ADMINISTER, f"pack {newest.pack}", detail=f"withdrawn: {because}")
    messages.success(request, "The pack is offered no more. Months that were frozen with it keep it.")
    return True


def _frame(title: str, *, last: bool = False) -> Frame:
    crumbs = [Crumb("Administration", reverse("administration")), Crumb("Packs", reverse("packs") if last else "")]
    return Frame(
        title=title,
        nav="administration",
        crumbs=(*crumbs, Crumb(title)) if last else tuple(crumbs),
        look="administration",
    )
