"""The page on which a month is published: what stands in the way, what will be published, and the act itself."""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from trigpoint.tasks.audiences import AUDIENCES
from trigpoint.tasks.offered_packs import pack_titles
from trigpoint.web.access.log import log
from trigpoint.web.jobs.models import Job
from trigpoint.web.jobs.queue import ask
from trigpoint.web.months.clearance import Clearance, clearance
from trigpoint.web.months.diary import happened
from trigpoint.web.months.flow_models import ClearedWarning
from trigpoint.web.months.in_force import newest_publication, taken_back
from trigpoint.web.months.links import month_key
from trigpoint.web.months.models import Month, Publication
from trigpoint.web.months.month_pages import month_frame, month_of_address
from trigpoint.web.months.previews import previewed
from trigpoint.web.months.standing import passed
from trigpoint.web.pages import require, shown
from trigpoint.web.people.actions import Action
from trigpoint.web.people.can import Thing, can, refusal
from trigpoint.web.people.middleware import actor_of


def publish(request: HttpRequest, period: str) -> HttpResponse:
    """What stands in the way of publishing; sending the form publishes, where nothing does."""
    month = month_of_address(period)
    found = clearance(month)
    if request.method != "POST":
        return _page(request, month, found, {})
    require(request, Action.PUBLISH, Thing(makers=found.signers))
    because = request.POST.get("because", "").strip()
    errors = _faults(month, found, because)
    if errors:
        return _page(request, month, found, errors, because, status=422)
    actor = actor_of(request)
    with transaction.atomic():
        Month.objects.select_for_update().get(pk=month.pk)
        job = ask("publish", _key(month), {"month": month.pk}, actor.account)
        Publication.objects.get_or_create(
            job=job, defaults={"month": month, "because": because, "published_by_id": actor.account}
        )
        log(actor, Action.PUBLISH, month_key(month.period), detail=because)
    return redirect("job", job.pk) if job.asked_by_id == actor.account else redirect("month_publish", period)


def clear_warning(request: HttpRequest, period: str) -> HttpResponse:
    """A second person has read words that might tell of a child, and says why they do not."""
    month = month_of_address(period)
    digest, because = request.POST.get("digest", ""), request.POST.get("because", "").strip()
    found = clearance(month)
    doubt = next((one for one in found.doubts if one.warned.digest == digest), None)
    if doubt is None:
        messages.error(request, "The comment was changed meanwhile: read it again.")
        return redirect("month_publish", period)
    require(request, Action.APPROVE, Thing(makers=doubt.makers))
    if not because or len(because) > 300:
        errors = {f"because-{digest[:8]}": "Say in at most 300 characters why nobody can be recognised by it."}
        return _page(request, month, found, errors, because, status=422)
    actor = actor_of(request)
    with transaction.atomic():
        ClearedWarning.objects.get_or_create(
            month=month,
            digest=digest,
            defaults={"warning": doubt.warned.found[:300], "because": because, "cleared_by_id": actor.account},
        )
        happened(month, actor, f"found that “{doubt.warned.found}” tells of nobody: {because}")
    messages.success(request, "Noted.")
    return redirect(f"{reverse('month_publish', args=[period])}#comments")


def _key(month: Month) -> str:
    return f"publishing {month}"


def _faults(month: Month, found: Clearance, because: str) -> dict[str, str]:
    if found.obstacles:
        return {"": "It cannot be published yet: settle what stands in the way first."}
    if newest_publication(month) is not None and not because:
        return {"because": "Say why it is published again. The reason stands in the library beside what it replaces."}
    if len(because) > 300:
        return {"because": f"The reason has {len(because)} characters: say it in at most 300."}
    return {}


def _page(
    request: HttpRequest,
    month: Month,
    found: Clearance,
    errors: Mapping[str, str],
    because: str = "",
    status: int = 200,
) -> HttpResponse:
    actor = actor_of(request)
    standing = newest_publication(month)
    running = Job.objects.filter(kind__in=["publish", "preview"], arguments__month=month.pk).last()
    context = {
        "month": month,
        "period": month_key(month.period),
        "clearance": found,
        "passed": passed(month, found.states),
        "packs": [(one, AUDIENCES.get(one.audience, one.audience)) for one in month.packs.all()],
        "titles": pack_titles(settings.ENVIRONMENT.store),
        "previews": previewed(month),
        "standing": standing,
        "taken_back": taken_back(standing),
        "why_not": refusal(actor, Action.PUBLISH, Thing(makers=found.signers)),
        "may_clear": [
            one.warned.digest for one in found.doubts if can(actor, Action.APPROVE, Thing(makers=one.makers))
        ],
        "job": running,
        "errors": errors,
        "because": because,
    }
    return shown(request, "months/publish.html.j2", month_frame(month, "Publish"), context, status=status)
