"""The worklist: failing rules, and the rows of one rule with what can be done about them."""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from trigpoint.tasks.cleansing import cleansing
from trigpoint.tasks.kept_check import KeptCheck
from trigpoint.web.children.findings import counted, listed
from trigpoint.web.jobs.queue import ask
from trigpoint.web.pages import Crumb, Frame, shown, words_of
from trigpoint.web.people.actions import Action
from trigpoint.web.people.middleware import actor_of
from trigpoint.web.quality.failing import Failing, chosen, failing
from trigpoint.web.quality.models import Assignment
from trigpoint.web.quality.work import CHECK

_PAGE = 50
FILTERS = {
    "all": "All teams",
    "figures": "Changes a figure",
    "new": "New since last load",
    "accepted": "Accepted until a date",
}


def quality(request: HttpRequest) -> HttpResponse:
    """Every failing rule, those that distort a figure most first."""
    found = counted(actor_of(request))
    if found is None:
        return shown(
            request, "quality/unchecked.html.j2", Frame(title="Data quality worklist", nav="quality", look="quality")
        )
    teams = sorted({row["team"] for row in found.seen.rows if row["team"]})
    team, which = request.GET.get("team", ""), request.GET.get("show", "all")
    rows = [row for row in found.seen.rows if not team or row["team"] == team]
    every = failing(rows, found.check)
    context = {
        "check": found.check,
        "lines": chosen(every, which),
        "every": every,
        "filters": [(key, words, _count(key, every)) for key, words in FILTERS.items()],
        "which": which,
        "team": team,
        "teams": [("", "All teams"), *((name, name) for name in teams)],
        "passing": len({rule["rule"] for rule in found.check.rules}) - len(every),
        "not_run": [rule for rule in found.check.rules if rule["outcome"] != "ran"],
        "seen": found.seen,
    }
    return shown(request, "quality/worklist.html.j2", frame("Worklist", found.check, wide=True), context)


def rule(request: HttpRequest, rule: str, errors: Mapping[str, str] | None = None) -> HttpResponse:
    """The rows that fail one rule; with `errors` of what was asked about them, and all that was typed and ticked."""
    found = listed(actor_of(request), rule, f"findings of {rule}")
    if found is None or not any(row["rule"] == rule for row in found.check.rules):
        raise Http404
    lines = failing(found.seen.rows, found.check)
    team = request.GET.get("team", "")
    rows = [row for row in found.seen.rows if not team or row["team"] == team]
    first = max(0, int(request.GET.get("from", "0") or 0)) if request.GET.get("from", "0").isdigit() else 0
    given = {one.finding: one for one in Assignment.objects.filter(rule=rule, settled=None)}
    title = next(row["title"] for row in found.check.rules if row["rule"] == rule)
    context = {
        "line": lines[0] if lines else None,
        "rule": rule,
        "title": title,
        "rows": rows[first : first + _PAGE],
        "first": first,
        "page": _PAGE,
        "total": len(rows),
        "given": given,
        "team": team,
        "teams": sorted({row["team"] for row in found.seen.rows if row["team"]}),
        "seen": found.seen,
        "check": found.check,
        "errors": errors or {},
        "typed": {name: request.POST.get(name, "") for name in ("to", "note", "reason", "until")},
        "ticked": request.POST.getlist("finding"),
        "query": f"?{request.GET.urlencode()}" if request.GET else "",
    }
    return shown(request, "quality/rule.html.j2", frame(title, found.check), context, status=400 if errors else 200)


def log_of_cleansing(request: HttpRequest) -> HttpResponse:
    """What came and went at each check, by team."""
    found = counted(actor_of(request))
    lines = cleansing(settings.ENVIRONMENT.store)
    scope = actor_of(request).scope(Action.SEE_FINDINGS)
    mine = [one for one in lines if scope.everything or one.team in scope.teams or not scope.teams]
    title = "Data-cleansing log"
    stamp = frame(title, found.check) if found else Frame(title=title, nav="quality")
    return shown(request, "quality/log.html.j2", stamp, {"lines": mine})


def run_check(request: HttpRequest) -> HttpResponse:
    """Ask for the check of the newest load."""
    job = ask(CHECK, "The check of data quality", {}, actor_of(request).account)
    return redirect("job", job.pk)


def frame(title: str, check: KeptCheck, *, wide: bool = False) -> Frame:
    """The frame of a page of data quality."""
    stamp = {
        "Report": "Data quality worklist",
        "Data as at": f"{words_of(check.as_at)} (snapshot {check.snapshot})",
        "Status": "Live list, not for publication",
        "Handling": "Official-sensitive: case numbers",
    }
    crumbs = (Crumb("Data quality", reverse("quality")), Crumb(title))
    return Frame(title=title, nav="quality", look="quality", land=True, wide=wide, crumbs=crumbs, stamp=stamp)


def _count(key: str, every: list[Failing]) -> int:
    return sum(getattr(one, {"new": "new", "accepted": "accepted"}.get(key, "records")) for one in chosen(every, key))
