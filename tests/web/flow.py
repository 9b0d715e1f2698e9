"""A month on its way to publication, for tests: people, a store of its own, a worker that does what they ask for."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from django.conf import settings
from django.test import Client
from django.utils import timezone

from trigpoint.web.jobs.models import Job, State
from trigpoint.web.jobs.queue import do_next, prepares
from trigpoint.web.months.approval import sign
from trigpoint.web.months.flow_models import AcceptedSnapshot
from trigpoint.web.months.models import Comment, CommentVersion, Line, Month
from trigpoint.web.months.state import line_states
from trigpoint.web.people.models import Account

PACK = "kent-missing-monthly"
PERIOD = "2026-10"


def copied(store: Path, to: Path) -> Path:
    """A store of the test's own, which the application then looks at."""
    shutil.copytree(store, to)
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, store=to)
    return to


def work(*, prepare: bool = False) -> list[Job]:
    """Do every job that waits; none may fail. What follows a load takes long: it is done only where it is wanted."""
    done = []
    while True:
        if not prepare:
            Job.objects.filter(kind__in=prepares(), asked_by=None, state=State.QUEUED).delete()
        job = do_next()
        if job is None:
            break
        assert job.state == State.DONE, job.trouble
        done.append(job)
    return done


@dataclass
class People:
    """Who has which part."""

    analyst: Account
    manager: Account
    head: Account
    director: Account


def frozen(client: Client, snapshot: str, packs: list[str]) -> Month:
    """A month frozen by a person from accepted records."""
    told = {"snapshot": snapshot, "period": "2026-10-31", "publish_on": "2026-11-17", "packs": packs}
    assert client.post("/month/freeze/", told).status_code == 302
    work()
    return Month.objects.get()


def accepted(snapshot: str, by: Account) -> None:
    """Records that a person accepted."""
    AcceptedSnapshot.objects.create(snapshot=snapshot, accepted_by=by)


def said(line: Line, by: Account, words: str) -> Comment:
    """An accepted comment about a line."""
    comment = Comment.objects.create(month=line.month, state=Comment.State.ACCEPTED)
    comment.lines.add(line)
    CommentVersion.objects.create(
        comment=comment, number=1, happened=words, written_by=by, submitted=True, serves=[line.key]
    )
    return comment


def settle(month: Month, people: People) -> None:
    """Everything a month needs but its publication: words where they are due, waivers, sign-offs by a second person."""
    for line in month.lines.exclude(missing=""):
        line.waived, line.waived_by, line.waived_at = "it is not collected", people.manager, timezone.now()
        line.save()
    for line in month.lines.exclude(due=""):
        if not line.comments.exists():
            said(line, people.head, "More children were reported missing than usual.")
    found = {state.line.pk: state.digest for state in line_states(month)}
    sign(people.director.actor(timezone.localdate()), month, found)
