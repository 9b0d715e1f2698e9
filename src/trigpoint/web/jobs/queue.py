"""Asking for a job, and doing the next one."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from datetime import timedelta
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from trigpoint.tasks.failure import FAILURES, sentences
from trigpoint.tasks.progress import Progress
from trigpoint.web.jobs.models import Job, State

Work = Callable[[Job, Progress], Mapping[str, Any]]
"""The function of a kind of job: gives its outcome. A failure of a task becomes the sentences of the job's trouble."""

_KINDS: dict[str, Work] = {}
_AFTER_LOAD: dict[str, str] = {}
_STOPPING = threading.Event()
_LOG = logging.getLogger(__name__)


def kind(name: str, after_load: str = "") -> Callable[[Work], Work]:
    """Declare the function that does jobs of a kind; it stands in a module `work` of its application.

    A kind that says what its job `after_load` is about prepares something from the newest records, without arguments.
    """

    def keep(work: Work) -> Work:
        _KINDS[name] = work
        if after_load:
            _AFTER_LOAD[name] = after_load
        return work

    return keep


class StandsAside(BaseException):  # as KeyboardInterrupt: no task may take it for its own failure
    """Raised where a job that nobody asked for tells how far it is while somebody waits, or the worker is to stop."""


def stop_soon() -> None:
    """The worker is to stop: what somebody asked for is finished, what nobody asked for is done another time."""
    _STOPPING.set()


def ask(name: str, key: str, arguments: Mapping[str, Any], account: int) -> Job:
    """Ask for a job. The one that is waiting or running for the same key, where there is one.

    Who asks for what nobody had asked for waits for it from then on, and it stands aside no longer.
    """
    try:
        with transaction.atomic():
            return Job.objects.create(kind=name, key=key, arguments=dict(arguments), asked_by_id=account or None)
    except IntegrityError:
        is_open = Job.objects.filter(key=key, state__in=[State.QUEUED, State.RUNNING])
        if account:
            is_open.filter(asked_by=None).update(asked_by=account)
        return is_open.get()


def ask_after_load(*kinds: str) -> None:
    """Ask for all that is prepared from the newest records, or for these kinds, so that nobody has to on a page.

    What is asked for already is not asked for twice. It is done after the job that loads, so by the records it made.
    """
    _gather()
    for name, about in _AFTER_LOAD.items():
        if not kinds or name in kinds:
            ask(name, about, {}, 0)


def prepares() -> list[str]:
    """The kinds of jobs that prepare something from the newest records."""
    _gather()
    return list(_AFTER_LOAD)


def do_next() -> Job | None:
    """Do the job that waits longest, what people asked for first; None where there is nothing to do."""
    _gather()
    job = _taken()
    if job is None:
        return None
    try:
        outcome = _KINDS[job.kind](job, _teller(job))
    except StandsAside:
        Job.objects.filter(pk=job.pk).update(state=State.QUEUED, doing="")
    except FAILURES as error:
        _end(job, State.FAILED, trouble=sentences(error))
    except Exception:  # noqa: BLE001 - whatever fails, the worker goes on and the job says that it failed
        _LOG.exception("job %s of kind %s failed", job.pk, job.kind)
        said = "Something of ours failed. Nothing was changed. The log of the application says what."
        _end(job, State.FAILED, trouble=[said])
    else:
        _end(job, State.DONE, outcome=dict(outcome))
    return job


def take_back() -> int:
    """Queue again what a stopped worker left running; how many. Only the one worker may ask."""
    return Job.objects.filter(state=State.RUNNING).update(state=State.QUEUED, doing="")


def _taken() -> Job | None:
    with transaction.atomic():
        waiting = Job.objects.select_for_update().filter(state=State.QUEUED)
        job = waiting.exclude(asked_by=None).order_by("pk").first() or waiting.order_by("pk").first()
        if job is None:
            return None
        job.state, job.runs = State.RUNNING, job.runs + 1
        job.started = job.heard = timezone.now()
        job.save()
    return job


def _teller(job: Job) -> Progress:
    """Writes how far a job is, at most once a second; what nobody asked for stands aside when somebody waits."""
    last = timezone.now()

    def tell(what: str, done: int = 0, total: int = 0) -> None:
        nonlocal last
        now = timezone.now()
        if now - last > timedelta(seconds=1) or job.doing == "":
            last = now
            job.doing, job.done, job.total, job.heard = what[:200], done, total, now
            job.save(update_fields=["doing", "done", "total", "heard"])
            if _somebody_waits(job):
                raise StandsAside

    return tell


def _somebody_waits(job: Job) -> bool:
    """Whether a job is nobody's, and another is somebody's or the worker is to stop."""
    if not Job.objects.filter(pk=job.pk, asked_by=None).exists():
        return False
    return _STOPPING.is_set() or Job.objects.filter(state=State.QUEUED).exclude(asked_by=None).exists()


def _end(job: Job, state: State, *, outcome: Mapping[str, Any] | None = None, trouble: list[str] | None = None) -> None:
    job.state, job.ended = state, timezone.now()
    job.outcome, job.trouble = dict(outcome or {}), trouble or []
    job.save(update_fields=["state", "ended", "outcome", "trouble"])


def _gather() -> None:
    """Import the modules that declare kinds of jobs."""
    for room in settings.INSTALLED_APPS:
        if room.startswith("trigpoint.web.") and find_spec(f"{room}.work"):
            import_module(f"{room}.work")
