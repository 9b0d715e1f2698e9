"""The page that says what a measure means."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from trigpoint.tasks.meaning import meaning
from trigpoint.web.explore.looking import Looking, answered, called, known, looking
from trigpoint.web.explore.query import about_figure, query
from trigpoint.web.pages import Crumb, Frame, shown


@answered
def meaning_of(request: HttpRequest, measure: str) -> HttpResponse:
    """Clauses, versions, variants and worked children of a measure."""
    known(measure)
    seen = looking(request)
    said = meaning(measure, _day(seen), seen.definitions, seen.asked.get("variant", ""))
    found = replace(said, title=called(seen, measure))
    asked = about_figure(seen.asked)
    crumbs = (
        Crumb("Measures", reverse("measures")),
        Crumb(found.title, f"{reverse('measure', args=[measure])}{query(asked)}"),
        Crumb("What it means"),
    )
    frame = Frame(
        title=f"{found.title}: what it means", nav="measures", look="explore", crumbs=crumbs, stamp=seen.stamp()
    )
    return shown(request, "explore/definition.html.j2", frame, {"page": found, "measure": measure, "seen": seen})


def _day(seen: Looking) -> date:
    """The last day of the period that the address names, else the day of the records."""
    try:
        return date.fromisoformat(seen.asked.get("period", "").partition(":")[2])
    except ValueError:
        return seen.as_at
