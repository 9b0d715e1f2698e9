"""The page on which the figures of a month are calculated, and calculated again."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from trigpoint.web.access.log import log
from trigpoint.web.jobs.models import Job
from trigpoint.web.jobs.queue import ask
from trigpoint.web.months.links import month_key
from trigpoint.web.months.models import Approval, Month
from trigpoint.web.months.month_pages import month_frame, month_of_address
from trigpoint.web.pages import shown
from trigpoint.web.people.actions import Action
from trigpoint.web.people.middleware import actor_of


def calculate(request: HttpRequest, period: str) -> HttpResponse:
    """What is calculated, from what, by whom; sending the form calculates."""
    month = month_of_address(period)
    errors = {"": "The month is not frozen yet: freeze it first."} if not month.snapshot else {}
    if request.method == "POST" and not errors:
        actor = actor_of(request)
        job = ask("calculate", _key(month), {"month": month.pk}, actor.account)
        log(actor, Action.CALCULATE, month_key(month.period), detail=f"snapshot {month.snapshot}")
        return redirect("month_calculate", period) if job.asked_by_id != actor.account else redirect("job", job.pk)
    last = Job.objects.filter(kind="calculate", key=_key(month)).select_related("asked_by").last()
    signed = Approval.objects.filter(line__month=month, voided=None).count()
    context = {
        "month": month,
        "period": period,
        "job": last,
        "signed": signed,
        "errors": errors if request.method == "POST" else {},
        "lines": month.lines.count(),
        "missing": month.lines.exclude(missing="").count(),
    }
    status = 422 if request.method == "POST" else 200
    return shown(request, "months/calculate.html.j2", month_frame(month, "Calculate"), context, status=status)


def _key(month: Month) -> str:
    return f"calculating {month}"
