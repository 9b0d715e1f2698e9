"""`trigpoint manage protect-log`."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from trigpoint.web.access.protect import protect


class Command(BaseCommand):
    """The second lock on the access log."""

    help = "Have the database itself refuse to change or remove an entry of the access log."

    def handle(self, *_: Any, **__: Any) -> None:
        """Put the lock on."""
        protect()
        self.stdout.write("The database refuses to change or remove an entry of the access log.")
