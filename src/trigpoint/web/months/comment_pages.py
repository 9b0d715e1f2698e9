"""The page on which people write about a figure, challenge what is written, and sign it off."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect

from trigpoint.web.months import drafts
from trigpoint.web.months.comment_view import View
from trigpoint.web.months.comments import BehindError, save
from trigpoint.web.months.links import board_href, line_href, moved_href
from trigpoint.web.months.models import Comment, Line
from trigpoint.web.months.state import NotNowError, line_state
from trigpoint.web.months.words import Words, of_version, sent, together
from trigpoint.web.pages import Crumb, Frame, shown
from trigpoint.web.people.middleware import actor_of

_LONGEST_NUMBER = 9


def comment(request: HttpRequest, number: int) -> HttpResponse:
    """What is known and written about a line. What is sent is kept as a draft first, whatever is wrong with it."""
    line = line_or_404(number)
    actor = actor_of(request)
    if request.method != "POST":
        return _shown(request, line, View(actor, line))
    if request.POST.get("do") == "discard":
        drafts.throw_away(actor, line)
        messages.info(request, "Your draft was thrown away. What was saved stands.")
        return redirect(line_href(line))
    words, base = _sent(request, line)
    drafts.keep(actor, line, words, base, _window(request))
    return _done(request, line, words, base)


def draft(request: HttpRequest, number: int) -> JsonResponse:
    """Keep what is being typed, without a word of judgement; the page's script asks for it."""
    line = line_or_404(number)
    words, base = _sent(request, line)
    kept = drafts.keep(actor_of(request), line, words, base, _window(request))
    return JsonResponse({"words": drafts.saved_words(kept)})


def line_or_404(number: int) -> Line:
    """The line of a number."""
    found = Line.objects.select_related("month").filter(pk=number).first() if number < 2**63 else None
    if found is None:
        raise Http404
    return found


def _done(request: HttpRequest, line: Line, words: Words, base: int) -> HttpResponse:
    """Save or submit; where that cannot be, the page again with everything that was typed."""
    actor, do = actor_of(request), request.POST.get("do")
    state = line_state(line)
    if do == "row":
        return _shown(request, line, View(actor, line, words=words, base=base, more_rows=True))
    if do == "both" and state.newest is not None:
        both = together(of_version(state.newest), words)
        drafts.keep(actor, line, both, state.newest.number, _window(request))
        messages.info(
            request, "Both texts are below, the saved one first. Nothing is saved yet: make them one and save."
        )
        return _shown(request, line, View(actor, line, words=both, base=state.newest.number))
    submit = do == "submit"
    if faults := words.faults(complete=submit, due=bool(line.due)):
        return _shown(request, line, View(actor, line, words=words, base=base, errors=faults), status=422)
    try:
        saved = save(actor, line, words, base, submit=submit)
    except BehindError as behind:
        newest = behind.newest
        return _shown(request, line, View(actor, line, words=words, base=newest.number, theirs=newest), status=409)
    except NotNowError as found:
        faults = {"serves" if "of its own" in str(found) else "happened": str(found)}
        return _shown(request, line, View(actor, line, words=words, base=base, errors=faults), status=422)
    messages.success(request, _told(saved.stage, submit=submit))
    return redirect(line_href(line))


def _told(stage: str, *, submit: bool) -> str:
    if stage == Comment.State.SUBMITTED:
        return "Submitted. Someone else now challenges or accepts it."
    if stage == Comment.State.ACCEPTED:
        return "Nothing was changed: this is what was accepted."
    return "Saved." if submit else "Saved as a draft. Submit it when it is ready."


def _sent(request: HttpRequest, line: Line) -> tuple[Words, int]:
    """What was typed and from which version it began; lines are those of this month."""
    numbers = [one for one in request.POST.getlist("serves") if one.isdecimal() and len(one) <= _LONGEST_NUMBER]
    keys = line.month.lines.filter(pk__in=numbers).values_list("key", flat=True)
    base = request.POST.get("base", "")
    started = int(base) if base.isdecimal() and len(base) <= _LONGEST_NUMBER else 0
    return sent(request.POST, {*keys, line.key}), started


def _window(request: HttpRequest) -> drafts.Window:
    return drafts.Window(request.POST.get("window", "")[:40], request.POST.get("seen", "")[:40])


def _shown(request: HttpRequest, line: Line, view: View, *, status: int = 200) -> HttpResponse:
    window = request.POST.get("window", "")[:40] or secrets.token_hex(6)
    month = line.month
    frame = Frame(
        title=line.title,
        nav="month_board",
        crumbs=(Crumb("This month", "/month/"), Crumb(str(month), board_href(month)), Crumb(line.title)),
        look="comment",
    )
    context = {
        "view": view,
        "line": line,
        "month": month,
        "window": window,
        "moved": moved_href(line),
        "recent": view.recent(settings.ENVIRONMENT),
    }
    return shown(request, "months/comment.html.j2", frame, context, status=status)
