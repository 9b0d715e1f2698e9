"""The week's list as a workbook: for the printer and the desk, with its warning, who took it, when and why."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from trigpoint.web.children.work import Part, is_known, listed
from trigpoint.web.children.workbook import workbook
from trigpoint.web.pages import words_of
from trigpoint.web.people.actions import Action
from trigpoint.web.people.middleware import actor_of
from trigpoint.web.teams.week import items


def work_list(request: HttpRequest) -> HttpResponse:
    """Everything that is open in a part, as a workbook."""
    part = Part(**{name: request.POST.get(name, "") for name in ("service", "team", "worker")})
    if not is_known() or (not part.team and not part.worker):
        return redirect("my_team")
    actor = actor_of(request)
    found = listed(actor, part)
    every = items(found.seen.rows, found.kinds, found.as_at)
    head = ("What", "Case", "Team", "Worker", "Last day", "Days over", "Record")
    rows = [
        (one.work.title, one.child, one.team, one.worker, one.by, one.over if one.is_missed else None, one.record)
        for one in sorted(every, key=lambda one: (one.by is None, one.by or found.as_at, one.worker))
    ]
    title = f"Work due: {part.words}, as at {words_of(found.as_at)}"
    children = {row["child_id"] for row in found.seen.rows if row["child_id"]}
    return workbook(actor, Action.EXPORT_CHILDREN, title, head, rows, children=children, why="the week's work")
