"""The list of measures with search, and the views that the person keeps."""

from __future__ import annotations

from itertools import groupby

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from trigpoint.tasks.measure_list import measure_list
from trigpoint.web.explore.looking import answered, looking
from trigpoint.web.explore.models import SavedView
from trigpoint.web.explore.query import query
from trigpoint.web.explore.work import PREPARE
from trigpoint.web.jobs.queue import ask
from trigpoint.web.pages import Frame, shown
from trigpoint.web.people.middleware import actor_of


@answered
def measures(request: HttpRequest) -> HttpResponse:
    """Every measure by domain, or those that a search finds."""
    seen = looking(request)
    words = seen.asked.get("q", "")
    found = measure_list(seen.prepared, seen.beside, words, seen.asked.get("authority", ""))
    by_domain = (
        [("", found)] if words else [(name, list(mine)) for name, mine in groupby(found, lambda one: one.domain)]
    )
    context = {
        "q": words,
        "found": found,
        "domains": by_domain,
        "kept": {key: value for key, value in seen.asked.items() if key in {"snapshot", "definitions", "targets"}},
        "query": query({key: seen.asked.get(key, "") for key in ("snapshot", "definitions", "targets")}),
        "here": query(seen.asked),
        "pinned": query({**seen.asked, "snapshot": seen.snapshot}),
        "seen": seen,
        "views": SavedView.objects.filter(account_id=actor_of(request).account),
    }
    frame = Frame(title="Measures", nav="measures", look="measures", stamp=seen.stamp())
    return shown(request, "explore/measures.html.j2", frame, context)


@answered
def calculate(request: HttpRequest) -> HttpResponse:
    """Ask for the figures of a snapshot to be calculated."""
    seen = looking(request)
    arguments = {"snapshot": seen.snapshot, "definitions": seen.definitions}
    key = f"Figures of snapshot {seen.snapshot}, definitions {seen.definitions}"
    job = ask(PREPARE, key, arguments, actor_of(request).account)
    return HttpResponseRedirect(reverse("job", args=[job.pk]))
