"""The page of one measure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from trigpoint.language.measure import Declaration
from trigpoint.tasks.broken_down import groups_shown
from trigpoint.tasks.choices import BACK, BREAKDOWN_WORDS, Choice, Offer, sets_of_definitions
from trigpoint.tasks.explored import explored
from trigpoint.tasks.explored_subject import target_sets
from trigpoint.web.explore.looking import Looking, answered, figure_of, looking
from trigpoint.web.explore.query import about_figure, query
from trigpoint.web.pages import Crumb, Frame, shown


@answered
def one(request: HttpRequest, measure: str) -> HttpResponse:
    """A measure as the address asks for it."""
    seen = looking(request)
    offered, choice = figure_of(seen, measure)
    asked = about_figure(seen.asked)
    by = seen.asked.get("by", "team")
    by = by if by in offered.groups else "team"
    control = seen.asked.get("view") == "control"
    page = explored(offered, choice, seen.beside, query(asked), by=by, control=control)
    context = {
        "page": page,
        "measure": measure,
        "query": query(asked),
        "here": query({**asked, "view": seen.asked.get("view", ""), "by": seen.asked.get("by", "")}),
        "pinned": query({**asked, "snapshot": seen.snapshot, "period": choice.period}),
        "kept_query": query({**asked, "period": choice.period}).removeprefix("?") + "&",
        "links": _links(seen),
        "choice": choice,
        "filters": filters(seen, offered, choice),
        "control": control,
        "is_counted": isinstance(offered.measure, Declaration),
        "splits": [(name, BREAKDOWN_WORDS[name]) for name in ("team", "service") if name in offered.groups],
    }
    crumbs = (
        Crumb("Measures", reverse("measures")),
        Crumb(page.domain.capitalize(), _domain(page.domain)),
        Crumb(measure),
    )
    frame = Frame(title=page.title, nav="measures", look="explore", crumbs=crumbs, stamp=seen.stamp(page.trace))
    return shown(request, "explore/measure.html.j2", frame, context)


def filters(seen: Looking, offered: Offer, choice: Choice, *, by_groups: bool = True) -> Mapping[str, Any]:
    """What the filter bar offers: name, label, choices and which is chosen; without groups where all are shown."""
    first: list[tuple[str, str, list[tuple[str, str]]]] = []
    more: list[tuple[str, str, list[tuple[str, str]]]] = []
    for name, groups in offered.groups.items() if by_groups else ():
        words = BREAKDOWN_WORDS[name]
        whole = {"team": "All teams", "service": "All services", "age_band": "All ages"}.get(name, "All")
        (first if name in {"team", "age_band"} else more).append(
            (name, words, [("", whole), *groups_shown(name, groups)])
        )
    own = more if by_groups else first
    if len(offered.variants) > 1:
        own.append(("variant", "Variant", [("", "Headline"), *((name, name) for name in offered.variants if name)]))
    own.append(("back", "How far back", [("", "As usual"), *((str(months), words) for months, words in BACK.items())]))
    if len(sets_of_definitions()) > 1:
        more.append(("definitions", "Definitions", [(name, name.capitalize()) for name in sets_of_definitions()]))
    if len(sets := target_sets(seen.beside.store)) > 1:
        more.append(("targets", "Targets", [(name, name) for name in sets]))
    if len(offered.authorities) > 1:
        more.append(("authority", "Authority", [(name, name) for name in offered.authorities]))
    chosen = {
        **dict(choice.where),
        "variant": choice.variant,
        "back": str(choice.months or ""),
        "definitions": seen.definitions,
        "targets": seen.asked.get("targets", ""),
        "authority": choice.authority,
    }
    return {
        "periods": offered.periods(),
        "period": choice.period,
        "first": first,
        "more": more,
        "chosen": chosen,
        "is_open": any(chosen.get(name) and chosen[name] != options[0][0] for name, _, options in more),
        "kept": {key: seen.asked[key] for key in ("snapshot", "view", "by", "sort") if key in seen.asked},
    }


def _links(seen: Looking) -> Mapping[str, str]:
    asked = about_figure(seen.asked)
    by = seen.asked.get("by", "")
    return {
        "line": query({**asked, "by": by}),
        "control": query({**asked, "by": by, "view": "control"}),
        **{f"by_{name}": query({**asked, "view": seen.asked.get("view", ""), "by": name}) for name in BREAKDOWN_WORDS},
        "whole": query({key: value for key, value in asked.items() if key not in BREAKDOWN_WORDS}),
    }


def _domain(name: str) -> str:
    return f"{reverse('measures')}#{name.replace(' ', '-').replace('&', 'and')}"
