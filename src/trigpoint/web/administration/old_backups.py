"""Backups that are older than the council keeps them: whoever has one has what was deleted since."""

from __future__ import annotations

import time
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

from django.utils import timezone

from trigpoint.web.administration.archive import backups, made_at, newest_backup, unfinished

_A_DAY = 86_400


def delete_old_backups(folder: Path | None, days: int, are: str, *, dry_run: bool) -> list[str]:
    """Delete backups made more than `days` ago, and what a backup that was cut off left; in sentences, what.

    The newest one stays however old it is. Copies elsewhere are out of reach.
    """
    if folder is None or not folder.is_dir():
        return []
    limit = timezone.now() - timedelta(days=days)
    newest = newest_backup(folder)
    old = [path for path in backups(folder) if path != newest and made_at(path) < limit]
    left = [path for path in unfinished(folder) if time.time() - path.stat().st_mtime > _A_DAY]
    said = [f"{len(old)} backups older than {days} days {are} deleted."] if old else []
    said += [f"{len(left)} files of backups that were cut off {are} deleted."] if left else []
    if not dry_run:
        try:
            _delete(folder, [*old, *left])
        except OSError as error:
            return [f"Old backups stay: {error.filename} cannot be deleted ({error.strerror}). Delete them yourself."]
    return said


def _delete(folder: Path, files: Iterable[Path]) -> None:
    for file in files:
        file.unlink(missing_ok=True)
        if file.parent != folder and not any(file.parent.iterdir()):
            file.parent.rmdir()
