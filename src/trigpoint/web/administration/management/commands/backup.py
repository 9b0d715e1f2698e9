"""`trigpoint manage backup`."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from trigpoint.web.administration.archive import BackupError, back_up


class Command(BaseCommand):
    """Makes a backup."""

    help = "Write one archive of database, store and files to TRIGPOINT_BACKUPS (or --to), and check it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to."""
        parser.add_argument("--to", type=Path, default=None, help="Folder; default TRIGPOINT_BACKUPS.")

    def handle(self, *_: Any, **given: Any) -> None:
        """Write it, and say where it is."""
        folder = given["to"] or settings.ENVIRONMENT.backups
        if folder is None:
            raise CommandError("Say where to: --to FOLDER, or TRIGPOINT_BACKUPS.", returncode=2)
        try:
            made = back_up(settings.ENVIRONMENT, folder, connection.vendor)
        except BackupError as error:
            raise CommandError(str(error), returncode=3) from None
        self.stdout.write(f"{made.path}: {made.parts} parts, {made.size:,} bytes, each checked.")
        self.stdout.write("The keys are not in it: keep TRIGPOINT_CHILD_KEY and TRIGPOINT_SECRET_KEY elsewhere.")
