"""The templates' surroundings: the marks and drawings of the reports, and what every page may say."""

from __future__ import annotations

from datetime import date, datetime
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from jinja2 import Environment, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

import trigpoint.web
from trigpoint.reports.draw import Drawn, draw
from trigpoint.tasks.council_words import council_words
from trigpoint.web.pages import Nav, words_of
from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import NOBODY, Actor
from trigpoint.web.people.can import can


def environment(**options: Any) -> Environment:
    """The surroundings of every template: nothing undefined passes, everything is escaped."""
    told = options | {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True, "autoescape": True}
    made = Environment(**told)  # noqa: S701 - it escapes: see the line above
    made.globals |= {
        "static": static,
        "url": lambda name, *args, **named: reverse(name, args=args or None, kwargs=named or None),
        "draw": _drawn,
        "may": _may,
        "nav": _nav,
        "messages_of": lambda request: list(get_messages(request)) if hasattr(request, "_messages") else [],
        "place": settings.ENVIRONMENT.place,
        "trial": settings.ENVIRONMENT.trial,
        "Action": Action,
    }
    made.filters |= {
        "day": _day,
        "moment": _moment,
        "kind": lambda block: type(block).__name__.lower(),
        "number": _number,
        "worded": lambda text: council_words(settings.ENVIRONMENT.store).said(text),
    }
    return made


def _drawn(picture: Drawn, name: str, *, narrow: bool = False) -> Markup:
    return Markup(draw(picture, name, narrow=narrow))  # noqa: S704 - our own drawing, its words escaped


@pass_context
def _may(context: Context, action: Action) -> bool:
    """Whether the person the page is for may do this at all."""
    actor: Actor = context.get("actor", NOBODY)
    return can(actor, action)


@pass_context
def _nav(context: Context) -> list[tuple[str, str, bool]]:
    """The main navigation as this person sees it: words, address, whether it is here."""
    here = getattr(context.get("frame"), "nav", "")
    actor: Actor = context.get("actor", NOBODY)
    return [(one.words, reverse(one.name), one.name == here) for one in entries() if can(actor, one.action)]


def entries() -> list[Nav]:
    """Every entry of the navigation, in order: each application may have some in its `urls`."""
    rooms = [room.name for room in iter_modules(trigpoint.web.__path__) if room.ispkg]
    found: list[Nav] = []
    for room in rooms:
        name = f"trigpoint.web.{room}"
        if name in settings.INSTALLED_APPS:
            found += getattr(import_module(f"{name}.urls"), "NAV", ())
    return sorted(found, key=lambda one: one.order)


def _day(value: date | str | None) -> str:
    """A day in words; a manifest has it as text."""
    if isinstance(value, str):
        value = date.fromisoformat(value[:10]) if value else None
    return words_of(value) if value else ""


def _moment(value: datetime | None) -> str:
    """When something was, as people say it: 5 October 2026 at 9:14am."""
    if value is None:
        return ""
    local = timezone.localtime(value)
    return f"{words_of(local)} at {local.hour % 12 or 12}:{local:%M}{'am' if local.hour < 12 else 'pm'}"


def _number(value: float) -> str:
    return f"{value:,}"
