"""Who writes about which measure."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from trigpoint.web.months.models import Line, MeasureOwner, Month
from trigpoint.web.pages import Crumb, Frame, shown
from trigpoint.web.people.actions import Action
from trigpoint.web.people.can import can
from trigpoint.web.people.models import Account


def measure_owners(request: HttpRequest) -> HttpResponse:
    """The measures of the newest board with who writes about each; a choice of account for every one."""
    measures = _measures()
    accounts = _accounts()
    errors: dict[str, str] = {}
    given = {one.measure: one.account_id for one in MeasureOwner.objects.all()}
    if request.method == "POST":
        chosen = {measure: request.POST.get(f"owner-{measure}", "") for measure in measures}
        allowed = {str(one.pk) for one in accounts} | {""}
        for measure, line in measures.items():
            if chosen[measure] not in allowed:
                errors[f"owner-{measure}"] = f"Choose an account that may comment for {line.title}."
        if not errors:
            changed = _set(chosen, given)
            messages.success(request, f"{changed} measure{'' if changed == 1 else 's'} changed.")
            return redirect("measure_owners")
    crumbs = (Crumb("This month", "/month/"), Crumb("Who writes about which measure"))
    frame = Frame(title="Who writes about which measure", nav="month_board", crumbs=crumbs)
    context = {"measures": measures, "accounts": accounts, "given": given, "errors": errors}
    return shown(request, "months/comment_owners.html.j2", frame, context, status=422 if errors else 200)


def _measures() -> dict[str, Line]:
    """The measures of the newest month that has lines, each with the first line that shows it."""
    newest = Month.objects.filter(lines__isnull=False).first()
    found: dict[str, Line] = {}
    for line in newest.lines.all() if newest else ():
        found.setdefault(line.measure, line)
    return found


def _accounts() -> list[Account]:
    """Accounts that may comment today, by title."""
    today = timezone.localdate()
    every = Account.objects.filter(is_active=True).prefetch_related("grants").order_by("title", "username")
    return [one for one in every if can(one.actor(today), Action.COMMENT)]


def _set(chosen: dict[str, str], given: dict[str, int]) -> int:
    changed = 0
    with transaction.atomic():
        for measure, account in chosen.items():
            if account == str(given.get(measure, "")):
                continue
            changed += 1
            if account:
                MeasureOwner.objects.update_or_create(measure=measure, defaults={"account_id": int(account)})
            else:
                MeasureOwner.objects.filter(measure=measure).delete()
    return changed
