"""Long work of the access log."""

from __future__ import annotations

from collections.abc import Mapping

from django.urls import reverse

from trigpoint.tasks.progress import Progress
from trigpoint.web.access.checking import check_chain
from trigpoint.web.access.seals import sealed_words
from trigpoint.web.jobs.models import Job
from trigpoint.web.jobs.queue import kind


@kind("check_log")
def check_log(job: Job, tell: Progress) -> Mapping[str, str]:
    """Read the whole log, and keep whether it is as it was written."""
    del job
    tell("reading the access log")
    found = check_chain()
    said = "the access log is as it was written" if not found.faults else "the access log was changed"
    if begins := sealed_words():
        said = f"{said}. {begins.removesuffix('.')}"
    return {"said": said, "onward": reverse("access_log")}
