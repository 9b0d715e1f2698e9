"""What a second person sends: an answer to a comment, a sign-off; and a figure that is published as not available."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from trigpoint.web.months import approval, challenge
from trigpoint.web.months.board_pages import month_or_404
from trigpoint.web.months.comment_pages import line_or_404
from trigpoint.web.months.links import board_href, line_href
from trigpoint.web.months.models import Comment, Line
from trigpoint.web.months.state import NotNowError
from trigpoint.web.pages import Crumb, Frame, shown
from trigpoint.web.people.middleware import actor_of

_REASON, _WAIVER = 500, 300


def answer(request: HttpRequest, number: int) -> HttpResponse:
    """Accept a comment, or return it with a reason."""
    comment = Comment.objects.select_related("month").filter(pk=number).first()
    line = comment.lines.first() if comment else None
    if comment is None or line is None:
        raise Http404
    accepted = request.POST.get("do") == "accept"
    reason = request.POST.get("reason", "").strip()
    version = request.POST.get("version", "")
    if not accepted and not 0 < len(reason) <= _REASON:
        many = f": there were {len(reason)}" if reason else ""
        messages.error(request, f"Say in up to {_REASON} characters why you return it{many}.")
        return redirect(f"{line_href(line)}#answer")
    try:
        challenge.say(actor_of(request), comment, int(version) if version.isdecimal() else 0, reason, accepted=accepted)
    except NotNowError as found:
        messages.error(request, f"{found} You wrote: {reason}" if reason else str(found))
        return redirect(line_href(line))
    messages.success(request, "Accepted. It can be signed off now." if accepted else "Returned with your reason.")
    return redirect(_onward(request, line_href(line)))


def sign_off(request: HttpRequest, period: str) -> HttpResponse:
    """Sign off the lines that were ticked, each as it was seen."""
    month = month_or_404(period)
    ticked: dict[int, str] = {}
    for one in request.POST.getlist("line"):
        number, _, digest = one.partition(":")
        if number.isdecimal() and len(number) < 19:
            ticked[int(number)] = digest
    try:
        signed = approval.sign(actor_of(request), month, ticked)
    except NotNowError as found:
        messages.error(request, f"Nothing was signed off. {found}")
    else:
        messages.success(request, f"{len(signed)} measure{'' if len(signed) == 1 else 's'} signed off.")
    return redirect(_onward(request, board_href(month, "mine")))


def take_back(request: HttpRequest, number: int) -> HttpResponse:
    """Take a sign-off back, with the reason."""
    line = line_or_404(number)
    reason = request.POST.get("because", "").strip()
    if not 0 < len(reason) <= _WAIVER:
        messages.error(request, f"Say in up to {_WAIVER} characters why you take the sign-off back.")
        return redirect(line_href(line))
    try:
        approval.withdraw(actor_of(request), line, reason)
    except NotNowError as found:
        messages.error(request, str(found))
    else:
        messages.success(request, "The sign-off is taken back.")
    return redirect(line_href(line))


def waive_figure(request: HttpRequest, number: int) -> HttpResponse:
    """Publish a missing figure as not available, with the reason, or wait for it again."""
    line = line_or_404(number)
    said = request.POST.get("because", line.waived).strip()
    if request.method != "POST":
        return _waiver(request, line, said, {})
    wait = request.POST.get("do") == "wait"
    if not wait and not 0 < len(said) <= _WAIVER:
        fault = f"Say in up to {_WAIVER} characters why it is published as not available."
        return _waiver(request, line, said, {"because": fault}, status=422)
    try:
        approval.waive(actor_of(request), line, "" if wait else said)
    except NotNowError as found:
        return _waiver(request, line, said, {"because": str(found)}, status=422)
    messages.success(request, "The figure is waited for." if wait else "It will be published as not available.")
    return redirect(board_href(line.month))


def _waiver(request: HttpRequest, line: Line, said: str, errors: dict[str, str], *, status: int = 200) -> HttpResponse:
    month = line.month
    crumbs = (Crumb("This month", "/month/"), Crumb(str(month), board_href(month)), Crumb("Publish as not available"))
    frame = Frame(title=f"Publish as not available: {line.title}", nav="month_board", crumbs=crumbs)
    context = {"line": line, "month": month, "said": said, "errors": errors}
    return shown(request, "months/comment_waive.html.j2", frame, context, status=status)


def _onward(request: HttpRequest, otherwise: str) -> str:
    """Where the form was, if that is one of our own addresses."""
    given = request.POST.get("next", "")
    safe = given.startswith("/") and url_has_allowed_host_and_scheme(given, None)
    return given if safe else otherwise
