"""Files of children's records that were brought and that nobody accepted or declined."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from trigpoint.tasks.retention import is_held, periods
from trigpoint.web.months import uploads
from trigpoint.web.months.flow_models import Load


def forget_unanswered(days: int = 0) -> None:
    """Remove the files of loads that were brought more than `days` ago and never answered, and decline them.

    Without `days` the period is that which the council settled for uploads. While it holds everything, none goes.
    Raises StoreError.
    """
    store = settings.ENVIRONMENT.store
    if is_held(store):
        return
    days = days or periods(store)["uploads"]
    long_ago = timezone.now() - timedelta(days=days)
    for load in Load.objects.filter(brought__lt=long_ago, state__in=[Load.State.CHECKED, Load.State.REFUSED]):
        uploads.forget(load.folder)
        if load.state == Load.State.CHECKED:
            load.state, load.because = Load.State.DECLINED, f"Nobody answered it within {days} days."
            load.save(update_fields=["state", "because"])
