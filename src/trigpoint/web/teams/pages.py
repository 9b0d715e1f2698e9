"""The dashboard of a team, a service or a worker."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from trigpoint.web.children.work import Part, WorkSeen, caseloads, counted, is_known, listed
from trigpoint.web.jobs.queue import ask
from trigpoint.web.pages import Crumb, Frame, shown, words_of
from trigpoint.web.people.actor import Actor
from trigpoint.web.people.middleware import actor_of
from trigpoint.web.teams.doing import doing
from trigpoint.web.teams.places import first_part, loads
from trigpoint.web.teams.week import items, week
from trigpoint.web.teams.work import FIND


def my_team(request: HttpRequest) -> HttpResponse:
    """What needs doing this week. Whole services and the authority are shown team by team, as numbers."""
    actor = actor_of(request)
    if not is_known():
        return wait(request)
    part = _asked(request, actor)
    if not part.team and not part.worker:
        return _overview(request, actor, part)
    found = listed(actor, part)
    loads_ = caseloads(actor, part)
    context = {
        "part": part,
        "found": found,
        "week": week(items(found.seen.rows, found.kinds, found.as_at), found.as_at, loads_),
        "workers": sorted(name for name in loads_ if name),
        "doing": doing(part.team, found.kinds.values(), found.snapshot) if part.team else [],
        "query": request.GET.urlencode(),
    }
    return shown(request, "teams/week.html.j2", _frame(part, found), context)


def wait(request: HttpRequest) -> HttpResponse:
    """What is shown while the worker finds what needs doing in a new load."""
    job = ask(FIND, "What needs doing", {}, actor_of(request).account)
    return shown(request, "teams/wait.html.j2", Frame(title="My team", nav="my_team"), {"job": job})


def _overview(request: HttpRequest, actor: Actor, part: Part) -> HttpResponse:
    found = counted(actor)
    rows = [row for row in found.seen.rows if part.holds(row)]
    every = items(rows, found.kinds, found.as_at)
    parts = [Part(service=row["service"], team=row["team"]) for row in rows if row["work"] in found.kinds]
    placed = loads(list(zip(parts, every, strict=True)))
    context = {"part": part, "found": found, "loads": placed, "missed": sum(load.missed for load in placed)}
    return shown(request, "teams/overview.html.j2", _frame(part, found), context)


def _asked(request: HttpRequest, actor: Actor) -> Part:
    given = {name: request.GET.get(name, "") for name in ("service", "team", "worker")}
    return Part(**given) if any(given.values()) else first_part(actor)


def _frame(part: Part, found: WorkSeen) -> Frame:
    stamp = {
        "Report": f"Work due, {part.words}",
        "Data as at": f"{words_of(found.as_at)} (snapshot {found.snapshot})",
        "Status": "Live list, not for publication",
        "Handling": "Official-sensitive: case numbers",
    }
    crumbs = (Crumb("My team", reverse("my_team")), Crumb(part.words))
    return Frame(title=f"{part.words}: this week", nav="my_team", look="team", crumbs=crumbs, stamp=stamp)
