"""Deleting what is older than the council keeps it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from django.utils import timezone

from trigpoint.tasks.configure import Setting, configured
from trigpoint.tasks.delete_records import delete_old_records
from trigpoint.web.administration.settling import PERIODS
from trigpoint.web.environment import Environment
from trigpoint.web.people.models import SignedIn

UPLOADS = "uploads"
"""Folder of the application's own files that holds what was uploaded."""


def delete_old(told: Environment, months: int = 0, days: int = 0, *, dry_run: bool = False) -> list[str]:
    """Delete records of old snapshots, old uploads and sessions that ended; what was, or would be, in sentences.

    Without `months` and `days` the periods are those that the council settled. Raises StoreError.
    """
    kept = periods(told.store)
    months, days = months or kept["records"], days or kept["uploads"]
    would = "would be " if dry_run else ""
    before = _months_before(timezone.localdate(), months)
    said = [
        f"Records of snapshot {id_}, as at {as_at}, {would or 'are '}deleted."
        for id_, as_at in delete_old_records(told.store, before, dry_run=dry_run)
    ]
    files = list(_old_files(told.data / UPLOADS, days))
    sessions = SignedIn.objects.filter(expire_date__lt=timezone.now())
    said.append(f"{len(files)} uploaded files older than {days} days {would or 'are '}deleted.")
    said.append(f"{sessions.count()} sessions that ended {would or 'are '}deleted.")
    if not dry_run:
        for file in files:
            file.unlink()
        sessions.delete()
    return said


def periods(store: Path) -> dict[str, int]:
    """How long each kind of thing is kept, as the council settled it or by default."""
    found = configured(store, Setting.RETENTION)
    settled = {row.key: int(row.value) for row in found.rows} if found else {}
    return {name: settled.get(name, default) for name, _, default, _, _ in PERIODS}


def _months_before(day: date, months: int) -> date:
    count = day.year * 12 + day.month - 1 - months
    first = date(count // 12, count % 12 + 1, 1)
    return min(first + timedelta(days=day.day - 1), (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))


def _old_files(folder: Path, days: int) -> Iterator[Path]:
    if folder.is_dir():
        limit = time.time() - days * 86_400
        yield from (path for path in sorted(folder.rglob("*")) if path.is_file() and path.stat().st_mtime < limit)
