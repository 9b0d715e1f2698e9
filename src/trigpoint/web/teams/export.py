"""The week's list as a workbook: for the printer and the desk, with its warning, who took it, when and why."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from trigpoint.web.children.export import Listing, NotExportedError, export
from trigpoint.web.children.work import Part, is_known, listed
from trigpoint.web.pages import words_of
from trigpoint.web.people.actions import Action
from trigpoint.web.people.middleware import actor_of
from trigpoint.web.teams.week import items

_COLUMNS = (("what", "What"), ("child_id", "Case"), ("team", "Team"), ("worker", "Worker"), ("by", "Last day"),
            ("over", "Days over"), ("record_id", "Record"))  # fmt: skip


def work_list(request: HttpRequest) -> HttpResponse:
    """Everything that is open in a part, as a workbook."""
    part = Part(**{name: request.POST.get(name, "") for name in ("service", "team", "worker")})
    if not is_known() or (not part.team and not part.worker):
        return redirect("my_team")
    actor = actor_of(request)
    found = listed(actor, part)
    known = [row for row in found.seen.rows if row["work"] in found.kinds]
    every = zip(known, items(known, found.kinds, found.as_at), strict=True)
    rows = [
        {**row, "what": one.work.title, "by": one.by, "over": one.over if one.is_missed else None}
        for row, one in sorted(every, key=lambda both: (both[1].by is None, both[1].by or found.as_at, both[1].worker))
    ]
    title = f"Work due: {part.words}, as at {words_of(found.as_at)}"
    listing = Listing(title=title, filters=part.words, snapshot=found.snapshot, columns=_COLUMNS, name=title)
    try:
        return export(actor, Action.EXPORT_CHILDREN, rows, listing, "the week's work")
    except NotExportedError as found_wrong:
        messages.error(request, str(found_wrong))
        return redirect("my_team")
