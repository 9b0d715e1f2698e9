"""A month as the task that writes its packs wants it."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings

from trigpoint.tasks.publish_month import Asked
from trigpoint.web.months.agreed_words import agreed_comments, parts, stamp
from trigpoint.web.months.models import Month, Publication
from trigpoint.web.months.state import LineState


def asked_preview(month: Month, states: Sequence[LineState]) -> Asked:
    """The packs as they would be published now, marked as a preview."""
    status = stamp(states) if states and all(state.approval for state in states) else "Draft, not signed off"
    return _asked(month, states, status=f"Preview. {status}", forms=("html",))


def asked_publication(publication: Publication, states: Sequence[LineState], forms: Sequence[str]) -> Asked:
    """The packs as they are published."""
    people = parts(publication.month, states) | {"published": [publication.published_by.title]}
    return _asked(
        publication.month,
        states,
        status=stamp(states),
        job=job_name(publication),
        because=publication.because,
        people=people,
        forms=forms,
    )


def job_name(publication: Publication) -> str:
    """What the release says made it: a job of this database has one number for ever."""
    return f"publish {publication.month.period:%Y-%m} job {publication.job_id}"


def _asked(month: Month, states: Sequence[LineState], *, status: str, forms: Sequence[str], **given: object) -> Asked:
    told: dict[str, object] = {
        "store": settings.ENVIRONMENT.store,
        "snapshot": month.snapshot,
        "period": month.period,
        "packs": [(one.pack, one.audience) for one in month.packs.all()],
        "comments": agreed_comments(states),
        "place": settings.ENVIRONMENT.place,
        "status": status,
        "settled": month.frozen_at,
        "forms": forms,
    }
    return Asked(**{**told, **given})  # type: ignore[arg-type]
