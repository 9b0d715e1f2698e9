"""What a month can begin from: the newest records of the store, and whether anyone has accepted them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings

from trigpoint.store import Store
from trigpoint.web.months.flow_models import AcceptedSnapshot


@dataclass(frozen=True)
class Beginning:
    """The newest snapshot with records, the last day it knows, and whether it is accepted."""

    snapshot: str
    as_at: date
    accepted: bool


def beginning() -> Beginning | None:
    """None where nothing was loaded yet."""
    newest = next((one for one in reversed(Store(settings.ENVIRONMENT.store).snapshots()) if one.tables), None)
    if newest is None:
        return None
    accepted = AcceptedSnapshot.objects.filter(snapshot=newest.id).exists()
    return Beginning(newest.id, date.fromisoformat(newest.manifest["as_at"]), accepted)
