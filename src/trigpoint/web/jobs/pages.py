"""The page of one job: how far it is, and what came of it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse

from trigpoint.web.jobs.models import Job
from trigpoint.web.pages import Frame, RefusedError, shown
from trigpoint.web.people.middleware import actor_of


def job(request: HttpRequest, number: int) -> HttpResponse:
    """How far a job is; only for who asked for it."""
    found = _mine(request, number)
    return shown(request, "jobs/job.html.j2", Frame(title=found.key), {"job": found})


def state(request: HttpRequest, number: int) -> HttpResponse:
    """The same for the page's own script."""
    found = _mine(request, number)
    said = {"state": found.state, "doing": found.doing, "done": found.done, "total": found.total}
    return JsonResponse(said)


def _mine(request: HttpRequest, number: int) -> Job:
    found = Job.objects.filter(pk=number).first()
    if found is None:
        raise Http404
    if found.asked_by_id != actor_of(request).account:
        raise RefusedError("Someone else asked for this.")
    return found
