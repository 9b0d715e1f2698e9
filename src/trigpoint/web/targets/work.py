"""Long work of target setting: the baseline, the drawn paper, the entry that holds what was agreed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from trigpoint.tasks.agree_targets import agree
from trigpoint.tasks.progress import Progress
from trigpoint.tasks.target_baseline import draw_paper, prepare_baseline
from trigpoint.web.access.log import log
from trigpoint.web.jobs.models import Job
from trigpoint.web.jobs.queue import kind
from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import Actor
from trigpoint.web.targets.agreeing import BASELINE, CARRY, DRAW
from trigpoint.web.targets.changing import tell
from trigpoint.web.targets.models import Drawing, PaperState, TargetPaper
from trigpoint.web.targets.paper import digest, paper_of, standings

_FORMS = ("docx", "pdf")


@kind(BASELINE)
def figures(job: Job, progress: Progress) -> Mapping[str, Any]:
    """The figures of a paper by the definitions of its year."""
    paper = TargetPaper.objects.get(pk=job.arguments["paper"])
    prepare_baseline(paper_of(paper), settings.ENVIRONMENT.store, progress)
    return {"said": "the baseline stands beside every row", "onward": reverse("target_paper", args=[paper.pk])}


@kind(DRAW)
def drawn(job: Job, progress: Progress) -> Mapping[str, Any]:
    """The paper as it stands now, for a page, as Word and as PDF; what was drawn of the same paper is kept."""
    paper = TargetPaper.objects.get(pk=job.arguments["paper"])
    told = paper_of(paper)
    found = digest(told)
    if not Drawing.objects.filter(paper=paper, digest=found).exists():
        out = folder_of(paper, found)
        made = draw_paper(told, settings.ENVIRONMENT.store, settings.ENVIRONMENT.place, out, _FORMS, progress)
        files = [file.name for file in made.files]
        Drawing.objects.create(paper=paper, digest=found, draft=paper.draft, files=files, stamp=dict(made.stamp))
    return {"said": "the paper is drawn", "onward": reverse("target_paper_drawn", args=[paper.pk])}


@kind(CARRY)
def carry(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Write an agreed paper into the store, once however often this is run, and draw it as agreed."""
    paper = TargetPaper.objects.get(pk=job.arguments["paper"])
    decisions = [one.decision for one in standings(paper) if one.decision]
    if paper.state == PaperState.AGREED and not paper.entry:
        names = "; ".join(one.body.name for one in standings(paper))
        found = agree(paper_of(paper), settings.ENVIRONMENT.store, names, max(d.decided_on for d in decisions))
        paper.entry, paper.agreed = found.entry, paper.agreed or timezone.now()
        paper.save(update_fields=["entry", "agreed"])
        tell(paper, 0, f"{found.targets} targets stand in the store from {paper.starts}")
        log(_asker(job), Action.AGREE_TARGET, f"targets {paper.target_set} from {paper.starts}", detail=found.entry)
    drawn(job, progress)
    return {"said": "the packs use them from April", "onward": reverse("target_paper", args=[paper.pk])}


def folder_of(paper: TargetPaper, found: str) -> Path:
    """Where a drawing is kept."""
    folder: Path = settings.ENVIRONMENT.data / "targets" / str(paper.pk) / found[:16]
    return folder


def _asker(job: Job) -> Actor:
    account = job.asked_by
    return account.actor(timezone.localdate()) if account else Actor()
