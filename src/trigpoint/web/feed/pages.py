"""The feed: published figures as CSV, JSON or Parquet, and its description for machines and people."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.csv as arrow_csv
import pyarrow.parquet as pq
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone

from trigpoint.tasks.feed import STATES, feed
from trigpoint.web.access.log import log
from trigpoint.web.feed.describe import description
from trigpoint.web.feed.models import FeedKey, key_of, make_key
from trigpoint.web.pages import Frame, shown
from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import Actor
from trigpoint.web.people.can import can
from trigpoint.web.people.middleware import actor_of

AUDIENCES = ("public", "panel", "internal")
_LONGEST = 366


class FeedError(ValueError):
    """What is wrong with a question to the feed, in one sentence."""


def audiences_of(actor: Actor) -> tuple[str, ...]:
    """The audiences whose figures a signed-in person may read: internal ones only with internal packs."""
    return AUDIENCES if can(actor, Action.SEE_INTERNAL) else AUDIENCES[:2]


def about(request: HttpRequest) -> HttpResponse:
    """What the feed holds and how to ask it; keys, for those who look after them."""
    return shown(request, "feed/about.html.j2", Frame(title="Read-only feed", nav="feed"), _context(request))


def openapi(_request: HttpRequest) -> HttpResponse:
    """The description for machines."""
    return JsonResponse(description(settings.ENVIRONMENT.place))


def figures(request: HttpRequest, form: str) -> HttpResponse:
    """Published figures in one form. A program shows its key; a person is signed in."""
    actor, key = actor_of(request), key_of(request.headers.get("Authorization", ""))
    if key is None and not can(actor, Action.READ_FEED):
        response = JsonResponse({"error": "Show a key in the header: Authorization: Bearer tpf_..."}, status=401)
        response["WWW-Authenticate"] = "Bearer"
        return response
    allowed = (key.audience,) if key is not None else audiences_of(actor)
    try:
        table = _asked(request, allowed)
    except FeedError as error:
        return JsonResponse({"error": str(error)}, status=400)
    if key is not None:
        FeedKey.objects.filter(pk=key.pk).update(used=timezone.now())
    log(actor, Action.READ_FEED, request.get_full_path(), detail=f"key {key.name}" if key else "")
    return _answer(table, form)


def make(request: HttpRequest) -> HttpResponse:
    """Make a key, and show it this once."""
    name, audience = request.POST.get("name", "").strip(), request.POST.get("audience", "")
    until = _day(request.POST.get("until", ""))
    errors = {}
    if not name:
        errors["name"] = "Name the program that will use the key."
    if audience not in AUDIENCES:
        errors["audience"] = "Choose for whom the figures are."
    if until is None or not 0 < (until - timezone.localdate()).days <= _LONGEST:
        errors["until"] = "Give the last day of the key: after today, and within a year."
    if errors or until is None:
        typed = {"name": name, "audience": audience, "until": request.POST.get("until", "")}
        context = _context(request) | {"errors": errors, "typed": typed}
        return shown(request, "feed/about.html.j2", Frame(title="Read-only feed", nav="feed"), context, status=400)
    key = make_key(name[:100], audience, until, actor_of(request).account)
    log(actor_of(request), Action.ADMINISTER, "key of the feed made", detail=f"{name} for {audience}")
    return shown(request, "feed/key.html.j2", Frame(title="The key, this once", nav="feed"), {"key": key, "name": name})


def end(request: HttpRequest, number: int) -> HttpResponse:
    """End a key at once."""
    key = get_object_or_404(FeedKey, pk=number)
    key.ended = key.ended or timezone.now()
    key.save(update_fields=["ended"])
    log(actor_of(request), Action.ADMINISTER, "key of the feed ended", detail=key.name)
    messages.success(request, f"The key of {key.name} opens nothing any more.")
    return redirect(reverse("feed"))


def _context(request: HttpRequest) -> dict[str, Any]:
    may = can(actor_of(request), Action.ADMINISTER)
    return {
        "keys": list(FeedKey.objects.select_related("made_by")) if may else [],
        "errors": {},
        "typed": {"name": "", "audience": "public", "until": ""},
        "audiences": [(name, name) for name in AUDIENCES],
        "host": request.build_absolute_uri("/feed/figures.csv"),
        "reads": can(actor_of(request), Action.READ_FEED),
    }


def _asked(request: HttpRequest, allowed: tuple[str, ...]) -> pa.Table:
    audiences = _words(request, "audience", allowed) or list(allowed)
    states = _words(request, "state", STATES) or ["current"]
    since = request.GET.get("since", "")
    day = _day(since)
    if since and day is None:
        raise FeedError(f"{since!r} is no day: write since=2026-04-01.")
    return feed(
        settings.ENVIRONMENT.store,
        audiences,
        measures=_words(request, "measure"),
        period_types=_words(request, "period_type"),
        since=day,
        states=states,
    )


def _words(request: HttpRequest, name: str, known: tuple[str, ...] = ()) -> list[str]:
    words = [word.strip() for word in request.GET.get(name, "").split(",") if word.strip()]
    if known and (wrong := [word for word in words if word not in known]):
        raise FeedError(f"{name}={wrong[0]} is not among what this key may ask for: {', '.join(known)}.")
    return words


def _answer(table: pa.Table, form: str) -> HttpResponse:
    if form == "json":
        rows = [{name: _plain(value) for name, value in row.items()} for row in table.to_pylist()]
        return JsonResponse({"figures": rows}, json_dumps_params={"ensure_ascii": False})
    stream = io.BytesIO()
    if form == "parquet":
        pq.write_table(table, stream)
        return HttpResponse(stream.getvalue(), content_type="application/vnd.apache.parquet")
    arrow_csv.write_csv(table, stream)
    response = HttpResponse(stream.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="figures.csv"'
    return response


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
