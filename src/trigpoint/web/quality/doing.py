"""What people do about findings: assign, say mended at source, accept until a day, take away; flag a record."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone

from trigpoint.tasks.stored import snapshot_of
from trigpoint.web.access.log import log
from trigpoint.web.children.export import Listing, NotExportedError, export
from trigpoint.web.children.findings import accept, listed
from trigpoint.web.children.flags import flag_of, flags_seen
from trigpoint.web.children.gate import Row
from trigpoint.web.pages import Crumb, Frame, require, shown, words_of
from trigpoint.web.people.actions import Action
from trigpoint.web.people.again import require_recent
from trigpoint.web.people.can import Thing
from trigpoint.web.people.middleware import actor_of
from trigpoint.web.quality import pages
from trigpoint.web.quality.models import Assignment, WrongFlag

_LONGEST = 366
_COLUMNS = (("child_id", "Case"), ("team", "Team"), ("worker", "Worker"), ("title", "What is wrong"),
            ("values", "Cells"), ("mend", "Where to mend it"), ("record", "Record"), ("first_seen", "First seen"),
            ("status", "Status"))  # fmt: skip


def act(request: HttpRequest, rule: str) -> HttpResponse:
    """Do one thing with the findings that are ticked."""
    actor = actor_of(request)
    keys = request.POST.getlist("finding")
    found = listed(actor, rule, f"findings of {rule}", keys) if keys else None
    rows = found.seen.rows if found else []
    doing = {"assign": _assign, "mended": _mended, "accept": _accept}.get(request.POST.get("do", ""))
    if request.POST.get("do") == "list" and rows:
        return _list(request, rule, rows)
    errors = {"": "Nothing was ticked: tick the rows that you mean."} if not rows or doing is None else {}
    if rows and doing is not None:
        errors = doing(request, rows)
    if errors:
        return pages.rule(request, rule, errors)
    return redirect(f"{reverse('quality_rule', args=[rule])}?{request.GET.urlencode()}".rstrip("?"))


def _assign(request: HttpRequest, rows: list[Row]) -> dict[str, str]:
    to = request.POST.get("to", "").strip()[:150]
    if not to:
        return {"to": "Nobody was named: write who is to mend these rows."}
    require(request, Action.ASSIGN_FINDING)
    with transaction.atomic():
        for row in rows:
            settled = {"settled": timezone.now(), "settled_how": f"given to {to}"}
            Assignment.objects.filter(finding=row["key"], settled=None).update(**settled)
            Assignment.objects.create(
                finding=row["key"],
                rule=row["rule"],
                team=row["team"],
                to=to,
                note=request.POST.get("note", "").strip()[:300],
                given_by_id=actor_of(request).account,
                snapshot=_snapshot(),
            )
        log(actor_of(request), Action.ASSIGN_FINDING, rows[0]["rule"], children={row["child_id"] for row in rows})
    messages.success(request, f"{len(rows):,} given to {to}.")
    return {}


def _mended(request: HttpRequest, rows: list[Row]) -> dict[str, str]:
    require(request, Action.FLAG_FINDING)
    with transaction.atomic():
        for row in rows:
            one, _ = Assignment.objects.get_or_create(
                finding=row["key"],
                settled=None,
                defaults={
                    "rule": row["rule"],
                    "team": row["team"],
                    "to": actor_of(request).title,
                    "given_by_id": actor_of(request).account,
                    "snapshot": _snapshot(),
                },
            )
            one.waiting, one.snapshot = True, _snapshot()
            one.save(update_fields=["waiting", "snapshot"])
    messages.success(request, f"{len(rows):,} mended at source: the next load will show whether they are.")
    return {}


def _accept(request: HttpRequest, rows: list[Row]) -> dict[str, str]:
    require(request, Action.ACCEPT_FINDING)
    reason, until = request.POST.get("reason", "").strip(), _day(request.POST.get("until", ""))
    today = timezone.localdate()
    if not reason:
        return {"reason": "No reason was given: write why these rows may stand."}
    if until is None or not today < until <= date.fromordinal(today.toordinal() + _LONGEST):
        soon = words_of(today + timedelta(90))
        return {"until": f"Until when? Give a day after today and within a year, such as {soon}."}
    accept(rows, reason, until, actor_of(request).title)
    log(actor_of(request), Action.ACCEPT_FINDING, rows[0]["rule"], children={row["child_id"] for row in rows})
    messages.success(request, f"{len(rows):,} accepted until {until.day} {until:%B %Y}.")
    return {}


def _list(request: HttpRequest, rule: str, rows: list[Row]) -> HttpResponse:
    require(request, Action.SEE_FINDINGS)
    require_recent(request)
    title = f"Findings of {rule}"
    listing = Listing(title=title, filters="those that were ticked", snapshot=_snapshot(), columns=_COLUMNS, name=title)
    try:
        return export(actor_of(request), Action.SEE_FINDINGS, rows, listing, "records to mend")
    except NotExportedError as found:
        messages.error(request, str(found))
        return redirect(reverse("quality_rule", args=[rule]))


def flags(request: HttpRequest) -> HttpResponse:
    """Records that people say are wrong."""
    seen = flags_seen(actor_of(request))
    title = "Recorded wrongly"
    frame = Frame(title=title, nav="quality", crumbs=(Crumb("Data quality", reverse("quality")), Crumb(title)))
    return shown(request, "quality/flags.html.j2", frame, {"seen": seen})


def flag(request: HttpRequest) -> HttpResponse:
    """Say that a record is wrong; settled by data quality officers."""
    about, note = request.POST.get("about", "").strip(), request.POST.get("note", "").strip()
    given = flag_of(actor_of(request), request.POST.get("child", ""), request.POST.get("work", ""))
    if given is None:
        messages.error(request, "That record is not in a list of yours: flag it where you see it.")
    elif not note:
        context: dict[str, Any] = {"about": about or given["about"], "given": request.POST}
        title = "Recorded wrongly?"
        frame = Frame(title=title, nav="my_team", crumbs=(Crumb("My team", reverse("my_team")), Crumb(title)))
        return shown(request, "quality/flag.html.j2", frame, context)
    else:
        WrongFlag.objects.create(**given, note=note[:500], said_by_id=actor_of(request).account)
        messages.success(request, "Thank you. The data quality officer sees it from now on.")
    return redirect("my_team")


def settle_flag(request: HttpRequest, number: int) -> HttpResponse:
    """Say what came of a flag."""
    one = get_object_or_404(WrongFlag, pk=number)
    place = Thing(service=one.service, team=one.team, worker=one.worker, placed=True)
    require(request, Action.ASSIGN_FINDING, place)
    how = request.POST.get("how", "").strip()[:300]
    if not how:
        messages.error(request, "What came of it? Write it in a few words.")
    else:
        one.settled, one.settled_by_id, one.settled_how = timezone.now(), actor_of(request).account, how
        one.save()
        messages.success(request, "Settled.")
    return redirect("quality_flags")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def _snapshot() -> str:
    return snapshot_of(settings.ENVIRONMENT.store).id
