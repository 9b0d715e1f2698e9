"""`trigpoint manage restore`."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from trigpoint.web.access.log import faults
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
            trouble = list(faults())
            self.stdout.write(trouble[0] if trouble else "They are put back, and the access log is as it was written.")
