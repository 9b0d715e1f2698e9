"""The pages on which records are brought: files from a browser, or what lies in the drop folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import cast

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from trigpoint.store import Snapshot, Store
from trigpoint.web.access.log import log
from trigpoint.web.jobs.queue import ask
from trigpoint.web.months import uploads
from trigpoint.web.months.flow_models import AcceptedSnapshot, Load
from trigpoint.web.months.periods import last_month_end
from trigpoint.web.pages import Crumb, Frame, require, shown
from trigpoint.web.people.actions import Action
from trigpoint.web.people.middleware import actor_of
from trigpoint.web.receiving import upload_refused

_NAV = "month_board"
_LISTED = 12


def load_list(request: HttpRequest) -> HttpResponse:
    """What was brought, what lies in the drop folder, and the snapshots there are. Sending files checks them."""
    if request.method == "POST":
        return _brought(request)
    return _page(request, {}, {"as_at": last_month_end(timezone.localdate()).isoformat(), "authority": ""})


def _brought(request: HttpRequest) -> HttpResponse:
    require(request, Action.LOAD_RECORDS)
    given = {name: request.POST.get(name, "").strip() for name in ("as_at", "authority")}
    if why := upload_refused(request):
        return _page(request, {"files": why}, given, status=422)
    as_at, errors = _day(given["as_at"])
    if len(given["authority"]) > 100:
        errors["authority"] = "Give the authority in at most 100 characters, or leave it empty."
    from_drop = request.POST.get("from") == "drop"
    chosen = _chosen(request, from_drop=from_drop)
    if as_at is None or errors:
        return _page(request, errors, given, status=422)
    try:
        folder, kept = uploads.take(chosen)
    except uploads.UploadError as error:
        where = "dropped" if from_drop else "files"
        return _page(request, {where: str(error)}, given, status=422)
    actor = actor_of(request)
    with transaction.atomic():
        load = Load.objects.create(
            folder=folder,
            files=kept,
            from_drop=from_drop,
            as_at=as_at,
            authority=given["authority"],
            brought_by_id=actor.account,
        )
        load.check_job = ask("check_load", f"check of load {load.pk}", {"load": load.pk}, actor.account)
        load.save(update_fields=["check_job"])
        log(actor, Action.LOAD_RECORDS, reverse("load", args=[load.pk]), detail=f"{len(kept)} files to be checked")
    return redirect("load", load.pk)


def _chosen(request: HttpRequest, *, from_drop: bool) -> Sequence[uploads.Brought]:
    if from_drop:
        names = set(request.POST.getlist("dropped"))
        return [file for file in uploads.in_drop() if file.name in names]
    return cast("Sequence[uploads.Brought]", request.FILES.getlist("files"))


def _day(text: str) -> tuple[date | None, dict[str, str]]:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None, {"as_at": "Give the day on which the extract was taken, as 2026-10-31."}
    if found > timezone.localdate():
        return None, {"as_at": f"{found} has not come yet: give the day on which the extract was taken."}
    return found, {}


def _page(request: HttpRequest, errors: Mapping[str, str], given: Mapping[str, str], status: int = 200) -> HttpResponse:
    accepted = set(AcceptedSnapshot.objects.values_list("snapshot", flat=True))
    context = {
        "errors": errors,
        "given": given,
        "dropped": uploads.in_drop(),
        "loads": Load.objects.select_related("brought_by", "answered_by")[:_LISTED],
        "snapshots": [(one, one.id in accepted) for one in reversed(_snapshots()[-_LISTED:])],
        "limits": f"{uploads.MOST_BYTES // 1_000_000} MB a file, {uploads.MOST_TOGETHER // 1_000_000_000} GB together",
    }
    crumbs = (Crumb("This month", reverse("month_board")), Crumb("Load"))
    frame = Frame(title="Load records", nav=_NAV, crumbs=crumbs)
    return shown(request, "months/loads.html.j2", frame, context, status=status)


def _snapshots() -> list[Snapshot]:
    return [one for one in Store(settings.ENVIRONMENT.store).snapshots() if one.tables]
