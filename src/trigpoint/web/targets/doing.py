"""What people do with a paper: begin, name who agrees, draw, put forward, decide, withdraw, carry again."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from trigpoint.tasks.failure import FAILURES, sentences
from trigpoint.tasks.target_paper import Begun, begin, next_start, packs_to_choose
from trigpoint.web.access.log import log
from trigpoint.web.pages import Crumb, require, shown
from trigpoint.web.people.actions import Action
from trigpoint.web.people.can import Thing
from trigpoint.web.people.middleware import actor_of
from trigpoint.web.receiving import upload_refused
from trigpoint.web.targets import agreeing, changing
from trigpoint.web.targets.agreeing import BASELINE, CARRY, DRAW, ask_for
from trigpoint.web.targets.models import Body, TargetPaper
from trigpoint.web.targets.pages import packs_of_months, paper_frame, shown_paper, targets
from trigpoint.web.targets.paper import makers, standings, status_of

LARGEST = 5_000_000
"""Bytes of a file of targets."""


def begin_paper(request: HttpRequest) -> HttpResponse:
    """Begin the paper of a pack for the next year, from the targets in force or from a file."""
    if why := upload_refused(request):
        return targets(request, {"file": why}, 400)
    pack = request.POST.get("pack", "")
    if pack not in dict(packs_to_choose(settings.ENVIRONMENT.store, packs_of_months())):
        return targets(request, {"pack": "Choose the pack whose targets are set."}, 400)
    starts = next_start(settings.ENVIRONMENT.store)
    try:
        found = _begun(request, pack, starts)
    except FAILURES as error:
        said = sentences(error)
        return targets(request, {("file" if n == 0 else f"file-{n}"): one for n, one in enumerate(said)}, 400)
    paper = changing.begin_paper(pack, starts, found, actor_of(request).account)
    if paper is None:
        return targets(request, {"pack": "A paper for this target set and year is open already: go on with that."}, 400)
    log(actor_of(request), Action.PROPOSE_TARGET, str(paper), detail="begun")
    ask_for(BASELINE, paper, actor_of(request).account)
    messages.success(request, "The paper is begun. Every measure keeps its target until you change it.")
    if found.left:
        messages.error(request, f"Not in this pack, and left out: {', '.join(found.left)}. Add them as measures.")
    return redirect("target_paper", paper.pk)


def bodies(request: HttpRequest, paper: int) -> HttpResponse:
    """Name who is to agree, or take one away."""
    found = get_object_or_404(TargetPaper, pk=paper)
    account = actor_of(request).account
    if gone := request.POST.get("remove", ""):
        body = get_object_or_404(Body, pk=int(gone) if gone.isdigit() else 0, paper=found)
        changing.remove_body(found, body, account)
        return redirect("target_paper", paper)
    name, said = request.POST.get("name", "").strip()[:150], request.POST.get("planned", "").strip()
    planned, errors = _day(said), {}
    if not name:
        errors["name"] = "Name a body or a role, such as Corporate parenting panel."
    if planned is None or planned < timezone.localdate():
        errors["planned"] = "When is it to decide? Give today or a later day."
    if not errors and not changing.add_body(found, name, planned, account):
        errors["name"] = f"{name} is named already."
    if errors:
        return shown_paper(request, found, errors, status=400)
    return redirect("target_paper", paper)


def draw(request: HttpRequest, paper: int) -> HttpResponse:
    """Ask for the whole paper as it stands."""
    found = get_object_or_404(TargetPaper, pk=paper)
    return redirect("job", ask_for(DRAW, found, actor_of(request).account).pk)


def forward(request: HttpRequest, paper: int) -> HttpResponse:
    """Give the draft to those who agree."""
    found = get_object_or_404(TargetPaper, pk=paper)
    if way := list(agreeing.in_the_way(found)):
        said = f"{len(way)} {'thing stands' if len(way) == 1 else 'things stand'} in the way: listed beside the button."
        return shown_paper(request, found, {"way": said}, status=400)
    agreeing.put_forward(found, actor_of(request).account)
    log(actor_of(request), Action.PROPOSE_TARGET, str(found), detail=f"draft {found.draft} put forward")
    messages.success(request, f"Draft {found.draft} is with those who agree.")
    ask_for(DRAW, found, actor_of(request).account)
    return redirect("target_paper", paper)


def withdraw(request: HttpRequest, paper: int) -> HttpResponse:
    """End the paper without agreement."""
    found = get_object_or_404(TargetPaper, pk=paper)
    because = request.POST.get("because", "").strip()
    if not because:
        return shown_paper(request, found, {"because": "Say why the paper is withdrawn."}, status=400)
    agreeing.withdraw(found, because, actor_of(request).account)
    log(actor_of(request), Action.PROPOSE_TARGET, str(found), detail="withdrawn")
    return redirect("target_paper", paper)


def decide(request: HttpRequest, paper: int, body: int) -> HttpResponse:
    """Record what a body decided. Nobody does who proposed any of it."""
    one = get_object_or_404(Body.objects.select_related("paper"), pk=body, paper=paper)
    found = one.paper
    require(request, Action.AGREE_TARGET, Thing(makers=makers(found)))
    errors: dict[str, str] = {}
    typed = {name: request.POST.get(name, "").strip() for name in ("decision", "words", "on", "draft")}
    if request.method == "POST":
        on = _day(typed["on"])
        if typed["decision"] not in ("agreed", "not"):
            errors["decision"] = "Say whether it agreed."
        if typed["decision"] == "not" and not typed["words"]:
            errors["words"] = "Say what it asks for."
        if on is None or not found.begun.date() <= on <= timezone.localdate():
            errors["on"] = "Give the day on which it decided: since the paper was begun, and not after today."
        if not errors and on is not None:
            return _decided(request, one, typed, on)
    typed["draft"] = str(found.draft)
    context = {"paper": found, "body": one, "typed": typed, "errors": errors, "status": status_of(found)}
    context["standings"] = standings(found)
    frame = paper_frame(found, Crumb(one.name), title=f"Decision of {one.name}")
    return shown(request, "targets/decide.html.j2", frame, context, status=400 if errors else 200)


def carry(request: HttpRequest, paper: int) -> HttpResponse:
    """Try once more to write an agreed paper into the store."""
    found = get_object_or_404(TargetPaper, pk=paper)
    return redirect("job", ask_for(CARRY, found, actor_of(request).account).pk)


def _decided(request: HttpRequest, body: Body, typed: dict[str, str], on: date) -> HttpResponse:
    draft, account = int(typed["draft"]) if typed["draft"].isdigit() else 0, actor_of(request).account
    agreed = typed["decision"] == "agreed"
    done = agreeing.decide(body, draft, agreed=agreed, words=typed["words"][:300], on=on, account=account)
    log(actor_of(request), Action.AGREE_TARGET, str(body.paper), detail=f"{body.name}: {typed['decision']}")
    if done:
        messages.success(request, "All have agreed. The targets are being written into the store.")
    else:
        ask_for(DRAW, body.paper, account)
    return redirect("target_paper", body.paper_id)


def _begun(request: HttpRequest, pack: str, starts: date) -> Begun:
    given = request.FILES.get("file")
    if not isinstance(given, UploadedFile):
        return begin(pack, settings.ENVIRONMENT.store, starts)
    with tempfile.TemporaryDirectory() as folder:
        name = Path(given.name or "targets").name
        file = Path(folder) / ("".join(c for c in name if c.isalnum() or c in "._- ") or "targets")
        file.write_bytes(given.read())
        return begin(pack, settings.ENVIRONMENT.store, starts, file)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
