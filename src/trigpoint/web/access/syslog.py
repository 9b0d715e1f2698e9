"""A copy of each entry for the council's own log server, which nobody here can change."""

from __future__ import annotations

import json
import logging
import logging.handlers
import socket
from functools import lru_cache
from urllib.parse import urlsplit

from django.conf import settings

from trigpoint.web.access.models import Logged


def copy(row: Logged) -> None:
    """Send an entry to where TRIGPOINT_SYSLOG says; nothing where it says nothing. A failure is told on the console."""
    if not settings.ENVIRONMENT.syslog:
        return
    said = {
        "number": row.number,
        "at": row.at.isoformat(),
        "account": row.account_id,
        "title": row.title,
        "action": row.action,
        "about": row.about,
        "detail": row.detail,
        "refused": row.refused,
        "children": row.children,
        "hash": row.hash,
    }
    try:
        _handler(settings.ENVIRONMENT.syslog).emit(
            logging.makeLogRecord(
                {"msg": f"trigpoint-access {json.dumps(said, ensure_ascii=False)}", "levelno": 20, "levelname": "INFO"}
            )
        )
    except OSError as error:
        logging.getLogger(__name__).error(
            "entry %s did not reach %s: %s", row.number, settings.ENVIRONMENT.syslog, error
        )


@lru_cache(maxsize=2)
def _handler(address: str) -> logging.handlers.SysLogHandler:
    """The way there: a socket of this machine (/dev/log), udp://host:514 or tcp://host:514."""
    parts = urlsplit(address)
    if not parts.scheme:
        return logging.handlers.SysLogHandler(address)
    kind = socket.SOCK_STREAM if parts.scheme == "tcp" else socket.SOCK_DGRAM
    return logging.handlers.SysLogHandler((parts.hostname or "", parts.port or 514), socktype=kind)
