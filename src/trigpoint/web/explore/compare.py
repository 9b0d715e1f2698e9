"""Teams beside each other: one measure in every team, or by another breakdown."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from trigpoint.tasks.choices import BREAKDOWN_WORDS
from trigpoint.tasks.compared import SORTS, compared
from trigpoint.web.explore.children import crumbs
from trigpoint.web.explore.looking import answered, called, figure_of, looking
from trigpoint.web.explore.measure import filters
from trigpoint.web.explore.query import about_figure, query
from trigpoint.web.pages import Frame, shown


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
