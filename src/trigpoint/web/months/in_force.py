"""What stands published of a month, and what was taken back of it."""

from __future__ import annotations

from django.conf import settings

from trigpoint.tasks.retractions import Retraction, retractions
from trigpoint.web.months.models import Month, Publication


def newest_publication(month: Month) -> Publication | None:
    """The newest publication of a month that is complete, whether or not it was taken back."""
    return month.publications.filter(published__isnull=False).last()


def taken_back(publication: Publication | None) -> Retraction | None:
    """Why, by which role and when a publication was taken back; None where it stands."""
    return retractions(settings.ENVIRONMENT.store).get(publication.release) if publication else None
