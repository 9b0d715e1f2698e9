"""The register of actions across months, and closing one with what came of it."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from trigpoint.web.months.actions import close
from trigpoint.web.months.links import month_key
from trigpoint.web.months.models import AgreedAction, Month
from trigpoint.web.months.month_pages import month_of_address
from trigpoint.web.months.register import SHOWN, entries, narrowed, owners
from trigpoint.web.months.state import NotNowError
from trigpoint.web.page_turns import near, page_asked
from trigpoint.web.pages import Crumb, Frame, shown
from trigpoint.web.people.middleware import actor_of

_LONGEST, _PAGE = 500, 50


def register(request: HttpRequest) -> HttpResponse:
    """The register of actions across months, as the address narrows it."""
    today, given = timezone.localdate(), request.GET
    shown_ = given.get("show", "open")
    if shown_ not in SHOWN:
        raise Http404
    owner, month = given.get("owner", "").strip(), given.get("month", "")
    about = month_of_address(month) if month else None
    every = narrowed(shown_, owner, about, today)
    turned = Paginator(every, _PAGE).get_page(page_asked(given.get("page", "")))
    kept = {"owner": owner, "month": month}
    context = {
        "entries": entries(list(turned), today),
        "turned": turned,
        "pages": [(n, _query(**kept, show=shown_, page=n)) for n in near(turned.number, turned.paginator.num_pages)],
        "choices": [
            (words, narrowed(key, owner, about, today).count(), _query(**kept, show=key), key == shown_)
            for key, words in SHOWN.items()
        ],
        "show": shown_,
        "owner": owner,
        "month": month,
        "owners": owners(),
        "months": [(month_key(one.period), str(one)) for one in Month.objects.all()],
        "narrowed": bool(owner or month),
    }
    crumbs = (Crumb("This month", reverse("month_board")), Crumb("Actions"))
    frame = Frame(title="Actions", nav="month_board", crumbs=crumbs, look="month", land=True)
    return shown(request, "months/comment_actions.html.j2", frame, context)


def _query(**asked: object) -> str:
    said = urlencode({name: value for name, value in asked.items() if value})
    return f"{reverse('open_actions')}?{said}"


def close_action(request: HttpRequest, number: int) -> HttpResponse:
    """Close an action, saying what came of it."""
    action = AgreedAction.objects.select_related("comment__month").filter(pk=number).first()
    if action is None:
        raise Http404
    outcome = request.POST.get("outcome", "").strip()
    errors: dict[str, str] = {}
    if request.method == "POST":
        if not 0 < len(outcome) <= _LONGEST:
            errors["outcome"] = f"Say in up to {_LONGEST} characters what came of it."
        else:
            try:
                close(actor_of(request), action, outcome, Month.objects.first() or action.comment.month)
            except NotNowError as found:
                errors["outcome"] = str(found)
            else:
                messages.success(request, "The action is closed.")
                return redirect("open_actions")
    crumbs = (Crumb("This month", "/month/"), Crumb("Actions", "/month/actions/"), Crumb("Close"))
    frame = Frame(title="Close an action", nav="month_board", crumbs=crumbs)
    context = {"action": action, "outcome": outcome, "errors": errors}
    return shown(request, "months/comment_close.html.j2", frame, context, status=422 if errors else 200)
