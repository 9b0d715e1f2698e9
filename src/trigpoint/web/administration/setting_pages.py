"""What the council settles for itself: its words, its closed days, its teams, how long things are kept."""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from trigpoint.store import StoreError
from trigpoint.tasks.configure import Row, Setting, configurations, configure
from trigpoint.tasks.council_words import told_in_care_words
from trigpoint.tasks.month_plan import STEP_WORDS
from trigpoint.tasks.retention import PERIODS, is_held
from trigpoint.tasks.teams import places
from trigpoint.web.access.log import log
from trigpoint.web.administration import settling
from trigpoint.web.administration.people_pages import frame_of
from trigpoint.web.pages import shown
from trigpoint.web.people.actions import Action
from trigpoint.web.people.middleware import actor_of


def teams(request: HttpRequest) -> HttpResponse:
    """Services and teams as the records say, with the council's corrections, each from a day until another."""
    return _setting(request, Setting.TEAMS, "Teams", {"places": places(settings.ENVIRONMENT.store)})


def closed(request: HttpRequest) -> HttpResponse:
    """Days on which the council is closed beside weekends and bank holidays."""
    return _setting(request, Setting.CLOSURE_DAYS, "Closure days", {})


def words(request: HttpRequest) -> HttpResponse:
    """What the council calls children in its care, and the positions against a target."""
    examples = told_in_care_words(settings.ENVIRONMENT.store)
    more = {"choices": settling.CARE_WORDS, "positions": settling.POSITIONS, "examples": examples}
    return _setting(request, Setting.WORDS, "Words", more)


def retention(request: HttpRequest) -> HttpResponse:
    """How long records of children, uploads and sessions are kept."""
    more = {"periods": PERIODS, "held": is_held(settings.ENVIRONMENT.store)}
    return _setting(request, Setting.RETENTION, "How long things are kept", more)


def steps(request: HttpRequest) -> HttpResponse:
    """On which working day after its end each step of a month is due."""
    return _setting(request, Setting.TIMETABLE, "The working calendar", {"steps": STEP_WORDS})


def _setting(request: HttpRequest, setting: Setting, title: str, more: Mapping[str, object]) -> HttpResponse:
    """The page of one setting: how it stands, since when and why, and the form that changes it."""
    errors: dict[str, str] = {}
    every = configurations(settings.ENVIRONMENT.store, setting)
    now = every[0] if every else None
    if request.method == "POST":
        rows = settling.settled(setting, request.POST.dict(), now.rows if now else (), errors)
        because = settling.reason_of(request.POST.dict(), errors)
        if not errors and _kept(request, setting, rows, because, errors):
            return redirect(request.path)
    context = {
        "now": now,
        "past": every[1:21],
        "errors": errors,
        "typed": request.POST.dict() if errors else settling.typed(setting, now.rows if now else ()),
        "title": title,
        **more,
    }
    template = f"administration/{setting}.html.j2"
    return shown(request, template, frame_of(title), context, status=400 if errors else 200)


def _kept(request: HttpRequest, setting: Setting, rows: tuple[Row, ...], because: str, errors: dict[str, str]) -> bool:
    """Add the setting to the store; what the store refuses is said beside the form."""
    actor = actor_of(request)
    try:
        entry = configure(settings.ENVIRONMENT.store, setting, rows, actor.title, because)
    except StoreError as error:
        errors[""] = str(error)
        return False
    log(actor, Action.ADMINISTER, str(setting), detail=f"settled as entry {entry.hash}: {because}")
    messages.success(request, "Kept. What was settled before is kept too.")
    return True
