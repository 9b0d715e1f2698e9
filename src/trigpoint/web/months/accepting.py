"""The check report of a load or of a snapshot, and a person's answer to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from trigpoint.store import Snapshot, Store
from trigpoint.tasks.check_load import CheckReport, check_report, read_issues
from trigpoint.tasks.issues_told import issues_told
from trigpoint.web.access.log import log
from trigpoint.web.jobs.queue import ask
from trigpoint.web.months import uploads
from trigpoint.web.months.flow_models import AcceptedSnapshot, Load
from trigpoint.web.pages import Crumb, Frame, require, shown
from trigpoint.web.people.actions import Action
from trigpoint.web.people.middleware import actor_of

_NAV = "month_board"
_KINDS = ("error", "warning")


def load(request: HttpRequest, number: int) -> HttpResponse:
    """What a load would do; accepting makes it a snapshot, declining leaves everything as it is."""
    found = Load.objects.select_related("check_job", "load_job", "brought_by", "answered_by").filter(pk=number).first()
    if found is None:
        raise Http404
    if request.method == "POST":
        return _answer(request, found)
    return _load_page(request, found, {})


def snapshot(request: HttpRequest, snapshot: str) -> HttpResponse:
    """What a snapshot holds that was loaded without a browser; accepting it lets a month be frozen from it."""
    taken, before = _taken(snapshot)
    if request.method == "POST":
        require(request, Action.ACCEPT_LOAD)
        actor = actor_of(request)
        AcceptedSnapshot.objects.get_or_create(snapshot=taken.id, defaults={"accepted_by_id": actor.account})
        log(actor, Action.ACCEPT_LOAD, taken.id)
        messages.success(request, f"Snapshot {taken.id} is accepted. Next the information manager freezes it.")
        return redirect("snapshot_check", taken.id)
    accepted = AcceptedSnapshot.objects.select_related("accepted_by").filter(snapshot=taken.id).first()
    context = {
        "snapshot": taken,
        "report": check_report(taken, before),
        "told": issues_told(taken.manifest),
        "accepted": accepted,
    }
    return shown(request, "months/snapshot.html.j2", _frame(f"Snapshot {taken.id}"), context)


def _answer(request: HttpRequest, found: Load) -> HttpResponse:
    require(request, Action.ACCEPT_LOAD)
    actor, do = actor_of(request), request.POST.get("do", "")
    because = request.POST.get("because", "").strip()
    error = _fault(found, do, because)
    if error:
        return _load_page(request, found, {"because": error}, because, status=422)
    with transaction.atomic():
        held = Load.objects.select_for_update().get(pk=found.pk)
        if held.state != Load.State.CHECKED and not (do == "decline" and _may_decline(held)):
            messages.info(request, "Someone has answered this load already.")
            return redirect("load", held.pk)
        held.answered_by_id, held.answered, held.because = actor.account, timezone.now(), because
        if do == "accept":
            held.state = Load.State.LOADING
            held.load_job = ask("load", f"load {held.pk}", {"load": held.pk}, actor.account)
        else:
            held.state = Load.State.DECLINED
        held.save()
        log(actor, Action.ACCEPT_LOAD, reverse("load", args=[held.pk]), detail=f"{do}: {because}".strip(": "))
    if do == "decline":
        uploads.forget(held.folder)
        messages.success(request, "The load was declined. Nothing was changed, and its files are gone.")
    return redirect("load", held.pk)


def _may_decline(found: Load) -> bool:
    return found.state in {Load.State.CHECKED, Load.State.REFUSED} or (
        found.state == Load.State.CHECKING and not (found.check_job and found.check_job.is_open)
    )


def _fault(found: Load, do: str, because: str) -> str:
    if do not in {"accept", "decline"}:
        return "Say whether you accept or decline the load."
    if len(because) > 300:
        return f"The reason has {len(because)} characters: say it in at most 300."
    if do == "accept" and found.report.get("issues", {}).get("error") and not because:
        return "Rows would be refused: say why the load is good enough all the same."
    if do == "decline" and not because and found.state == Load.State.CHECKED:
        return "Say why the load is declined, so that whoever brought it knows what to mend."
    return ""


def _load_page(
    request: HttpRequest, found: Load, errors: Mapping[str, str], because: str = "", status: int = 200
) -> HttpResponse:
    chosen = request.GET.get("show", "")
    kind = chosen if chosen in _KINDS else ""
    issues = list(_issues(found, kind))
    if issues:
        log(actor_of(request), Action.ACCEPT_LOAD, reverse("load", args=[found.pk]), detail="the check report")
    context = {
        "load": found,
        "report": CheckReport.read(found.report),
        "issues": issues,
        "kind": kind,
        "errors": errors,
        "because": because,
        "may_decline": _may_decline(found),
    }
    return shown(request, "months/load.html.j2", _frame(f"Load {found.pk}"), context, status=status)


def _issues(found: Load, kind: str) -> Iterator[dict[str, Any]]:
    """Issues of the load, each with the name that the person gave the file."""
    file = uploads.folder_of(found.folder) / "issues.csv"
    names = {one["kept"]: one["name"] for one in found.files}
    if found.state != Load.State.CHECKING and file.is_file():
        for issue in read_issues(file, kind):
            yield issue | {"file": names.get(issue["file"], issue["file"])}


def _taken(name: str) -> tuple[Snapshot, Snapshot | None]:
    every = Store(settings.ENVIRONMENT.store).snapshots()
    place = next((place for place, one in enumerate(every) if one.id == name), None)
    if place is None or not every[place].tables:
        raise Http404
    return every[place], every[place - 1] if place else None


def _frame(title: str) -> Frame:
    crumbs = (Crumb("This month", reverse("month_board")), Crumb("Load", reverse("month_load")), Crumb(title))
    return Frame(title=title, nav=_NAV, crumbs=crumbs)
