"""Long work of data quality: the check itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from trigpoint.tasks.kept_check import keep_check
from trigpoint.tasks.progress import Progress
from trigpoint.web.children.findings import key_of
from trigpoint.web.jobs.models import Job
from trigpoint.web.jobs.queue import kind
from trigpoint.web.quality.models import Assignment

CHECK = "quality_check"


@kind(CHECK, after_load="The check of data quality")
def check(job: Job, tell: Progress) -> Mapping[str, Any]:
    """Check the newest snapshot; what was assigned and is no longer found has been mended."""
    found = keep_check(settings.ENVIRONMENT.store, str(job.arguments.get("snapshot", "")), progress=tell)
    still = {key_of(row) for row in found.findings}
    gone = [one for one in Assignment.objects.filter(settled=None) if one.finding not in still]
    for one in gone:
        one.settled, one.settled_how = timezone.now(), f"no longer found in snapshot {found.snapshot}"
        one.save(update_fields=["settled", "settled_how"])
    Assignment.objects.filter(settled=None).exclude(snapshot=found.snapshot).update(waiting=False)
    said = f"{len(found.findings):,} rows fail a rule; {len(gone):,} that were assigned are mended"
    return {"said": said, "onward": reverse("quality")}
