"""`trigpoint manage retention`."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from trigpoint.store import StoreError
from trigpoint.web.access.log import log
from trigpoint.web.administration.keeping import delete_old
from trigpoint.web.people.actor import NOBODY


class Command(BaseCommand):
    """Deletes what is too old."""

    help = "Delete records, uploads and sessions that are older than the council keeps them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """For how long; and whether to delete at all."""
        parser.add_argument("--months", type=int, default=0, help="Months to keep records; default as settled.")
        parser.add_argument("--days", type=int, default=0, help="Days to keep uploads; default as settled.")
        parser.add_argument("--dry-run", action="store_true", help="Only say what would be deleted.")

    def handle(self, *_: Any, **given: Any) -> None:
        """Delete it, and say what it was."""
        try:
            said = delete_old(settings.ENVIRONMENT, given["months"], given["days"], dry_run=given["dry_run"])
        except StoreError as error:
            raise CommandError(str(error), returncode=3) from None
        for sentence in said:
            self.stdout.write(sentence)
        if not given["dry_run"]:
            log(NOBODY, "retention", detail=" ".join(said)[:500])
