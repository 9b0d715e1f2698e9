"""The page on which a month begins: which records, which packs, for whom, by when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from trigpoint.store import StoreError
from trigpoint.tasks.audiences import AUDIENCES
from trigpoint.tasks.month_plan import month_plan, timetable
from trigpoint.tasks.offered_packs import offered_packs
from trigpoint.tasks.stored import last_whole_month, snapshot_of
from trigpoint.web.access.log import log
from trigpoint.web.jobs.queue import ask
from trigpoint.web.months.flow_models import AcceptedSnapshot
from trigpoint.web.months.models import Month
from trigpoint.web.months.periods import last_month_end, month_ends
from trigpoint.web.pages import Crumb, Frame, shown
from trigpoint.web.people.actions import Action
from trigpoint.web.people.middleware import actor_of

_OFFERED = 13


def freeze_month(request: HttpRequest) -> HttpResponse:
    """Choose accepted records, packs and audiences for a month, and freeze it."""
    accepted = list(AcceptedSnapshot.objects.select_related("accepted_by")[:_OFFERED])
    newest = _newest_month(accepted)
    given = _given(request, accepted, newest)
    if request.method != "POST":
        return _page(request, accepted, newest, given, {})
    errors = _faults(given, accepted, newest)
    if errors:
        return _page(request, accepted, newest, given, errors, status=422)
    actor = actor_of(request)
    told = {
        "snapshot": given["snapshot"],
        "period": given["period"],
        "publish_on": given["publish_on"],
        "packs": [one.split("|", 1) for one in given["packs"]],
    }
    job = ask("freeze", f"freezing {date.fromisoformat(given['period']):%B %Y}", told, actor.account)
    log(actor, Action.FREEZE, given["period"], detail=f"snapshot {given['snapshot']}")
    return redirect("job", job.pk)


def _given(request: HttpRequest, accepted: Sequence[AcceptedSnapshot], newest: date) -> dict[str, Any]:
    """What was chosen, or what is usual: the newest records, the last whole month, the packs of the month before."""
    if request.method == "POST":
        plain = {name: request.POST.get(name, "").strip() for name in ("snapshot", "period", "publish_on")}
        return {**plain, "packs": request.POST.getlist("packs")}
    before = Month.objects.filter(snapshot__gt="").first()
    packs = [f"{one.pack}|{one.audience}" for one in before.packs.all()] if before else []
    return {
        "snapshot": accepted[0].snapshot if accepted else "",
        "period": newest.isoformat(),
        "publish_on": _planned(newest).isoformat(),
        "packs": packs,
    }


def _planned(period: date) -> date:
    """The day of publication by the dates of the month."""
    return month_plan(period, None, timetable(settings.ENVIRONMENT.store)).publish


def _newest_month(accepted: Sequence[AcceptedSnapshot]) -> date:
    """The last whole month of the newest accepted records."""
    try:
        if accepted:
            return last_whole_month(snapshot_of(settings.ENVIRONMENT.store, accepted[0].snapshot))
    except StoreError:
        pass
    return last_month_end(timezone.localdate())


def _faults(given: Mapping[str, Any], accepted: Sequence[AcceptedSnapshot], newest: date) -> dict[str, str]:
    errors: dict[str, str] = {}
    if given["snapshot"] not in {one.snapshot for one in accepted}:
        errors["snapshot"] = "Choose records that were accepted."
    period = _day(given["period"])
    if period is None or period not in month_ends(newest, _OFFERED):
        errors["period"] = "Choose one of the months."
    planned = _day(given["publish_on"])
    if planned is None:
        errors["publish_on"] = "Give the day of publication as 2026-11-17."
    elif period is not None and planned <= period:
        errors["publish_on"] = "The month is published after it has ended: give a later day."
    offered = {
        f"{pack}|{audience}" for pack, _, _ in offered_packs(settings.ENVIRONMENT.store) for audience in AUDIENCES
    }
    if not given["packs"]:
        errors["packs"] = "Choose at least one pack, and for whom it is."
    elif unknown := set(given["packs"]) - offered:
        errors["packs"] = f"There is no pack {sorted(unknown)[0].partition('|')[0]}: choose from the list."
    return errors


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _page(
    request: HttpRequest,
    accepted: Sequence[AcceptedSnapshot],
    newest: date,
    given: Mapping[str, Any],
    errors: Mapping[str, str],
    status: int = 200,
) -> HttpResponse:
    context = {
        "accepted": [(one.snapshot, f"{one.snapshot}, accepted by {one.accepted_by.title}") for one in accepted],
        "months": [(end.isoformat(), f"{end:%B %Y}") for end in month_ends(newest, _OFFERED)],
        "offered": offered_packs(settings.ENVIRONMENT.store),
        "audiences": AUDIENCES,
        "given": given,
        "errors": errors,
        "planned": _planned(newest),
    }
    crumbs = (Crumb("This month", reverse("month_board")), Crumb("Freeze"))
    frame = Frame(title="Freeze a month", nav="month_board", crumbs=crumbs)
    return shown(request, "months/freeze.html.j2", frame, context, status=status)
