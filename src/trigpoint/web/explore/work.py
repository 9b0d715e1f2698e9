"""The job that calculates the figures of a snapshot, so that the explorer has something to show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.urls import reverse

from trigpoint.language.definition import NATIONAL
from trigpoint.tasks.prepared_figures import prepare_figures
from trigpoint.tasks.progress import Progress
from trigpoint.web.jobs.models import Job
from trigpoint.web.jobs.queue import kind

PREPARE = "explore.prepare"


@kind(PREPARE, after_load="The figures of the newest records")
def prepare(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Calculate what is not calculated yet of a snapshot by a set of definitions."""
    given = job.arguments
    made = prepare_figures(
        settings.ENVIRONMENT.store, given.get("snapshot", ""), given.get("definitions", NATIONAL), progress=progress
    )
    said = f"the figures of snapshot {made.snapshot} by the definitions {made.definitions}"
    return {"said": said, "onward": f"{reverse('measures')}?snapshot={made.snapshot}&definitions={made.definitions}"}
