"""The page that is shown while something that somebody asked to see is calculated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from trigpoint.language.definition import NATIONAL
from trigpoint.tasks.further_figures import Further
from trigpoint.tasks.library import any_measure
from trigpoint.tasks.not_ready import NotReadyError
from trigpoint.tasks.ready_lists import Rows
from trigpoint.web.explore.work import FURTHER, ROWS
from trigpoint.web.jobs.models import Job, State
from trigpoint.web.jobs.queue import ask
from trigpoint.web.pages import Frame, shown
from trigpoint.web.people.middleware import actor_of

_REST = timedelta(minutes=10)
"""How long a failed try stands before the page asks by itself for another."""


def waited(request: HttpRequest, found: NotReadyError, frame: Frame) -> HttpResponse:
    """Ask for what is wanted, and say how far it is; the page loads anew by itself where scripts run."""
    job, key = _job(request, found.wanted), _named(found.wanted)[1]
    mine = job.asked_by_id == actor_of(request).account
    back = request.GET.copy()
    back.pop("again", None)
    here = f"{request.path}?{back.urlencode()}" if back else request.path
    more = f"{here}{'&' if back else '?'}again=yes"
    context = {"job": job, "mine": mine, "what": key, "here": here, "again": more}
    return shown(request, "explore/wait.html.j2", frame, context)


def ask_all(request: HttpRequest, wanted: Sequence[Further]) -> None:
    """Ask for several things at once. Raises NotReadyError for the first, so that the page says how far it is."""
    for one in wanted[1:]:
        _job(request, one)
    if wanted:
        raise NotReadyError(wanted[0])


def _job(request: HttpRequest, wanted: object) -> Job:
    """The job of what is wanted; another is asked for where a failed one has stood long enough."""
    kind, key = _named(wanted)
    job = Job.objects.filter(kind=kind, key=key).last()
    stands = job is not None and job.state == State.FAILED and job.ended and timezone.now() - job.ended < _REST
    if job is not None and stands and not request.GET.get("again"):
        return job
    return ask(kind, key, _arguments(wanted), actor_of(request).account)


def _named(wanted: object) -> tuple[str, str]:
    """The kind of the job, and what it is about: one at a time."""
    if isinstance(wanted, Further):
        by = f" by {', '.join(wanted.by).replace('_', ' ').replace('+', ' and ')}" if wanted.by else ""
        said = [f"{any_measure(wanted.measure).title}{by}", wanted.variant, f"{wanted.months} months", str(wanted.kind)]
        return FURTHER, _short([*said, *_records(wanted.snapshot, wanted.definitions)])
    assert isinstance(wanted, Rows)
    said = [f"Children behind {any_measure(wanted.measure).title}", wanted.variant]
    return ROWS, _short([*said, *_records(wanted.snapshot, wanted.definitions)])


def _records(snapshot: str, definitions: str) -> list[str]:
    return [f"snapshot {snapshot}", definitions if definitions != NATIONAL else ""]


def _short(parts: list[str]) -> str:
    """The end tells one from the other, so that the beginning is cut where it is too long."""
    return ", ".join(part for part in parts if part)[-200:]


def _arguments(wanted: object) -> dict[str, Any]:
    assert isinstance(wanted, Further | Rows)
    return {name: str(value) if name == "end" else value for name, value in asdict(wanted).items()}
