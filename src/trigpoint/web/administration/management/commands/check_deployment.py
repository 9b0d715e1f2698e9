"""`trigpoint manage check-deployment`."""

from __future__ import annotations

import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from trigpoint.web.administration.deployment import deployment_faults


class Command(BaseCommand):
    """Says what is wrong with a deployment."""

    help = "Say what is wrong with this deployment, a sentence each; exit code 3 where anything is."

    requires_system_checks = ()

    def handle(self, *_: Any, **__: Any) -> None:
        """Print each fault; say so where there is none."""
        faults = list(deployment_faults(settings.ENVIRONMENT))
        for fault in faults:
            self.stdout.write(fault)
        if faults:
            sys.exit(3)
        self.stdout.write("Nothing is wrong with this deployment.")
