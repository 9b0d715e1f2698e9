"""Deleting what is older than the council keeps it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from django.utils import timezone

from trigpoint.language.period import first_day, last_day, month_of
from trigpoint.tasks.delete_records import delete_old_records
from trigpoint.tasks.retention import is_held, periods
from trigpoint.web.environment import Environment
from trigpoint.web.months.unanswered import forget_unanswered
from trigpoint.web.people.models import SignedIn

UPLOADS, PREVIEWS, RECEIVING = "uploads", "previews", "receiving"
"""Folders of the application's own files: what was uploaded, previews of packs, what is being received."""


def delete_old(told: Environment, months: int = 0, days: int = 0, *, dry_run: bool = False) -> list[str]:
    """Delete records of old snapshots, old files and sessions that ended; what was, or would be, in sentences.

    Without `months` and `days` the periods are those that the council settled. While the council holds everything,
    only sessions go. Raises StoreError.
    """
    kept = periods(told.store)
    months, days = months or kept["records"], days or kept["uploads"]
    are = "would be" if dry_run else "are"
    if held := is_held(told.store):
        said = [f"Nothing about children {are} deleted: {held}"]
    else:
        said = [*_records(told, months, are, dry_run=dry_run), *_files(told, days, are, dry_run=dry_run)]
    sessions = SignedIn.objects.filter(expire_date__lt=timezone.now())
    said.append(f"{sessions.count()} sessions that ended {are} deleted.")
    if not dry_run:
        sessions.delete()
    return said


def _records(told: Environment, months: int, are: str, *, dry_run: bool) -> list[str]:
    before = _same_day(timezone.localdate(), months)
    return [
        f"Records of snapshot {id_}, as at {as_at}, {are} deleted."
        for id_, as_at in delete_old_records(told.store, before, dry_run=dry_run)
    ]


def _files(told: Environment, days: int, are: str, *, dry_run: bool) -> list[str]:
    """Files as they were uploaded, previews nobody opened again, and what a stopped server left half received."""
    uploads, previews = list(_old_files(told.data / UPLOADS, days)), list(_old_files(told.data / PREVIEWS, days))
    received = list(_old_files(told.data / RECEIVING, 1))
    if not dry_run:
        for file in (*uploads, *previews, *received):
            file.unlink(missing_ok=True)
        for folder in (UPLOADS, PREVIEWS):
            _remove_empty(told.data / folder)
        forget_unanswered(days)
    said = [f"{len(uploads)} uploaded files older than {days} days {are} deleted."]
    if previews:
        said.append(f"{len(previews)} files of previews older than {days} days {are} deleted.")
    if received:
        said.append(f"{len(received)} files that were never received whole {are} deleted.")
    return said


def _remove_empty(home: Path) -> None:
    for folder in sorted((path for path in home.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()


def _same_day(day: date, months: int) -> date:
    """The same day so many months before, or the last of a shorter month."""
    month = month_of(day) - months
    return min(first_day(month) + timedelta(days=day.day - 1), last_day(month))


def _old_files(folder: Path, days: int) -> Iterator[Path]:
    if folder.is_dir():
        limit = time.time() - days * 86_400
        yield from (path for path in sorted(folder.rglob("*")) if path.is_file() and path.stat().st_mtime < limit)
