"""`trigpoint manage retention`."""

from __future__ import annotations

from argparse import ArgumentParser
from textwrap import wrap
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from trigpoint.store import StoreError
from trigpoint.web.access.log import log
from trigpoint.web.access.seals import RETENTION
from trigpoint.web.administration.expiring import expire
from trigpoint.web.administration.keeping import delete_old
from trigpoint.web.people.actor import NOBODY


class Command(BaseCommand):
    """Deletes what is too old."""

    help = "Delete what is older than the council keeps it: records, uploads, forms of audits, backups, the access log."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """For how long; and whether to delete at all."""
        parser.add_argument("--months", type=int, default=0, help="Months to keep records; default as settled.")
        parser.add_argument("--days", type=int, default=0, help="Days to keep uploads; default as settled.")
        parser.add_argument("--dry-run", action="store_true", help="Only say what would be deleted.")

    def handle(self, *_: Any, **given: Any) -> None:
        """Delete it, and say what it was."""
        try:
            said = delete_old(settings.ENVIRONMENT, given["months"], given["days"], dry_run=given["dry_run"])
            said += expire(settings.ENVIRONMENT, dry_run=given["dry_run"])
        except StoreError as error:
            raise CommandError(str(error), returncode=3) from None
        for sentence in said:
            self.stdout.write(sentence)
        if not given["dry_run"]:
            for part in wrap(" ".join(said), 500):
                log(NOBODY, RETENTION, detail=part)
