"""What goes beside records and uploads once it is old enough: forms of audits, backups, the access log."""

from __future__ import annotations

from django.utils import timezone

from trigpoint.language.period import first_day, month_of
from trigpoint.tasks.retention import is_held, periods
from trigpoint.web.access.sealing import seal_old
from trigpoint.web.administration.old_backups import delete_old_backups
from trigpoint.web.audits.clearing import clear_forms
from trigpoint.web.environment import Environment


def expire(told: Environment, *, dry_run: bool = False) -> list[str]:
    """Delete forms of audits, backups and entries of the access log as old as the council settled; in sentences, what.

    While the council holds everything, none goes. Raises StoreError.
    """
    if is_held(told.store):
        return []
    today, kept, are = timezone.localdate(), periods(told.store), "would be" if dry_run else "are"
    this = month_of(today)  # what is settled by months goes by whole ones
    return [
        *clear_forms(first_day(this - kept["audits"]), are, dry_run=dry_run),
        *delete_old_backups(told.backups, kept["backups"], are, dry_run=dry_run),
        *seal_old(first_day(this - kept["log"]), are, dry_run=dry_run),
    ]
