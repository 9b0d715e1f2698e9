"""What is wrong around a deployment: its account, tools and servers that it needs, what must run each night."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from django.db import connection
from django.utils import timezone

from trigpoint.web.access.models import Logged
from trigpoint.web.access.seals import RETENTION
from trigpoint.web.environment import Environment
from trigpoint.web.people.models import Account
from trigpoint.web.people.provider import Provider, SignInError

KEYS = Path("/etc/trigpoint/environment")
"""Where the settings lie that the services read."""
_NIGHTS = timedelta(days=3)
_WAIT = 5.0


def machine_faults(told: Environment) -> Iterator[str]:
    """What would let others in, or fail at night when nobody looks. For a deployment, not for a trial."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        yield "This runs as root: run Trigpoint and its commands as an account of its own, which owns its folders."
    if KEYS.is_file() and KEYS.stat().st_mode & 0o007:
        yield f"{KEYS} can be read by everyone on the machine: `chmod 0640 {KEYS}`, with the account's group."
    yield from _backup_tools(told)
    yield from _log_server(told.syslog)
    try:
        Provider(told).check()
    except SignInError as error:
        yield f"Nobody can sign in, for {error.reason}: check TRIGPOINT_OIDC_ISSUER, TRIGPOINT_PROXY and the way out."


def use_faults() -> Iterator[str]:
    """What the database tells of how the deployment is used."""
    if trial := _with_password():
        yield (
            f"{trial} open accounts have a password of ours, as those of a trial do: close them, or begin with an "
            "empty database."
        )
    newest = Logged.objects.filter(action=RETENTION).order_by("-number").first()
    if newest is None:
        yield "What is too old was never deleted: run `trigpoint manage retention`, each night."
    elif timezone.now() - newest.at > _NIGHTS:
        yield f"What is too old was last deleted on {newest.at:%d %B %Y}: see why the nightly one does not run."


def _with_password() -> int:
    return sum(one.has_usable_password() for one in Account.objects.filter(is_active=True).exclude(password=""))


def _backup_tools(told: Environment) -> Iterator[str]:
    if connection.vendor == "postgresql":
        folder = os.environ.get("TRIGPOINT_PG_TOOLS") or None
        for tool in ("pg_dump", "pg_restore"):
            if shutil.which(tool, path=folder) is None:
                yield f"{tool} is not here, and no backup can be made: install it, or name it in TRIGPOINT_PG_TOOLS."
    place = told.backups
    if place is not None and place.exists() and not os.access(place, os.R_OK | os.W_OK | os.X_OK):
        yield f"{place} cannot be written by this account: give it to the account that runs Trigpoint."


def _log_server(address: str) -> Iterator[str]:
    """Whether the log server can be spoken to; of udp nobody can tell more than that its name is known."""
    parts = urlsplit(address)
    where = (parts.hostname or "", parts.port or 514)
    try:
        if parts.scheme == "tcp":
            socket.create_connection(where, _WAIT).close()
        elif parts.scheme == "udp":
            socket.getaddrinfo(*where)
        elif address and not Path(address).is_socket():
            raise FileNotFoundError(2, "there is no such socket")
    except OSError as error:
        said = error.strerror or "no answer"
        yield f"TRIGPOINT_SYSLOG names {address}, which takes no copy of the access log ({said}): check its address."
