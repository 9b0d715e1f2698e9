"""Teams beside each other: one measure in every team, or several measures in one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from trigpoint.tasks.choices import BREAKDOWN_WORDS
from trigpoint.tasks.compared import SORTS, compared, side_by_side
from trigpoint.tasks.measure_list import measure_list
from trigpoint.web.explore.children import crumbs
from trigpoint.web.explore.looking import answered, called, figure_of, looking
from trigpoint.web.explore.measure import filters
from trigpoint.web.explore.query import about_figure, query
from trigpoint.web.pages import Crumb, Frame, shown

_MOST = 12


@answered
def groups(request: HttpRequest, measure: str) -> HttpResponse:
    """One measure: every team (or service, age...) in a line, in the order asked for."""
    seen = looking(request)
    offered, choice = figure_of(seen, measure)
    asked = {key: value for key, value in about_figure(seen.asked).items() if key not in BREAKDOWN_WORDS}
    by = seen.asked.get("by", "team")
    by = by if by in offered.groups else next(iter(offered.groups), "")
    sort = seen.asked.get("sort", "name")
    sort = sort if sort in SORTS else "name"
    base = f"{reverse('measure', args=[measure])}{query(asked)}"
    kept = {"snapshot": seen.snapshot, "period": choice.period}
    found = compared(offered, choice, seen.beside, base, by, sort)
    context = {
        "page": found,
        "measure": measure,
        "back": base,
        "filters": filters(seen, offered, choice, by_groups=False),
        "here": f"{reverse('measure_compare', args=[measure])}{query({**asked, 'by': by, 'sort': sort})}",
        "pinned": f"{reverse('measure_compare', args=[measure])}{query({**asked, **kept, 'by': by, 'sort': sort})}",
        "snapshot": seen.snapshot,
        "splits": [
            (BREAKDOWN_WORDS[name], query({**asked, "by": name, "sort": sort}), name == by) for name in offered.groups
        ],
        "sorts": [(words, query({**asked, "by": by, "sort": name}), name == sort) for name, words in SORTS.items()],
        "by": BREAKDOWN_WORDS.get(by, ""),
    }
    frame = Frame(
        title=f"{called(seen, measure)}: compare",
        nav="measures",
        look="explore",
        crumbs=crumbs(seen, measure, "Compare"),
        stamp=seen.stamp(),
    )
    return shown(request, "explore/compare.html.j2", frame, context)


@answered
def measures(request: HttpRequest) -> HttpResponse:
    """Several measures for one team: a line each."""
    seen = looking(request)
    names = list(dict.fromkeys(request.GET.getlist("measures")))
    names = [name for each in names for name in each.split(",") if name]
    every = measure_list(seen.prepared, seen.beside)
    known = [name for name in names if name in {one.measure for one in every}][:_MOST]
    where = {key: value for key, value in seen.asked.items() if key in BREAKDOWN_WORDS}
    found = side_by_side(seen.prepared, known, where, seen.beside) if seen.prepared else None
    context = {
        "page": found,
        "every": [one for one in every if one.figure],
        "known": known,
        "most": _MOST,
        "where": where,
        "kept": {key: seen.asked[key] for key in ("snapshot", "definitions") if key in seen.asked},
        "query": query({**about_figure(seen.asked), "measures": ",".join(known)}),
        "pinned": query({**about_figure(seen.asked), "measures": ",".join(known), "snapshot": seen.snapshot}),
        "seen": seen,
    }
    frame = Frame(
        title="Several measures beside each other",
        nav="measures",
        look="explore",
        crumbs=(Crumb("Measures", reverse("measures")), Crumb("Several measures")),
        stamp=seen.stamp(),
    )
    return shown(request, "explore/compare_measures.html.j2", frame, context)
