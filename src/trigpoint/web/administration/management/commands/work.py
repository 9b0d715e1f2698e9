"""`trigpoint manage work`."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from trigpoint.web.jobs.worker import WorkerError, work


class Command(BaseCommand):
    """The worker: does the jobs that people ask for, one after another."""

    help = "Do the jobs that people ask for, until stopped. One worker is enough, and a second one refuses."

    def handle(self, *_: Any, **__: Any) -> None:
        """Work until stopped."""
        try:
            work()
        except WorkerError as error:
            raise CommandError(str(error), returncode=3) from None
