"""Actions that are still open, and closing one with what came of it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from trigpoint.web.months.actions import close, open_actions
from trigpoint.web.months.models import AgreedAction, Month
from trigpoint.web.months.state import NotNowError
from trigpoint.web.pages import Crumb, Frame, shown
from trigpoint.web.people.middleware import actor_of

_LONGEST = 500


def open_list(request: HttpRequest) -> HttpResponse:
    """Every action that nobody has closed, soonest first, and the last that were."""
    crumbs = (Crumb("This month", "/month/"), Crumb("Actions"))
    frame = Frame(title="Actions that are open", nav="month_board", crumbs=crumbs, look="month", land=True)
    closed = AgreedAction.objects.exclude(closed=None).select_related("closed_by").order_by("-closed")[:20]
    found = open_actions().prefetch_related("comment__lines")
    return shown(request, "months/comment_actions.html.j2", frame, {"actions": found, "closed": closed})


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
