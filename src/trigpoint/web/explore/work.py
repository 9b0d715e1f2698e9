"""Jobs of the explorer: the figures of a snapshot, figures beyond those, and what lists of children are read from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse

from trigpoint.language.definition import NATIONAL
from trigpoint.language.period import PeriodType
from trigpoint.tasks.further_figures import Further, calculate_further
from trigpoint.tasks.prepared_figures import prepare_figures
from trigpoint.tasks.progress import Progress
from trigpoint.tasks.ready_lists import Rows, prepare_rows
from trigpoint.web.jobs.models import Job
from trigpoint.web.jobs.queue import kind

PREPARE, FURTHER, ROWS = "explore.prepare", "explore.further", "explore.rows"
"""The kinds of jobs."""


@kind(PREPARE, after_load="The figures of the newest records")
def prepare(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Calculate what is not calculated yet of a snapshot by a set of definitions."""
    given = job.arguments
    made = prepare_figures(
        settings.ENVIRONMENT.store, given.get("snapshot", ""), given.get("definitions", NATIONAL), progress=progress
    )
    said = f"the figures of snapshot {made.snapshot} by the definitions {made.definitions}"
    return {"said": said, "onward": f"{reverse('measures')}?snapshot={made.snapshot}&definitions={made.definitions}"}


@kind(FURTHER)
def further(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Calculate figures that somebody asked for and that are not prepared."""
    told = job.arguments | {"kind": PeriodType(job.arguments["kind"]), "by": tuple(job.arguments["by"])}
    calculate_further(settings.ENVIRONMENT.store, Further(**told), progress)
    return {"said": "the figures can be shown", "onward": reverse("measure_compare", args=[told["measure"]])}


@kind(ROWS)
def rows(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Prepare what a list of children is read from."""
    given = job.arguments
    told = given | {"kind": PeriodType(given["kind"]), "end": date.fromisoformat(given["end"])}
    prepare_rows(settings.ENVIRONMENT.store, Rows(**told), progress)
    return {"said": "the list can be shown", "onward": reverse("measure_children", args=[told["measure"]])}
