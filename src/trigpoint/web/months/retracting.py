"""Taking a publication back, with the reason."""

from __future__ import annotations

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from trigpoint.web.access.log import log
from trigpoint.web.jobs.queue import ask
from trigpoint.web.months.in_force import newest_publication, taken_back
from trigpoint.web.months.month_pages import month_frame, month_of_address
from trigpoint.web.pages import shown
from trigpoint.web.people.actions import Action
from trigpoint.web.people.middleware import actor_of


def retract(request: HttpRequest, period: str) -> HttpResponse:
    """Say why what was published of a month is taken back; it stays in the library with a notice."""
    month = month_of_address(period)
    publication = newest_publication(month)
    if publication is None:
        raise Http404
    told = taken_back(publication)
    why = request.POST.get("why", "").strip()
    error = ""
    if request.method == "POST" and told is None:
        if why and len(why) <= 300:
            actor = actor_of(request)
            arguments = {"publication": publication.pk, "why": why, "by": actor.title}
            with transaction.atomic():
                job = ask("retract", f"taking back {publication.release}", arguments, actor.account)
                log(actor, Action.RETRACT, publication.release, detail=why)
            return redirect("job", job.pk) if job.asked_by_id == actor.account else redirect("month_retract", period)
        error = "Say in at most 300 characters why it is taken back: everyone who opens it will read that."
    context = {
        "month": month,
        "publication": publication,
        "told": told,
        "why": why,
        "errors": {"why": error} if error else {},
    }
    status = 422 if error else 200
    return shown(request, "months/retract.html.j2", month_frame(month, "Take back"), context, status=status)
