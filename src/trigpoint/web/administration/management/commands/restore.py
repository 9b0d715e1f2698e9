"""`trigpoint manage restore`."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection

from trigpoint.web.access.log import faults
from trigpoint.web.access.seals import sealed_words
from trigpoint.web.administration.archive import BackupError, check, restore


class Command(BaseCommand):
    """Puts a backup back."""

    help = "Put a backup back into an empty database and empty folders; with --verify only check it."

    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which."""
        parser.add_argument("backup", type=Path, help="The archive.")
        parser.add_argument("--verify", action="store_true", help="Hold every part against its hash; change nothing.")

    def handle(self, *_: Any, **given: Any) -> None:
        """Check it, and put it back."""
        try:
            if given["verify"]:
                found = check(given["backup"])
            else:
                found = restore(given["backup"], settings.ENVIRONMENT, connection.vendor)
        except BackupError as error:
            raise CommandError(str(error), returncode=3) from None
        self.stdout.write(f"{found.parts} parts of {found.made:%d %B %Y %H:%M} UTC are as they were written.")
        if not given["verify"]:
            for sentence in _state_of_log():
                self.stdout.write(sentence)


def _state_of_log() -> list[str]:
    """Whether the log that was put back is as it was written, and from when it reaches."""
    try:
        trouble = list(faults())
        if trouble:
            return trouble[:1]
        return ["They are put back, and the access log is as it was written.", *filter(None, [sealed_words()])]
    except DatabaseError:
        return ["They are put back, by an older version: run `trigpoint manage migrate`, then `check-deployment`."]
