"""The access log: every entry, who has seen a child, what was unusual, whether it is as it was written."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from trigpoint.web.access.checking import last_check
from trigpoint.web.access.log import log
from trigpoint.web.access.models import Logged
from trigpoint.web.access.reading import ACTIONS, PAGE, Asked, as_csv, asked_of, entries, viewers
from trigpoint.web.access.seals import sealed_words
from trigpoint.web.access.tokens import token
from trigpoint.web.access.unusual import unusual
from trigpoint.web.jobs.queue import ask
from trigpoint.web.pages import Crumb, Frame, shown
from trigpoint.web.people.actions import Action
from trigpoint.web.people.middleware import actor_of
from trigpoint.web.people.models import Account

_MOST = 200_000
_LAST_NUMBER = 10**15


def access_log(request: HttpRequest) -> HttpResponse:
    """Every entry that the form asks for, newest first."""
    asked, errors = asked_of(request.GET)
    found = list(entries(asked, _before(request))[: PAGE + 1])
    kept = {name: value for name, value in request.GET.items() if name != "before" and value}
    log(actor_of(request), Action.SEE_ACCESS_LOG, "entries", detail=urlencode(kept))
    context = {
        "rows": found[:PAGE],
        "more": urlencode(kept | {"before": str(found[PAGE - 1].number)}) if len(found) > PAGE else "",
        "export": f"{reverse('access_export')}?{urlencode(kept)}",
        "given": {name: request.GET.get(name, "") for name in ("account", "action", "since", "until", "refused")},
        "errors": errors,
        "accounts": _accounts(),
        "actions": ACTIONS,
        "check": last_check(),
        "first": Logged.objects.order_by("number").first(),
        "sealed": sealed_words(),
    }
    return shown(request, "access/log.html.j2", _frame("Access log"), context, status=400 if errors else 200)


def export(request: HttpRequest) -> HttpResponse:
    """The same entries as CSV."""
    asked, errors = asked_of(request.GET)
    if errors:
        return redirect("access_log")
    text = as_csv(entries(asked)[:_MOST].iterator())
    log(actor_of(request), Action.SEE_ACCESS_LOG, "entries as CSV", detail=request.GET.urlencode())
    return _file(text, "access-log.csv")


def find_child(request: HttpRequest) -> HttpResponse:
    """From the id of a child, sent and never in an address, to the page under the child's token."""
    typed = request.POST.get("child", "").strip()
    if not typed or len(typed) > 100:
        messages.error(request, "Give the number of a child as the case system writes it, up to 100 characters.")
        return redirect("access_log")
    return redirect("access_child", token(typed))


def child(request: HttpRequest, mark: str) -> HttpResponse:
    """Everybody who was shown one child, and every time."""
    if not re.fullmatch(r"[0-9a-f]{32}", mark):
        raise Http404
    asked, _ = asked_of(request.GET)
    wanted = Asked(account=asked.account, child=mark)
    found = list(entries(wanted, _before(request))[: PAGE + 1])
    log(actor_of(request), Action.SEE_ACCESS_LOG, "who has seen a child", detail=f"token {mark}")
    context = {
        "mark": mark,
        "viewers": viewers(mark),
        "rows": found[:PAGE],
        "more": urlencode({"account": asked.account, "before": found[PAGE - 1].number}) if len(found) > PAGE else "",
        "chosen": asked.account,
        "sealed": sealed_words(),
    }
    return shown(request, "access/child.html.j2", _frame("Who has seen a child", "Who has seen a child"), context)


def child_export(request: HttpRequest, mark: str) -> HttpResponse:
    """Every time that one child was shown, as CSV."""
    if not re.fullmatch(r"[0-9a-f]{32}", mark):
        raise Http404
    text = as_csv(entries(Asked(child=mark))[:_MOST].iterator())
    log(actor_of(request), Action.SEE_ACCESS_LOG, "who has seen a child, as CSV", detail=f"token {mark}")
    return _file(text, "who-has-seen.csv")


def out_of_the_ordinary(request: HttpRequest) -> HttpResponse:
    """What was unusual in a month, for a person to look at."""
    from trigpoint.web.children.homes import teams_by_token  # noqa: PLC0415 - it logs, and so needs this room

    this = timezone.localdate().replace(day=1)
    months = [_months_back(this, n) for n in range(13)]
    chosen = next((m for m in months if m.isoformat() == request.GET.get("month")), months[0])
    log(actor_of(request), Action.SEE_ACCESS_LOG, "what was unusual", detail=f"{chosen:%Y-%m}")
    context = {"found": unusual(chosen, teams_by_token()), "months": months, "chosen": chosen}
    return shown(request, "access/unusual.html.j2", _frame("What was unusual", "What was unusual"), context)


def check(request: HttpRequest) -> HttpResponse:
    """Have the worker read the whole log and say whether it is as it was written."""
    return redirect("job", ask("check_log", "the check of the access log", {}, actor_of(request).account).pk)


def _before(request: HttpRequest) -> int:
    text = request.GET.get("before", "")
    return min(int(text), _LAST_NUMBER) if text.isascii() and text.isdigit() and len(text) < 19 else 0


def _accounts() -> list[tuple[str, str]]:
    return [(str(pk), f"{title} ({name or username})") for pk, title, name, username in
            Account.objects.order_by("title", "pk").values_list("pk", "title", "name", "username")]  # fmt: skip


def _frame(title: str, last: str = "") -> Frame:
    crumbs = (Crumb("Access log", reverse("access_log")), Crumb(last)) if last else ()
    return Frame(title=title, nav="access_log", crumbs=crumbs, look="log", wide=True)


def _file(text: str, name: str) -> HttpResponse:
    response = HttpResponse(text.encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _months_back(month: date, n: int) -> date:
    count = month.year * 12 + month.month - 1 - n
    return date(count // 12, count % 12 + 1, 1)
