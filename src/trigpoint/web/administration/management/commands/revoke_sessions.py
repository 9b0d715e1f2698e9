"""`trigpoint manage revoke-sessions`."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from trigpoint.web.access.log import log
from trigpoint.web.people.actor import NOBODY
from trigpoint.web.people.models import Account, SignedIn


class Command(BaseCommand):
    """Signs people out."""

    help = "Sign everybody out, or one account by the name it signs in with."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whom."""
        parser.add_argument("--account", default="", help="Name of the account; everybody where it is left out.")

    def handle(self, *_: Any, **given: Any) -> None:
        """End the sessions, and write it down."""
        found = SignedIn.objects.all()
        if given["account"]:
            account = Account.objects.filter(username=given["account"]).first()
            if account is None:
                raise CommandError(f"There is no account {given['account']!r}.", returncode=3)
            found = found.filter(account=account)
        ended = found.delete()[0]
        log(NOBODY, "sign out", detail=f"by a command: {ended} sessions of {given['account'] or 'everybody'}")
        self.stdout.write(f"{ended} sessions ended.")
