"""Long work of the team dashboards: finding what needs doing in a new load."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.urls import reverse

from trigpoint.tasks.progress import Progress
from trigpoint.tasks.work_due import work_due
from trigpoint.web.jobs.models import Job
from trigpoint.web.jobs.queue import kind

FIND = "work_due"


@kind(FIND, after_load="What needs doing")
def find(job: Job, tell: Progress) -> Mapping[str, Any]:
    """Find the open work of the newest snapshot, and keep it beside its views."""
    due = work_due(settings.ENVIRONMENT.store, str(job.arguments.get("snapshot", "")), tell)
    return {"said": f"{due.rows.num_rows:,} things are to be done", "onward": reverse("my_team")}
